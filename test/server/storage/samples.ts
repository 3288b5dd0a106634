/** Invented people and what they said, for the tests of what is kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store, Unit } from '../../../bot/store.ts';
import type { Say } from '../../../dialogs/say.ts';
import { freshState, type State } from '../../../dialogs/state.ts';
import { noAnswers } from '../../../policy/facts.ts';
import type { Referral } from '../../../referral/referral.ts';

export const noon = '2026-11-21T20:00:00.000Z';

export const said = (count: number): Say[] => [{ kind: 'line', line: { key: 'welcome.hello', params: { count } } }];

/** One turn of a member, on the version that it was run on. */
export function unit(conversation: string, expectedVersion: number, inbound: string, more: Partial<Unit> = {}): Unit {
  return {
    conversation,
    channel: 'web',
    expectedVersion,
    state: { ...freshState('es'), misread: expectedVersion },
    inbound: { id: inbound, text: `me duele la espalda ${inbound}`, choices: [] },
    replies: [{ language: 'es', says: said(expectedVersion) }],
    outbox: [],
    audit: [],
    at: noon,
    ...more,
  };
}

export function referral(number: string, more: Partial<Referral> = {}): Referral {
  return {
    number,
    plan: 'iehp',
    filedOn: '2026-11-21',
    channel: 'web',
    language: 'es',
    caseId: 'case 1',
    person: { name: 'Xiomara Quetzalli', birthDate: '1964-03-09', cardNumber: null, county: 'Riverside' },
    contact: {
      phone: '(951) 555-0134',
      mayCall: true,
      mayText: true,
      mayLeaveVoicemail: false,
      mayMail: false,
      doNotContact: false,
      mailingAddress: null,
      bestTime: 'morning',
      confidential: false,
      spokenLanguage: 'es',
      writtenLanguage: 'es',
      dialect: null,
      alternativeFormat: null,
    },
    filer: { kind: 'self' },
    consents: { sendToPlan: true, textMe: true, voicemail: false, tellHelper: false },
    trusted: 'Clínica del Sol',
    asksForFast: false,
    fastReason: null,
    requests: [
      { programme: 'ecm', finding: null, answers: noAnswers },
      { programme: 'medicallyTailoredMeals', finding: null, answers: noAnswers },
    ],
    ...more,
  };
}

/** The same, of a person by that name. */
export function referralOf(name: string, number: string): Referral {
  const one = referral(number);
  return { ...one, person: { ...one.person, name } };
}

/** The same person, asked for by a daughter whose own phone is another. */
export function helped(number: string): Referral {
  const filer = {
    kind: 'helper',
    relation: 'child',
    awareness: 'agrees',
    name: 'Itzel Quetzalli',
    phone: '951-555-0177',
    organization: null,
    title: null,
  } as const;
  return referral(number, { filer });
}

/** Files a referral in a conversation of its own; gives back the conversation. */
export async function filedReferral(store: Store, filed: Referral, key = `visit ${filed.number}`): Promise<string> {
  const { id, version } = await store.conversation('web', key);
  const outbox = [{ kind: 'referral', id: `referral ${filed.number}`, number: filed.number }] as const;
  await store.commit(unit(id, version, `filing ${filed.number}`, { referral: filed, outbox }));
  return id;
}

export function stateWith(more: Partial<State>): State {
  return { ...freshState('en'), ...more };
}

/** A folder that is gone when the tests have ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
