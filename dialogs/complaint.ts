/** A complaint or an appeal: what went wrong, in their own words, how they are to be reached. Nothing else is changed by it. */
import { kindOf, type Complaint, type ComplaintSubject } from '../referral/complaint.ts';
import { atRest, goTo, heardOne, planParams, say, step } from './asking.ts';
import { heardComplaint } from './complaint/hear.ts';
import { complaintPreview } from './complaint/preview.ts';
import { complaintQuestion, isUnsafe, previewOptions, type ComplaintWaiting } from './complaint/questions.ts';
import { complaintSent } from './complaint/sent.ts';
import { about, nextStep, withKnown } from './complaint/steps.ts';
import { complaintWhy } from './complaint/why.ts';
import type { Heard } from './heard.ts';
import { menuAfter } from './menu.ts';
import type { Say } from './say.ts';
import type { State } from './state.ts';
import type { ComplaintDraft } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';

/**
 * Begins one, or goes on with the one that is being told. `subject`: what it is about, where that was said already.
 * Who has only ever spoken of themselves is not asked whom it is about. `known`: which request, and whose, where we asked.
 */
export function toComplaint(
  state: State,
  world: World,
  subject?: ComplaintSubject,
  known: Pick<ComplaintDraft, 'number' | 'whose'> = {},
): Step {
  if (state.waiting.dialog === 'complaint') {
    const { said } = state.waiting;
    if (subject && said.subject === undefined && said.whose)
      return asked({ ...said, subject }, state, world, introOf(subject, world));
    return step(state, askComplaint(state.waiting, state, world));
  }
  const left = state.trail.findLast((each) => each.dialog === 'complaint');
  if (left) {
    const back = goTo(state, left);
    return step(back, askComplaint(left, back, world));
  }
  const isOwn = state.cases.length > 0 && state.cases.every(({ whose }) => whose === 'self');
  const begun = withKnown({ ...(isOwn ? { whose: 'self' } : {}), ...(subject ? { subject } : {}), ...known }, state);
  return asked(begun, state, world, introOf(subject, world));
}

const introOf = (subject: ComplaintSubject | undefined, world: World): readonly Say[] => [
  say(`complaint.intro.${introNames[subject ?? 'care']}`, planParams(world)),
];
/** Where no decision came there may be no letter whose date counts. */
const introNames = {
  care: 'grievance',
  service: 'grievance',
  nobodyCalled: 'grievance',
  letter: 'appeal',
  noDecision: 'noDecision',
} as const satisfies Record<ComplaintSubject, string>;

function asked(said: ComplaintDraft, state: State, world: World, before: readonly Say[] = []): Step {
  const waiting: ComplaintWaiting = { dialog: 'complaint', step: nextStep(said), said };
  const next = goTo(state, waiting);
  return step(next, [...before, ...askComplaint(waiting, next, world)]);
}

function askComplaint(waiting: ComplaintWaiting, state: State, world: World): readonly Say[] {
  return waiting.step === 'preview'
    ? complaintPreview(waiting, state, world)
    : [complaintQuestion(waiting, state, world)];
}

function hear(waiting: ComplaintWaiting, heard: Heard, state: State, world: World): Step | NotMine {
  if (waiting.step === 'preview') return heardPreview(waiting, heard, state, world);
  const added = heardComplaint(waiting, heard, state, world);
  if (added === undefined) return notMine;
  if (added === 'otherPhone') {
    const other: ComplaintWaiting = { ...waiting, otherPhone: true };
    const next = goTo(state, other);
    return step(next, askComplaint(other, next, world));
  }
  const said = { ...waiting.said, ...added };
  return asked(added.whose ? withKnown(said, state) : said, state, world, beside(added, world));
}

/** What goes with an answer: what an appeal is, and that the plan finds out whether a helper may speak for somebody. */
function beside(added: Partial<ComplaintDraft>, world: World): readonly Say[] {
  return [
    ...(added.whose === 'other' ? [say('complaint.intro.helper')] : []),
    ...(added.subject && kindOf(added.subject) === 'appeal' ? introOf(added.subject, world) : []),
  ];
}

function heardPreview(waiting: ComplaintWaiting, heard: Heard, state: State, world: World): Step | NotMine {
  const { said } = waiting;
  switch (heardOne(previewOptions(waiting), heard, state)) {
    case 'send':
      return sent(said, state, world);
    case 'words':
      return again(said, ['words'], state, world);
    case 'reach':
      return again(said, ['reply', 'phone', 'address'], state, world);
    case 'dontSend': {
      const rested = atRest(state);
      return step(rested, [say('file.notSent'), ...menuAfter(rested, world)]);
    }
    default:
      return notMine;
  }
}

/** Asked once more, in their order; what was said of the rest stays. */
function again(said: ComplaintDraft, open: readonly (keyof ComplaintDraft)[], state: State, world: World): Step {
  const kept = Object.fromEntries(Object.entries(said).filter(([name]) => !open.some((each) => each === name)));
  return asked(kept, state, world);
}

function sent(said: ComplaintDraft, state: State, world: World): Step {
  const complaint = built(said, state, world);
  const rested = atRest(state);
  const format = about(said, state)?.draft.alternativeFormat ?? null;
  return step(
    rested,
    [complaintSent(complaint, format, world), ...menuAfter(rested, world)],
    [{ do: 'complaint', complaint }],
  );
}

function built(said: ComplaintDraft, state: State, world: World): Complaint {
  const { subject = 'care', reply = 'call' } = said;
  const known = about(said, state);
  const kind = kindOf(subject);
  return {
    id: world.ids.complaintId,
    kind,
    subject,
    number: said.number ?? known?.filed.at(-1) ?? null,
    words: said.words ?? null,
    asksForFast: said.urgent ?? false,
    letterDate: kind === 'appeal' ? (said.letterDate ?? null) : null,
    keepServices: kind === 'appeal' && said.keep === true,
    person: { name: said.name ?? null, birthDate: said.birthDate ?? null },
    helper: said.whose === 'other' ? { name: said.helperName ?? null } : null,
    reply,
    phone: reply === 'call' ? (said.phone ?? null) : null,
    mailingAddress: reply === 'letter' ? (said.address ?? null) : null,
    confidential: isUnsafe(state),
    language: (said.whose === 'self' ? known?.draft.spokenLanguage : undefined) ?? state.language,
    dialect: known?.draft.dialect ?? null,
  };
}

export const complaint: Dialog<ComplaintWaiting> = {
  ask: askComplaint,
  hear,
  why: (waiting, _state, world) => [{ kind: 'line', line: complaintWhy(waiting, world) }],
};
