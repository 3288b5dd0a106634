// Twilio's message resource on a real socket, for tests of the texts that we start.
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import RequestClient from 'twilio/lib/base/RequestClient.js';

const noon = new Date('2026-11-21T20:00:00Z');

export type Posted = {
  readonly sid: string;
  readonly to: string;
  readonly body: string;
  readonly at: Date;
  status: string;
};
export type Answer = 'take' | 'takeAndLoseTheAnswer' | { readonly status: number; readonly code?: number };

/** Twilio's message resource over HTTP, as far as the texter uses it. */
export class FakeTwilio {
  readonly taken: Posted[] = [];
  readonly asked: string[] = [];
  /** What the next posts come to; then they are taken. */
  answers: Answer[] = [];
  now = noon;
  /** The most that was tried, taken or not. */
  posts = 0;
  #server: Server | undefined;

  async listen(): Promise<string> {
    this.#server = createServer((request, response) => {
      void this.#answer(request).then((answer) => {
        if (answer === null) return request.socket.destroy();
        response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer.body));
        return undefined;
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => this.#server?.once('listening', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  close(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  async #answer(request: IncomingMessage): Promise<{ readonly status: number; readonly body: unknown } | null> {
    assert.match(request.url ?? '', /^\/2010-04-01\/Accounts\/AC123\/Messages\.json/);
    assert.equal(request.headers.authorization, `Basic ${Buffer.from('AC123:secret').toString('base64')}`);
    return request.method === 'GET' ? this.#list(request) : this.#take(request);
  }

  #list(request: IncomingMessage): { readonly status: number; readonly body: unknown } {
    const to = new URL(request.url ?? '', 'http://here').searchParams.get('To') ?? '';
    this.asked.push(to);
    const messages = this.taken.filter((message) => message.to === to).map(asResource);
    return { status: 200, body: { messages: messages.reverse(), page: 0, page_size: 20, next_page_uri: null } };
  }

  async #take(request: IncomingMessage): Promise<{ readonly status: number; readonly body: unknown } | null> {
    this.posts += 1;
    const form = new URLSearchParams(await bodyOf(request));
    const answer = this.answers.shift() ?? 'take';
    if (typeof answer === 'object') return { status: answer.status, body: { ...answer, message: 'not sent' } };
    assert.equal(form.get('From'), '+15555550100');
    const message: Posted = {
      sid: `SM${String(this.taken.length)}`,
      to: form.get('To') ?? '',
      body: form.get('Body') ?? '',
      at: this.now,
      status: 'queued',
    };
    this.taken.push(message);
    return answer === 'take' ? { status: 201, body: asResource(message) } : null;
  }
}

const asResource = ({ sid, to, body, at, status }: Posted) => ({
  sid,
  to,
  body,
  status,
  direction: 'outbound-api',
  date_created: at.toUTCString(),
  date_sent: null,
  date_updated: at.toUTCString(),
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Twilio's own client, sent to another place. */
export function clientTo(base: string): RequestClient {
  const client = new RequestClient({ timeout: 2000 });
  client.axios.interceptors.request.use((config) => {
    config.url = config.url?.replace('https://api.twilio.com', base);
    return config;
  });
  return client;
}
