/** What a member says after the filing, in FHIR (docs/fhir.md): a resource of its own, a change of what the plan has, or both. */
import type { Bundle, Communication } from 'fhir/r4.js';
import type { AskWords, FollowUp } from '../follow-up.ts';
import { followUpName } from '../follow-up.ts';
import { concept, linkTo, type Made } from './elements.ts';
import { entryOf, labelsOf } from './entry.ts';
import { filingOf, type Filing, type Taker } from './filing.ts';
import { idIn } from './ids.ts';
import { answerLinked, answerToPlan } from './plan-asked.ts';
import { codes, numbers, theirs } from './systems.ts';
import { takenBack } from './taken-back.ts';

/** A resource as the plan's server shows it: all of it stays but what is changed. */
export type Had = {
  readonly resourceType: string;
  readonly id: string;
  readonly [field: string]: unknown;
};

/** What of the plan's is read, and what it becomes: nothing where the plan has gone on, or where it was changed before. */
export type Amendment = {
  readonly urls: readonly string[];
  /** By url; what the plan has deleted is not there. */
  readonly changed: (found: ReadonlyMap<string, Had>) => readonly Had[];
};

export type FollowUpInFhir = {
  /** Goes first, for what is changed may lead to it. */
  readonly made: Bundle | null;
  readonly amended: Amendment | null;
};

export type FollowUpParts = {
  readonly plan: Taker;
  /** Absent: by code alone. */
  readonly words?: AskWords;
  /** When it is written there. */
  readonly at: string;
};

/** Each has an id of its own, so that it is there once, however often it is sent. */
export function followUpInFhir(followUp: FollowUp, { plan, words, at }: FollowUpParts): FollowUpInFhir {
  const { referral } = followUp;
  const filing = filingOf(referral, plan);
  const id = idIn(referral, `${followUp.what} ${followUp.event}`);
  const identifier = { system: numbers.followUp, value: followUpName(referral.number, followUp) };
  const alone = (resource: Made): Bundle => ({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [entryOf(resource, labelsOf(referral))],
  });
  switch (followUp.what) {
    case 'withdrawn':
      return { made: null, amended: takenBack(filing, followUp.programmes, at) };
    case 'answered': {
      const said = answerToPlan(followUp, filing, { id, identifier }, words);
      return { made: alone(said), amended: answerLinked(filing, followUp.programmes[0], said) };
    }
    case 'reminder':
      return { made: alone(reminder(followUp, filing, { id, identifier: [identifier] })), amended: null };
  }
}

/** No word of the member's: that they ask, and which time ran out. */
function reminder(
  { referral, programmes, at, clock }: Extract<FollowUp, { readonly what: 'reminder' }>,
  { ids, links }: Filing,
  names: Pick<Communication & Made, 'id' | 'identifier'>,
): Communication & Made {
  return {
    resourceType: 'Communication',
    ...names,
    basedOn: programmes.map((id) => linkTo({ resourceType: 'ServiceRequest', id: ids.request(id) })),
    status: 'completed',
    category: [concept(theirs.communication, 'reminder', 'Reminder')],
    priority: referral.asksForFast ? 'urgent' : 'routine',
    subject: links.patient,
    about: programmes.map((id) => linkTo({ resourceType: 'Task', id: ids.task(id) })),
    sent: at,
    recipient: [links.plan],
    sender: links.platform,
    reasonCode: [{ ...concept(codes.followUp, reminderCode(clock)), text: ranOut[clock] }],
  };
}

export const reminderCode = (clock: keyof typeof ranOut): string => `reminder-${clock}`;

const ranOut = {
  decision: 'No word within 5 working days of the filing: the member asks the plan to go on',
  urgent: 'No word within 72 hours of asking for a fast decision: the member asks the plan to go on',
  assignment: 'Nobody has called within 10 working days of the approval: the member asks the plan to go on',
} as const;
