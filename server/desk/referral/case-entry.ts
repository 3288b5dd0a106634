/** Reads the forms of a referral as a whole: what is to be recorded, or why it is not. */
import { isIsoDate, type IsoDate } from '../../../policy/calendar.ts';
import { Authority, isRightOn, type CaseEvent } from '../../../referral/case-event.ts';
import { DeskMessage, tellsRecords } from '../../../referral/desk-message.ts';
import { MemberMatch } from '../../../referral/member-match.ts';
import { holderOf, releasedBy, sameMemberBy } from './case-facts.ts';
import type { ReferralFile } from '../desk-store.ts';
import { graveWarnings, isViolenceNear, unreadWarnings } from './grave-warnings.ts';
import { mayTell, reachOf } from './message-reach.ts';
import type { Form } from './request-entry.ts';
import type { Session } from '../sign-in/session.ts';
import type { words } from '../words.ts';

/** What can be done with a referral as a whole; each is the last part of an address. */
export const caseActs = [
  'take',
  'drop',
  'give',
  'note',
  'match',
  'same',
  'warnings',
  'message',
  'letter',
  'release',
  'revoke',
] as const;
export type CaseAct = (typeof caseActs)[number];
export type CaseProblem = keyof typeof words.caseProblems;

/** `done`: it is so already. `refused`: not theirs to do, or no form of ours. */
export type CaseEntry =
  | { readonly kind: 'event'; readonly what: CaseEvent }
  | { readonly kind: 'done' }
  | { readonly kind: 'wrong'; readonly problem: CaseProblem }
  | { readonly kind: 'refused'; readonly why: 'held' | 'adminOnly' | 'badForm' };

export type CaseAsked = {
  readonly form: Form;
  readonly file: ReferralFile;
  readonly session: Session;
  /** Those to whom a referral can be given. */
  readonly workers: readonly string[];
  readonly today: IsoDate;
  readonly numberOf: (sealed: string) => string | null;
};

/** What leads to contact waits until its worker has ticked every warning. */
const reachesOut: ReadonlySet<CaseAct> = new Set(['take', 'message', 'release']);

/** Reads one form of one referral. */
export function readCase(act: CaseAct, asked: CaseAsked): CaseEntry {
  const { file, session } = asked;
  if (reachesOut.has(act) && unreadWarnings(file, session.by).length > 0) return wrong('warningsFirst');
  return readers[act](asked);
}

const done: CaseEntry = { kind: 'done' };
const event = (what: CaseEvent): CaseEntry => ({ kind: 'event', what });
const wrong = (problem: CaseProblem): CaseEntry => ({ kind: 'wrong', problem });
const refused = (why: 'held' | 'adminOnly' | 'badForm'): CaseEntry => ({ kind: 'refused', why });

const readers: Readonly<Record<CaseAct, (asked: CaseAsked) => CaseEntry>> = {
  take: ({ file, session }) => {
    const holder = holderOf(file);
    if (holder === session.by) return done;
    return holder === null ? event({ kind: 'assigned', to: session.by }) : refused('held');
  },
  drop: ({ file, session }) => {
    if (holderOf(file) === null) return done;
    return mayPassOn(file, session) ? event({ kind: 'assigned', to: null }) : refused('held');
  },
  give: ({ form, file, session, workers }) => {
    const to = form['to'] ?? '';
    if (!mayPassOn(file, session)) return refused('held');
    if (to === '') return wrong('giveMissing');
    if (!workers.includes(to)) return refused('badForm');
    return to === holderOf(file) ? done : event({ kind: 'assigned', to });
  },
  note: ({ form }) => {
    const text = (form['text'] ?? '').replace(/\r\n?/g, '\n').trim();
    return text === '' ? wrong('noteEmpty') : event({ kind: 'note', text });
  },
  match: ({ form }) => {
    const match = MemberMatch.safeParse(form['match']).data;
    return match ? event({ kind: 'matched', match }) : wrong('matchMissing');
  },
  same: ({ form, file, numberOf }) => {
    const number = numberOf(form['other'] ?? '');
    const other = file.samePerson.find((one) => one.number === number);
    if (!other) return refused('badForm');
    return sameMemberBy(file, other.number) ? done : event({ kind: 'sameMember', number: other.number });
  },
  warnings: ({ form, file, session }) => {
    const grave = graveWarnings(file);
    if (unreadWarnings(file, session.by).length === 0) return done;
    const ticked = grave.every((id) => form[id] === 'yes');
    return ticked ? event({ kind: 'warningsRead', warnings: [...grave] }) : wrong('warningsMissing');
  },
  message: ({ form, file }) => {
    const message = DeskMessage.safeParse(form['message']).data;
    if (!message) return refused('badForm');
    if (reachOf(file).kind !== 'sent') return wrong('messageNotSafe');
    if (!tellsRecords(message)) return event({ kind: 'messageSent', message });
    return form['ownChat'] === 'yes' ? event({ kind: 'messageSent', message, ownChat: true }) : wrong('ownChatMissing');
  },
  letter: ({ form, file, today }) => {
    const programme = file.lettersOwed.find((one) => one === form['programme']);
    const status = file.status.find((one) => one.programme === programme);
    if (!programme || status?.decision !== 'withdrawn') return refused('badForm');
    const on = form['mailedOn'] ?? '';
    if (!isIsoDate(on) || on > today || on < file.referral.filedOn) return wrong('letterDay');
    return event({ kind: 'letterMailed', programme, on });
  },
  release: readRelease,
  revoke: ({ file }) => {
    if (file.referral.filer.kind !== 'helper') return refused('badForm');
    return mayTell(file.referral) ? event({ kind: 'helperReleased', authority: null }) : done;
  },
};

/** Whoever works on it may pass it on; an admin can, for somebody who has gone home or for nobody yet. */
export function mayPassOn(file: ReferralFile, { by, role }: Session): boolean {
  return role === 'admin' || holderOf(file) === by;
}

function readRelease({ form, file, session, today }: CaseAsked): CaseEntry {
  const { filer, person } = file.referral;
  if (filer.kind !== 'helper') return refused('badForm');
  if (isViolenceNear(file) && session.role !== 'admin') return refused('adminOnly');
  const authority = Authority.safeParse(form['authority']).data;
  if (!authority) return wrong('authorityMissing');
  if (!isRightOn(authority, person.birthDate, today)) return wrong('parentOfAdult');
  const saw = (form['saw'] ?? '').trim();
  if (saw === '' || saw.length > 400) return wrong('sawMissing');
  const before = releasedBy(file)?.what;
  return before?.authority === authority && before.saw === saw
    ? done
    : event({ kind: 'helperReleased', authority, saw });
}
