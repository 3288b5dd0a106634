/** The real server on a real socket, with a bot and a store of the test's own; and a browser without scripts. */
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import type { Plan } from '../../dialogs/plan.ts';
import { createApp } from '../../server/app.ts';
import { createWebChat, type WebChatParts } from '../../server/channels/web.ts';
import { clockFrom } from '../../server/clock.ts';
import { createLog } from '../../server/log.ts';
import type { WebSession, WebSessions } from '../../server/storage/web-sessions.ts';
import { FakeTalker } from './fake-talker.ts';
import { words } from './web-words.ts';

export const plan: Plan = {
  id: 'test',
  name: 'Test Health Plan',
  shortName: 'THP',
  memberServices: { number: '1-800-555-0100', hours: [{ days: ['mon'], from: '08:00', to: '17:00' }] },
  tty: '711',
  counties: ['Merced'],
  offers: [],
  intake: { cite: { source: 'alliance', place: 'test', standing: 'unverified' } },
  gateway: { kind: 'desk' },
  forms: [],
  onCall: { hours: [], minutesToTake: 30 },
  notices: {},
  names: {},
  elsewhere: [],
};

class MemorySessions implements WebSessions {
  readonly rows = new Map<string, WebSession>();
  createSession(hash: string, conversationKey: string, createdAt: string, idleUntil: string): Promise<void> {
    this.rows.set(hash, { conversationKey, createdAt, idleUntil });
    return Promise.resolve();
  }
  findSession(hash: string): Promise<WebSession | null> {
    return Promise.resolve(this.rows.get(hash) ?? null);
  }
  touchSession(hash: string, idleUntil: string): Promise<boolean> {
    const row = this.rows.get(hash);
    if (row) this.rows.set(hash, { ...row, idleUntil });
    return Promise.resolve(row !== undefined);
  }
  revokeSession(hash: string): Promise<void> {
    this.rows.delete(hash);
    return Promise.resolve();
  }
}

export type TestServer = {
  readonly url: string;
  readonly talker: FakeTalker;
  readonly sessions: MemorySessions;
  readonly logged: string[];
  /** Minutes to add to the clock. */
  readonly later: (minutes: number) => void;
  readonly close: () => Promise<void>;
};

type Changes = Partial<Omit<WebChatParts, 'settings'>> & { settings?: Partial<WebChatParts['settings']> };

export async function startServer({ settings, ...changes }: Changes = {}): Promise<TestServer> {
  const talker = new FakeTalker();
  const sessions = new MemorySessions();
  const logged: string[] = [];
  let minutes = 0;
  const log = createLog('debug', { write: (line) => void logged.push(line) });
  const web = createWebChat({
    talker,
    sessions,
    plan,
    words,
    clock: clockFrom(() => new Date(Date.now() + minutes * 60_000)),
    log,
    settings: {
      idleLockMinutes: 15,
      publicUrl: null,
      embedOrigins: [],
      draft: true,
      lookEvery: 50,
      beatEvery: 50,
      ...settings,
    },
    since: (key, seq) => Promise.resolve((talker.talks.get(key)?.messages ?? []).filter((one) => one.seq > seq)),
    languageFromHeader: (header) => (header?.startsWith('es') ? 'es' : null),
    tellsOfDanger: (text) => /die|morir/.test(text),
    birthDates: {
      given: () => Promise.resolve(true),
      matches: (_key, date) => Promise.resolve(date === '1968-03-27'),
    },
    filed: () => Promise.resolve({ language: 'en', requests: [] }),
    ...changes,
  });
  const app = createApp({ log, trustProxy: 0, isReady: () => Promise.resolve(true), mounted: [], web: web.routes });
  const server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    talker,
    sessions,
    logged,
    later: (more) => void (minutes += more),
    close: async () => {
      web.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** A browser that keeps cookies, fills in forms, follows nothing by itself and runs no script. */
export class Visitor {
  readonly server: Pick<TestServer, 'url'>;
  readonly cookies = new Map<string, string>();
  page = '';
  last: Response | undefined;

  constructor(server: Pick<TestServer, 'url'>) {
    this.server = server;
  }

  async get(path = '/', headers: Record<string, string> = {}): Promise<Response> {
    return this.took(await fetch(this.server.url + path, { headers: this.sent(headers), redirect: 'manual' }));
  }

  /** Sends the form that is on the page, with these fields; the hidden ones are taken from it. */
  async send(fields: Record<string, string | string[]>, headers: Record<string, string> = {}): Promise<Response> {
    return this.post('/chat', { ...this.hidden(), ...fields }, headers);
  }

  async post(
    path: string,
    fields: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
    );
    return this.took(
      await fetch(this.server.url + path, { method: 'POST', body, headers: this.sent(headers), redirect: 'manual' }),
    );
  }

  /** Sends and then looks at the page that it leads to. */
  async says(fields: Record<string, string | string[]>): Promise<string> {
    const answer = await this.send(fields);
    if (answer.status === 303) await this.get();
    return this.page;
  }

  hidden(): Record<string, string> {
    const found = this.page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g);
    return Object.fromEntries([...found].map(([, name, value]) => [name!, value!]));
  }

  private sent(headers: Record<string, string>): Record<string, string> {
    return { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; '), ...headers };
  }

  private async took(response: Response): Promise<Response> {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';');
      const [name, value] = pair!.split('=');
      if (cookie.includes('1970')) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
    this.last = response;
    const body = await response.text();
    if (response.status !== 303) this.page = body;
    return response;
  }
}
