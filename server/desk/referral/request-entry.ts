/** Reads the two forms of a request: an event to record, or what is wrong with which field. */
import { isIsoDate, type IsoDate } from '../../../policy/calendar.ts';
import { ProgrammeId } from '../../../policy/rule.ts';
import { Decision, isApproved, Loop, mayHaveNotice } from '../../../referral/decision.ts';
import { mayApprove } from '../../../referral/member-match.ts';
import { isProviderName, isProviderPhone } from '../../../referral/provider.ts';
import { matchOf } from './case-facts.ts';
import type { ReferralFile, RequestEvent } from '../desk-store.ts';
import { asksIn, asksTooMuch } from './info-asks.ts';
import { seenOf } from './seen.ts';
import { mayLoop } from './steps.ts';
import { fill, words } from '../words.ts';

export type Form = Readonly<Record<string, string | undefined>>;
export type Event = Omit<RequestEvent, 'at' | 'by'>;
type Provider = { readonly name: string; readonly phone: string };

export const fieldLabels = {
  decision: words.form.decision,
  decidedOn: words.form.decidedOn,
  noticeMailedOn: words.form.noticeMailedOn,
  asks: words.infoAsks.legend,
  loop: words.form.loop,
  loopOn: words.form.loopOn,
  reason: words.form.reason,
  providerName: words.form.providerName,
  providerPhone: words.form.providerPhone,
} as const;
export type Field = keyof typeof fieldLabels;
export type FieldError = { readonly field: Field; readonly text: string };

/** What was typed, and what is wrong with it. */
export type Entered = {
  readonly kind: 'decision' | 'loop';
  readonly programme: ProgrammeId;
  readonly values: Form;
  readonly errors: readonly FieldError[];
};

/** `unreadable` did not come from our form. */
export type Entry =
  | { readonly kind: 'event'; readonly programme: ProgrammeId; readonly event: Event }
  | { readonly kind: 'wrong'; readonly programme: ProgrammeId; readonly entered: Entered }
  | { readonly kind: 'unreadable' };

/** Reads one form of one referral, as of today. Dates in the future or before filing are refused. */
export function readEntry(kind: Entered['kind'], values: Form, file: ReferralFile, today: IsoDate): Entry {
  const programme = ProgrammeId.safeParse(values['programme']);
  const status = file.status.find((one) => one.programme === programme.data);
  if (!programme.success || !status) return { kind: 'unreadable' };

  const errors: FieldError[] = [];
  const wrong = (field: Field, problem: keyof typeof words.problems) => {
    errors.push({ field, text: fill(words.problems[problem], { field: fieldLabels[field] }) });
    return null;
  };
  const reader: Reader = { values, wrong, today, filedOn: file.referral.filedOn };
  // Two workers with the same referral open, or one who clicked twice: the second look decides, not the last click.
  if (values['seen'] !== String(seenOf(file))) wrong(kind, 'changedMeanwhile');
  const what = kind === 'decision' ? readDecision(reader, status, file) : readLoop(reader, status);

  return what && errors.length === 0
    ? { kind: 'event', programme: programme.data, event: { programme: programme.data, what } }
    : { kind: 'wrong', programme: programme.data, entered: { kind, programme: programme.data, values, errors } };
}

type Reader = {
  readonly values: Form;
  readonly wrong: (field: Field, problem: keyof typeof words.problems) => null;
  readonly today: IsoDate;
  readonly filedOn: IsoDate;
};

function readDecision(
  reader: Reader,
  { programme, decision: before }: ReferralFile['status'][number],
  file: ReferralFile,
): Event['what'] | null {
  const { values, wrong, filedOn } = reader;
  const decision = Decision.safeParse(values['decision']).data ?? wrong('decision', 'unknown');
  // What the plan's own system has approved was matched there: it is only by hand that a yes waits for a match.
  const isNewYes = decision !== null && isApproved(decision) && !isApproved(before);
  if (isNewYes && !mayApprove(matchOf(file), programme)) wrong('decision', 'notMatched');
  const decidedOn = readDate('decidedOn', reader);
  const noticeMailedOn = isBlank(values['noticeMailedOn']) ? null : readDate('noticeMailedOn', reader);
  if (noticeMailedOn && decidedOn && noticeMailedOn < decidedOn) wrong('noticeMailedOn', 'beforeDecision');
  if (noticeMailedOn && decision && !mayHaveNotice(decision)) {
    wrong('noticeMailedOn', 'noticeNotForThis');
  }
  const asks = asksIn(values, programme, filedOn);
  if (asks.length > 0 && decision && decision !== 'pendingInfo') wrong('asks', 'asksNotForThis');
  if (asksTooMuch(values, programme, filedOn)) wrong('asks', 'asksTooMuch');
  return (
    decision &&
    decidedOn && { kind: 'decision', decision, decidedOn, noticeMailedOn, ...(asks.length > 0 ? { asks } : {}) }
  );
}

function readLoop(reader: Reader, status: ReferralFile['status'][number]): Event['what'] | null {
  const { wrong } = reader;
  if (!mayLoop(status)) return wrong('loop', 'notApproved');
  const loop = readLoopState(reader);
  const on = readDate('loopOn', reader);
  if (on && status.decidedOn && on < status.decidedOn) wrong('loopOn', 'beforeDecision');
  const provider = readProvider(reader);
  return loop && on && { kind: 'loop', loop, on, provider };
}

function readLoopState({ values, wrong }: Reader): Loop | null {
  const state = values['loop'];
  const reason = isBlank(values['reason']) ? undefined : values['reason'];
  if (isBlank(state)) return wrong('loop', 'required');
  if (state === 'closed' && reason === undefined) return wrong('reason', 'required');
  if (state !== 'closed' && reason !== undefined) return wrong('reason', 'reasonNotForThis');
  const loop = Loop.safeParse(state === 'closed' ? { state, reason } : { state });
  return loop.data ?? wrong(state === 'closed' ? 'reason' : 'loop', 'unknown');
}

/** The member is told both, so both are needed, and the name must be a name. */
function readProvider({ values, wrong }: Reader): Provider | null {
  const name = values['providerName']?.trim() ?? '';
  const phone = values['providerPhone']?.trim() ?? '';
  if (name === '' && phone === '') return null;
  if (name === '') return wrong('providerName', 'bothProvider');
  if (phone === '') return wrong('providerPhone', 'bothProvider');
  if (!isProviderName(name)) return wrong('providerName', 'badName');
  if (!isProviderPhone(phone)) return wrong('providerPhone', 'badPhone');
  return { name, phone };
}

function readDate(field: 'decidedOn' | 'noticeMailedOn' | 'loopOn', reader: Reader): IsoDate | null {
  const { values, wrong, today, filedOn } = reader;
  const text = values[field];
  if (isBlank(text)) return wrong(field, 'required');
  if (!isIsoDate(text)) return wrong(field, 'notADate');
  if (text > today) return wrong(field, 'future');
  return text < filedOn ? wrong(field, 'beforeFiling') : text;
}

function isBlank(text: string | null | undefined): text is '' | null | undefined {
  return text === undefined || text === null || text.trim() === '';
}
