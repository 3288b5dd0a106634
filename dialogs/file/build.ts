/** The request as it is sent: out of the draft, with only the answers that bear on each programme. */
import type { Answers } from '../../policy/facts.ts';
import type { Finding } from '../../policy/findings.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import type { Contact, Filer, FindingRecord, Referral, Request } from '../../referral/referral.ts';
import { answersBearingOn, answersFrom, bearOn } from '../answers.ts';
import { countyIn } from '../county.ts';
import type { Replied } from '../reply.ts';
import type { Case } from '../case.ts';
import type { State } from '../state.ts';
import type { World } from '../world.ts';
import { found, likelyProgrammes } from './programmes.ts';

/** What is asked for: as chosen, else what the screen found likeliest. */
export function askedFor(about: Case, world: World): readonly ProgrammeId[] {
  return about.draft.programmes ?? likelyProgrammes(about, world);
}

/**
 * The replies that may go with the request, in the order in which they came: those that bear on what is asked for, and
 * where somebody lives. What was not known or not said is no answer: it is neither shown nor sent.
 */
export function sentReplies(about: Case, world: World): readonly Replied[] {
  const bearing = new Set(
    askedFor(about, world).flatMap((programme) => bearOn(programme, about.replies, world.catalog)),
  );
  return about.replies.filter((each) => isTold(each) && (each.question === 'county' || bearing.has(each.question)));
}

const isTold = ({ reply: { kind } }: Replied): boolean => kind === 'chosen' || kind === 'count';

/** Undefined while name or birth date are missing: nothing half is ever filed. */
export function buildReferral(about: Case, state: State, world: World): Referral | undefined {
  const { name, birthDate } = about.draft;
  if (name === undefined || birthDate === undefined) return undefined;
  return {
    number: world.ids.referralNumber,
    plan: world.plan.id,
    filedOn: world.today,
    channel: world.channel,
    language: state.language,
    caseId: about.id,
    person: { name, birthDate, cardNumber: about.draft.cardNumber ?? null, county: countyIn(kept(about)) },
    contact: contactOf(about, state, world),
    filer: filerOf(about),
    consents: {
      sendToPlan: true,
      textMe: about.draft.consents.textMe ?? false,
      voicemail: about.draft.consents.voicemail ?? false,
      tellHelper: false,
    },
    trusted: about.draft.trusted ?? null,
    asksForFast: about.draft.asksForFast ?? false,
    fastReason: (about.draft.asksForFast && about.draft.fastReason) || null,
    requests: requestsOf(about, world),
  };
}

/** Without what the member left out. */
function kept({ replies, draft }: Case): Replied[] {
  return replies.filter(({ question }) => !draft.leftOut.includes(question));
}

function requestsOf(about: Case, world: World): Request[] {
  const replies = kept(about);
  const answers = answersFrom(replies.filter(isTold));
  const known = found({ ...about, replies }, world);
  return askedFor(about, world).map((programme) => ({
    programme,
    finding: recordOf(known.find((finding) => finding.programme === programme)),
    answers: bearing(programme, answers, world),
  }));
}

function bearing(programme: ProgrammeId, answers: Answers, world: World): Answers {
  return answersBearingOn(programme, answers, world.catalog);
}

/** A finding as it goes with a request. */
export function recordOf(finding: Finding | undefined): FindingRecord | null {
  if (!finding) return null;
  return {
    truth: finding.truth,
    populations: [...finding.populations],
    because: [...finding.because],
    missing: [...finding.missing],
    planDecides: [...finding.planDecides],
    after: finding.after ?? null,
  };
}

/** By text, the phone in the member's hand is theirs; a helper's is not the member's. */
export function phoneOf(about: Case, world: World): string | null {
  if (about.draft.phone !== undefined) return about.draft.phone;
  return about.whose === 'self' ? (world.provenPhone ?? null) : null;
}

function contactOf(about: Case, state: State, world: World): Contact {
  const { draft } = about;
  const may = (way: 'call' | 'text' | 'mail' | 'none'): boolean => draft.safeWays?.includes(way) ?? false;
  return {
    phone: phoneOf(about, world),
    mayCall: may('call'),
    mayText: may('text') && (draft.consents.textMe ?? false),
    mayLeaveVoicemail: draft.consents.voicemail ?? false,
    mayMail: may('mail'),
    doNotContact: may('none'),
    mailingAddress: draft.mailingAddress ?? null,
    bestTime: draft.bestTime ?? null,
    confidential: about.confidential,
    spokenLanguage: draft.spokenLanguage ?? state.language,
    writtenLanguage: draft.writtenLanguage ?? draft.spokenLanguage ?? state.language,
    dialect: draft.dialect ?? null,
    alternativeFormat: draft.alternativeFormat ?? null,
  };
}

function filerOf(about: Case): Filer {
  if (about.whose === 'self') return { kind: 'self' };
  const { relation, awareness, name, phone, organization, title } = about.helper;
  return {
    kind: 'helper',
    relation: relation ?? 'friend',
    awareness: awareness ?? 'doesNotKnow',
    name: name ?? '',
    phone: phone ?? null,
    organization: organization ?? null,
    title: title ?? null,
  };
}
