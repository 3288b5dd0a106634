/** The filing conversation: what is missing, the request as it will go, then one number. */
import type { ProgrammeId } from '../policy/rule.ts';
import { goTo, atRest, heardNamed, heardOne, say, step } from './asking.ts';
import { updateCase } from './cases.ts';
import { askedFor, buildReferral } from './file/build.ts';
import { confirmation } from './file/confirmation.ts';
import { heardStep } from './file/hear.ts';
import { andWhatBelongs } from './file/programmes.ts';
import { preview } from './file/preview.ts';
import { fileQuestion, previewOptions, cannotWait } from './file/questions.ts';
import { nextFileStep } from './file/steps.ts';
import type { Heard } from './heard.ts';
import { menuAfter } from './menu.ts';
import { readYesNo } from './read/yes-no.ts';
import type { Say } from './say.ts';
import type { Case, Draft } from './case.ts';
import { activeCase, type State } from './state.ts';
import { FileStep, type Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';

type File = Extract<Waiting, { dialog: 'file' }>;

function asked({ step: at }: File, state: State, world: World): readonly Say[] {
  const about = activeCase(state);
  if (!about) return [];
  return at === 'preview' ? preview(about, state, world) : [fileQuestion(at, about, state, world)];
}

/** Asks for what is still missing; with nothing missing, shows the request. */
export function beginFiling(state: State, world: World): Step {
  const about = activeCase(state);
  if (!about) return step(atRest(state), []);
  return toStep(nextFileStep(about, world), state, world);
}

function toStep(at: FileStep, state: State, world: World): Step {
  const waiting: File = { dialog: 'file', step: at };
  const moved = goTo(state, waiting);
  return step(moved, asked(waiting, moved, world));
}

function hear(waiting: File, heard: Heard, state: State, world: World): Step | NotMine {
  const about = activeCase(state);
  if (!about) return notMine;
  if (waiting.step === 'preview') return previewHeard(heard, about, state, world);
  const said = heardStep(waiting.step, heard, about, state, world);
  return said === undefined ? notMine : beginFiling(withDraft(state, said), world);
}

function withDraft(state: State, said: Partial<Draft>): State {
  return updateCase(state, (about) => ({ ...about, draft: { ...about.draft, ...said } }));
}

function previewHeard(heard: Heard, about: Case, state: State, world: World): Step | NotMine {
  const edited = heard.kind === 'chosen' ? editHeard(heard.ids[0] ?? '', about, state, world) : undefined;
  if (edited) return edited;
  const refused = heard.kind === 'text' && readYesNo(heard.text) === 'no';
  // "Yes, urgent", "no, it can't wait": what cannot wait is neither sent as if it could, nor kept back.
  const urgent = !about.draft.asksForFast && heardNamed(cannotWait, heard, state);
  const said = refused ? 'dontSend' : heardOne(previewOptions(world), heard, state);
  const chosen = urgent ? 'fast' : said;
  if (chosen === 'send') return send(about, state, world);
  if (chosen === 'dontSend') {
    const rested = atRest(state);
    return step(rested, [say('file.notSent'), ...menuAfter(rested, world)]);
  }
  if (chosen === 'leaveOut')
    return shown(withDraft(state, { leftOut: about.replies.map(({ question }) => question) }), world);
  const change = FileStep.safeParse(chosen);
  return change.success ? toStep(change.data, state, world) : notMine;
}

/** One row of the request changed, left out, or put back. */
function editHeard(id: string, about: Case, state: State, world: World): Step | undefined {
  const [act, what = ''] = id.split(':');
  const { leftOut } = about.draft;
  const isAnswered = about.replies.some(({ question }) => question === what);
  if (act === 'leave' && isAnswered)
    return shown(withDraft(state, { leftOut: [...new Set([...leftOut, what])] }), world);
  if (act === 'include') return shown(withDraft(state, { leftOut: leftOut.filter((each) => each !== what) }), world);
  if (act === 'remove') {
    const programmes = askedFor(about, world).filter((each) => each !== what);
    return programmes.length > 0 ? shown(withDraft(state, { programmes: [...programmes] }), world) : undefined;
  }
  const change = act === 'change' ? FileStep.safeParse(what) : undefined;
  return change?.success ? toStep(change.data, state, world) : undefined;
}

function shown(state: State, world: World): Step {
  return step(state, asked({ dialog: 'file', step: 'preview' }, state, world));
}

function send(about: Case, state: State, world: World): Step | NotMine {
  const referral = buildReferral(about, state, world);
  if (!referral) return beginFiling(state, world);
  const kept: Draft = { ...about.draft, leftOut: [] };
  delete kept.programmes;
  delete kept.asksForFast;
  delete kept.fastReason;
  const filed = updateCase(state, (each) => ({ ...each, draft: kept, filed: [...each.filed, referral.number] }));
  const rested = atRest(filed);
  return step(rested, [...confirmation(referral, world), ...menuAfter(rested, world)], [{ do: 'file', referral }]);
}

/** Asks the plan for these, whatever the screen found: no screen is a gate. */
export function fileFor(programmes: readonly ProgrammeId[], state: State, world: World): State {
  const about = activeCase(state);
  if (!about || programmes.length === 0) return state;
  return withDraft(state, { programmes: andWhatBelongs(programmes, about, world) });
}

export const file: Dialog<File> = {
  ask: asked,
  hear,
  why: (waiting, _state, world) => [say(`file.${waiting.step}.why`, { plan: world.plan.shortName })],
};
