/** How the member may be reached, as codes and in words for the plan's staff. */
import type { CodeableConcept } from 'fhir/r4.js';
import { mayBe } from '../open-ways.ts';
import type { Contact, Referral } from '../referral.ts';
import { concept } from './elements.ts';
import { codes, theirs } from './systems.ts';

/** What staff read for each code. */
const said = {
  doNotContact: 'Do not contact the member: they will call',
  confidentialCommunication: 'Use confidential communication only',
  doNotCall: 'Do not call',
  doNotText: 'Do not text',
  doNotLeaveMessage: 'Do not leave a message',
  doNotMail: 'Do not send mail',
  doNotTellFiler: 'Tell the person who filed nothing but that it was received',
  memberAgrees: 'The member knows of this request and agrees',
  memberDoesNotKnow: 'The member does not know of this request',
  memberCannotAgree: 'The member cannot agree for themselves',
  bestTimeMorning: 'Best time: in the morning',
  bestTimeAfternoon: 'Best time: in the afternoon',
  bestTimeEvening: 'Best time: in the evening',
  bestTimeAnytime: 'Best time: any time',
  largePrint: 'Letters in large print, 20 point or more',
  braille: 'Letters in braille',
  audio: 'Letters as audio',
  electronic: 'Letters in an electronic format',
} as const;
type Way = keyof typeof said;

const times = {
  morning: 'bestTimeMorning',
  afternoon: 'bestTimeAfternoon',
  evening: 'bestTimeEvening',
  anytime: 'bestTimeAnytime',
} as const satisfies Record<NonNullable<Contact['bestTime']>, Way>;
const awareness = {
  agrees: 'memberAgrees',
  doesNotKnow: 'memberDoesNotKnow',
  cannotAgree: 'memberCannotAgree',
} as const;

/** What must be heeded in reaching out, the gravest first. */
function waysOf(referral: Referral): readonly Way[] {
  const { contact, filer, consents } = referral;
  const may = mayBe(referral);
  const ways: readonly (Way | false | null)[] = [
    contact.doNotContact && 'doNotContact',
    contact.confidential && 'confidentialCommunication',
    !may.called && 'doNotCall',
    !may.texted && 'doNotText',
    !may.leftAMessage && 'doNotLeaveMessage',
    !may.mailed && 'doNotMail',
    filer.kind === 'helper' && awareness[filer.awareness],
    filer.kind === 'helper' && !consents.tellHelper && 'doNotTellFiler',
    !contact.doNotContact && contact.bestTime && times[contact.bestTime],
    contact.alternativeFormat,
  ];
  return ways.flatMap((way) => way || []);
}

/** As the guide has it: in the details of the order, where it has a code of its own for "do not contact". */
export const reaching = (referral: Referral): CodeableConcept[] =>
  waysOf(referral).map((way) => ({ ...coded(way), text: said[way] }));

/** The same as sentences; undefined where nothing is to be heeded. */
export function reachingInWords(referral: Referral): string | undefined {
  const ways = waysOf(referral).map((way) => `${said[way]}.`);
  return ways.length > 0 ? `Before anybody reaches out: ${ways.join(' ')}` : undefined;
}

function coded(way: Way): CodeableConcept {
  return way === 'doNotContact'
    ? concept(theirs.gravity, 'contacting-subject-prohibited', 'Contacting Subject Prohibited')
    : concept(codes.reaching, way);
}
