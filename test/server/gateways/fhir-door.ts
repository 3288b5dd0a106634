/** The way from us to a plan's FHIR server, on which anything can happen to what is said. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** What comes through: a look at what is there, a referral, or where tokens are given. */
export type Kind = 'look' | 'referral' | 'smart';
/** What happens to one of them. `goOn` lets the plan do its work, and gives back its answer. */
export type Mishap = (response: ServerResponse, goOn: () => Promise<Answer>) => unknown;
export type Answer = { readonly status: number; readonly headers: Record<string, string>; readonly body: string };

export type Door = {
  /** The base of the FHIR server through this door. */
  readonly url: string;
  /** What came, oldest first; `host` is who was meant. */
  readonly came: readonly { readonly kind: Kind; readonly headers: IncomingMessage['headers'] }[];
  /** Of a kind so far. */
  readonly count: (kind: Kind) => number;
  /** Happens to each of the next of a kind, in turn. */
  readonly next: (kind: Kind, ...mishaps: Mishap[]) => void;
  /** Happens to all of a kind for which none is next; null: no more. */
  readonly always: (kind: Kind, mishap: Mishap | null) => void;
  /** Nothing more happens to the next. */
  readonly clear: () => void;
  readonly close: () => Promise<void>;
};

/** A door to the server with this base. */
export async function openDoor(to: string, tls?: { readonly key: string; readonly cert: string }): Promise<Door> {
  const came: { kind: Kind; headers: IncomingMessage['headers'] }[] = [];
  const queues: Record<Kind, Mishap[]> = { look: [], referral: [], smart: [] };
  const constant: Record<Kind, Mishap | null> = { look: null, referral: null, smart: null };
  const listener = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const kind = kindOf(request, body);
    came.push({ kind, headers: request.headers });
    const goOn = (): Promise<Answer> => forward(`${to}${(request.url ?? '').replace(/^\/fhir/, '')}`, request, body);
    await (queues[kind].shift() ?? constant[kind] ?? passOn)(response, goOn);
  };
  const handle = (request: IncomingMessage, response: ServerResponse): void =>
    void listener(request, response).catch(() => response.destroy());
  const server = tls ? createSecureServer(tls, handle) : createServer(handle);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`,
    came,
    count: (kind) => came.filter((one) => one.kind === kind).length,
    next: (kind, ...mishaps) => void queues[kind].push(...mishaps),
    always: (kind, mishap) => void (constant[kind] = mishap),
    clear: () => {
      for (const queue of Object.values(queues)) queue.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const kindOf = ({ method }: IncomingMessage, body: string): Kind =>
  method === 'GET' ? 'smart' : body.includes('"type":"batch"') ? 'look' : 'referral';

async function forward(url: string, { method, headers }: IncomingMessage, body: string): Promise<Answer> {
  const { authorization, 'content-type': type, accept } = headers;
  const kept = Object.entries({ authorization, 'content-type': type, accept });
  const answer = await fetch(url, {
    method: method ?? 'GET',
    headers: kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]])),
    ...(body === '' ? {} : { body }),
  });
  return {
    status: answer.status,
    headers: { 'content-type': answer.headers.get('content-type') ?? '' },
    body: await answer.text(),
  };
}

export const passOn: Mishap = async (response, goOn) => {
  const { status, headers, body } = await goOn();
  response.writeHead(status, headers).end(body);
};

/** Answers this, and the plan hears nothing. */
export const answerWith =
  (status: number, body: unknown = '', headers: Record<string, string> = {}): Mishap =>
  (response) =>
    response
      .writeHead(status, { 'content-type': 'application/fhir+json', ...headers })
      .end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));

/** The plan does its work, and its answer never comes. */
export const loseAnswer: Mishap = async (response, goOn) => {
  await goOn();
  response.destroy();
};

export const outcome = (...codes: readonly string[]): object => ({
  resourceType: 'OperationOutcome',
  issue: codes.map((code) => ({ severity: 'error', code })),
});
