/** What else waits at the desk: calls to make, danger, complaints and appeals, texts that were not taken. */
import { addDays } from '../../policy/calendar.ts';
import { DangerKind } from '../../dialogs/danger-kind.ts';
import type { CallBack } from '../../referral/call-back.ts';
import { kindOf, type Complaint } from '../../referral/complaint.ts';
import { californiaDay } from '../desk/desk-time.ts';
import { complaintOutcomes } from '../desk/complaints/store.ts';
import type { Draws } from './draws.ts';
import type { Happening } from './happening.ts';
import { phoneOf } from './people.ts';
import { workers } from './stages.ts';
import { tagOf, type Filing } from './weeks.ts';

/** Out of the people who have filed: about one in ten wants a call, one in forty is in danger. */
export function onTheSide(filings: readonly Filing[], until: Date, draw: Draws): readonly Happening[] {
  const every = (so: number, first: number): readonly Filing[] => filings.filter((_, place) => place % so === first);
  return [
    ...every(10, 3).flatMap((filing, place) => wantsCall(filing, place, until, draw)),
    ...every(40, 5).flatMap((filing, place) => inDanger(filing, place, until, draw)),
    ...every(20, 7).flatMap((filing, place) => complains(filing, place, until, draw)),
    ...every(50, 9).map((filing, place) => untexted(filing, place, until, draw)),
  ];
}

const hours = (count: number): number => count * 3_600_000;

/** An instant before the end, and for some of them long before. */
function ago(until: Date, most: number, draw: Draws): string {
  return new Date(until.getTime() - draw.between(5, most * 60) * 60_000).toISOString();
}

/** So long after, if that is not still to come. */
function after(at: string, ms: number, until: Date): string | null {
  const later = Date.parse(at) + ms;
  return later < until.getTime() ? new Date(later).toISOString() : null;
}

function says({ said }: Filing, at: string, what: Extract<Happening, { kind: 'said' }>['what']): Happening {
  return { kind: 'said', at, channel: said.channel, key: said.key, language: said.language, what };
}

function wantsCall(filing: Filing, place: number, until: Date, draw: Draws): readonly Happening[] {
  const { person, contact } = filing.referral;
  const id = `practice call ${place}`;
  const at = ago(until, 50, draw);
  const callBack: CallBack = {
    id,
    name: draw.chance(0.8) ? person.name : null,
    phone: contact.phone ?? phoneOf(place),
    language: contact.spokenLanguage,
    dialect: contact.dialect,
    when: contact.bestTime,
    voicemail: draw.pick([true, false, null]),
    reason: draw.pick(['asked', 'asked', 'languageNotOffered', 'complaint'] as const),
  };
  return [
    says(filing, at, { callBack }),
    ...(place % 12 === 1 ? notTheirs(id, at, until, draw) : handled('callBack', id, at, until, draw)),
  ];
}

function inDanger(filing: Filing, place: number, until: Date, draw: Draws): readonly Happening[] {
  const id = `practice alert ${place}`;
  const at = ago(until, place === 0 ? 1 : 90, draw);
  const alert = {
    id,
    danger: DangerKind.options[place % DangerKind.options.length] ?? 'abuse',
    language: filing.said.language,
    wantsCall: draw.chance(0.6),
    phone: filing.said.channel === 'sms' ? filing.said.key : null,
  };
  return [says(filing, at, { alert }), ...(place === 0 ? [] : handled('alert', id, at, until, draw))];
}

/** Somebody else answers: for whoever sees to privacy. */
function notTheirs(id: string, at: string, until: Date, draw: Draws): readonly Happening[] {
  const then = after(at, 2 * 60_000, until) ?? at;
  return [{ kind: 'task', task: 'callBack', id, by: draw.pick(workers), at: then, act: 'wrongNumber' }];
}

/** Three in five are taken, most of these are done. */
function handled(task: 'callBack' | 'alert', id: string, at: string, until: Date, draw: Draws): readonly Happening[] {
  const by = draw.pick(workers);
  const taken = draw.chance(0.6) ? after(at, draw.between(2, 90) * 60_000, until) : null;
  const done = draw.chance(0.6) && taken !== null ? after(taken, draw.between(5, 200) * 60_000, until) : null;
  const outcome = draw.pick(['reached', 'noAnswer', 'wrongNumber', 'notNeeded'] as const);
  return [
    ...(taken === null ? [] : [{ kind: 'task', task, id, by, at: taken, act: 'take' } as const]),
    ...(done === null ? [] : [{ kind: 'task', task, id, by, at: done, act: outcome } as const]),
  ];
}

const subjects = ['care', 'letter', 'nobodyCalled', 'letter', 'service'] as const;

function complains(filing: Filing, place: number, until: Date, draw: Draws): readonly Happening[] {
  const { referral } = filing;
  const id = `practice complaint ${place}`;
  const at = ago(until, 24 * (place % 3 === 0 ? 36 : 9), draw);
  const subject = subjects[place % subjects.length] ?? 'care';
  const kind = kindOf(subject);
  const byLetter = kind === 'appeal';
  const complaint: Complaint = {
    id,
    kind,
    subject,
    number: referral.number,
    words: draw.pick([
      'Nobody called me back. I waited for two weeks.',
      'La carta dice que no. No entiendo por qué.',
      null,
    ]),
    asksForFast: draw.chance(0.25),
    letterDate: byLetter ? addDays(californiaDay(at), -draw.between(2, 20)) : null,
    keepServices: byLetter && draw.chance(0.4),
    person: { name: referral.person.name, birthDate: referral.person.birthDate },
    helper: referral.filer.kind === 'helper' ? { name: referral.filer.name } : null,
    reply: draw.pick(['call', 'letter'] as const),
    phone: referral.contact.phone,
    mailingAddress: referral.contact.mailingAddress,
    confidential: referral.contact.confidential,
    language: tagOf(referral.language),
    dialect: referral.contact.dialect,
  };
  const by = draw.pick(workers);
  const outcomes = complaintOutcomes[kind];
  const acts: readonly (readonly [act: Extract<Happening, { kind: 'complaint' }>['act'], ms: number])[] = [
    ['take', hours(draw.between(1, 30))],
    ['acknowledge', hours(draw.between(31, 90))],
    ...(complaint.asksForFast ? [['urgent', hours(91)] as const] : []),
    [draw.pick<(typeof outcomes)[number]>(outcomes), hours(draw.between(24 * 8, 24 * 28))],
  ];
  const steps = acts.slice(0, draw.between(0, acts.length)).flatMap(([act, ms]) => {
    const then = after(at, ms, until);
    return then === null ? [] : [{ kind: 'complaint', id, by, at: then, act } as const];
  });
  return [says(filing, at, { complaint }), ...steps];
}

function untexted({ referral }: Filing, place: number, until: Date, draw: Draws): Happening {
  const phone = referral.contact.phone ?? phoneOf(place);
  const reason = draw.pick(['noConsent', 'unreachable', 'textingOff']);
  return {
    kind: 'untexted',
    at: ago(until, 40, draw),
    id: `practice text ${place}`,
    phone,
    language: tagOf(referral.language),
    reason,
  };
}
