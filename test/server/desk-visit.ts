// A desk on a real port over a real store, and somebody who visits it with a browser's cookies.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { text } from '../../locales/index.ts';
import { noAnswers } from '../../policy/facts.ts';
import type { Referral } from '../../referral/referral.ts';
import { clockFrom } from '../../server/clock.ts';
import type { Config } from '../../server/config.ts';
import { readDanger } from '../../bot/danger.ts';
import { composeBot } from '../../server/composition.ts';
import { createDesk } from '../../server/desk/desk.ts';
import { deskAuth } from '../../server/desk/sign-in/desk-auth.ts';
import { mintSignInLink } from '../../server/desk/sign-in/sign-in-link.ts';
import type { Role } from '../../server/desk/sign-in/session.ts';
import { createLog } from '../../server/log.ts';
import { planById } from '../../server/plans/index.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import type { Unit } from '../../bot/store.ts';
import { unit } from './storage/samples.ts';

export type DeskHouse = {
  readonly url: string;
  readonly store: WholeStore;
  readonly logged: string[];
  /** Moves the clock of the desk and of its store. */
  setNow(instant: string): void;
  visitor(): Visitor;
  signedIn(role: Role, name?: string): Promise<Visitor>;
  link(role: Role, name?: string): Promise<string>;
  close(): Promise<void>;
};

/** Several ticks of one name are a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

export type Visitor = {
  get(path: string): Promise<Page>;
  post(path: string, form: Fields, headers?: Record<string, string>): Promise<Page>;
  /** Sends a form of this page, with its hidden fields: the one whose action ends so. */
  send(page: Page, action: string, fields: Fields): Promise<Page>;
  readonly cookies: Map<string, string>;
};
export type Page = { readonly status: number; readonly headers: Headers; readonly text: string; readonly to: string };

/** What members read, signed or not. */
const memberWords = { words: { shown: text, any: text }, draft: true };

export const monday = '2026-11-23T18:00:00.000Z';

/** Opens a desk. `oidc` and `publicUrl` as the configuration has them. */
export async function openHouse(
  options: { readonly oidc?: Config['oidc']; readonly practice?: boolean } = {},
): Promise<DeskHouse> {
  let now = new Date(monday);
  const clock = clockFrom(() => now);
  const store = await openMemoryStore({ now: () => now });
  const app = express();
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const auth = deskAuth({ host: '127.0.0.1', port, publicUrl: url, oidc: options.oidc ?? null });
  const logged: string[] = [];
  const log = createLog('info', { write: (line) => logged.push(line) });
  const plan = planById('iehp');
  const bot = composeBot({
    store,
    plan,
    clock,
    maySay: () => true,
    mayTryStatus: () => Promise.resolve(true),
    failed: (what) => logged.push(what),
  });
  const caller = { ...bot, tellsOfDanger: (words: string) => readDanger(words) !== null };
  app.use(
    '/desk',
    createDesk({ store, plan, memberWords, caller, auth, clock, log, practice: options.practice ?? false }),
  );

  const link = (role: Role, name = 'Lee Xiong') => mintSignInLink(store, { name, role }, url, now);
  const house: DeskHouse = {
    url,
    store,
    logged,
    setNow: (instant) => (now = new Date(instant)),
    visitor: () => createVisitor(url),
    link,
    async signedIn(role, name) {
      const visitor = createVisitor(url);
      const page = await visitor.get(new URL(await link(role, name)).pathname);
      await visitor.send(page, '/desk/sign-in/link', {});
      return visitor;
    },
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
  return house;
}

export function createVisitor(home: string): Visitor {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit): Promise<Page> => {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(new URL(path, home), { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const to = answer.headers.get('location') ?? '';
    return { status: answer.status, headers: answer.headers, text: await answer.text(), to };
  };
  const visitor: Visitor = {
    cookies,
    get: (path) => ask(path, {}),
    post: (path, form, headers = {}) => ask(path, { method: 'POST', body: encoded(form), headers }),
    send: (page, action, fields) => {
      const { path, hidden } = formOf(page, action);
      return visitor.post(path, { ...hidden, ...fields });
    },
  };
  return visitor;
}

function encoded(form: Fields): URLSearchParams {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs);
}

function formOf({ text }: Page, action: string): { path: string; hidden: Record<string, string> } {
  const form = text.split('<form').find((part) => new RegExp(`action="[^"#]*${action}[#"]`).test(part));
  if (form === undefined) throw new Error(`no form goes to ${action}`);
  const inside = form.split('</form>')[0] ?? '';
  const path = /action="([^"]*)"/.exec(inside)?.[1] ?? '';
  const hidden = [...inside.matchAll(/<input\s+type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"/g)];
  return { path, hidden: Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])) };
}

/** Stores one turn of a member: a referral, a wish to be called, an alert. */
export async function store(house: DeskHouse, key: string, more: Partial<Unit>): Promise<void> {
  const { id, version } = await house.store.conversation('sms', key);
  await house.store.commit(unit(id, version, `${key} ${version}`, { channel: 'sms', at: filedAt, ...more }));
}

export const filedAt = '2026-11-20T22:30:00.000Z';

/** Files a referral on Friday, as the bot would. */
export function file(house: DeskHouse, referral: Referral): Promise<void> {
  const outbox = [{ kind: 'referral', id: `referral ${referral.number}`, number: referral.number }] as const;
  return store(house, `visit ${referral.number}`, { referral, outbox });
}

/** The page of a referral, opened from the list by its member's name. */
export async function openReferral(visitor: Visitor, name: string): Promise<Page> {
  const list = await visitor.get('/desk/all');
  const address = list.text
    .split('<a ')
    .find((link) => link.includes(name))
    ?.match(/href="([^"]+)"/)?.[1];
  if (address === undefined) throw new Error(`${name} is not in the list`);
  // Without the way back to the list.
  const [to = ''] = address.split('?');
  return { ...(await visitor.get(to)), to };
}

/** An invented member who asks for two programmes. */
export function aReferral(number: string, more: Partial<Referral> = {}): Referral {
  const cite = { source: 'ecmPolicyGuide2026', place: 'p. 11 (iii)', standing: 'verified' } as const;
  const on = '2026-11-20';
  return {
    number,
    plan: 'iehp',
    filedOn: on,
    channel: 'sms',
    language: 'hmn',
    caseId: `case ${number}`,
    person: { name: 'Pa Houa Vang', birthDate: '1964-03-09', cardNumber: '90000000A', county: 'Riverside' },
    contact: {
      phone: '(951) 555-0134',
      mayCall: true,
      mayText: true,
      mayLeaveVoicemail: true,
      mayMail: true,
      doNotContact: false,
      mailingAddress: null,
      bestTime: 'morning',
      confidential: false,
      spokenLanguage: 'hmn',
      writtenLanguage: 'en',
      dialect: 'green',
      alternativeFormat: null,
    },
    filer: { kind: 'self' },
    consents: { sendToPlan: true, textMe: true, voicemail: true, tellHelper: false },
    trusted: 'Sun Clinic',
    asksForFast: false,
    fastReason: null,
    requests: [
      {
        programme: 'ecm',
        finding: {
          truth: 'met',
          populations: ['homelessness'],
          because: [{ test: 'is', fact: 'staysInShelter', cite }],
          missing: ['unplannedStaysIn6Months'],
          planDecides: [{ planDecides: 'avoidable', cite: { ...cite, place: 'p. 19 a' } }],
          after: null,
        },
        answers: {
          ...noAnswers,
          yesNo: { staysInShelter: { kind: 'known', value: true, on } },
          count: {
            age: { kind: 'known', value: { from: 62, to: 62 }, on },
            unplannedStaysIn6Months: { kind: 'notSure', on },
          },
        },
      },
      { programme: 'medicallyTailoredMeals', finding: null, answers: noAnswers },
    ],
    ...more,
  };
}
