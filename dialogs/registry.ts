/** Every dialog by name: which one waits decides who asks and who hears. */
import { callBack } from './call-back.ts';
import { checkIn } from './check-in.ts';
import { complaint } from './complaint.ts';
import { continuity } from './continuity.ts';
import { danger } from './danger.ts';
import { file } from './file.ts';
import { findingsDialog } from './findings.ts';
import { known } from './known.ts';
import { language } from './language.ts';
import { learn } from './learn.ts';
import { root } from './menu.ts';
import { person } from './person.ts';
import { planQuestion } from './plan-question.ts';
import { privacy } from './privacy.ts';
import type { Heard } from './heard.ts';
import type { Say } from './say.ts';
import { screen } from './screen.ts';
import { startOver } from './start-over.ts';
import type { State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { status } from './status.ts';
import type { Dialog, NotMine, Step } from './step.ts';
import { takeBack } from './take-back.ts';
import { tellHelper } from './tell-helper.ts';
import { whom } from './whom.ts';
import type { World } from './world.ts';

type Dialogs = { readonly [D in Waiting['dialog']]: Dialog<Extract<Waiting, { dialog: D }>> };

/** Built when first needed: dialogs lead to one another, so none can be asked for while they are being loaded. */
const dialogs = (): Dialogs => ({
  callBack,
  checkIn,
  complaint,
  continuity,
  danger,
  file,
  findings: findingsDialog,
  known,
  language,
  learn,
  person,
  planQuestion,
  privacy,
  root,
  screen,
  startOver,
  status,
  takeBack,
  tellHelper,
  whom,
});

/** The dialog that waits. Each takes its own arm of `Waiting`, which its name has just chosen. */
function dialogOf(waiting: Waiting): Dialog {
  return dialogs()[waiting.dialog] as Dialog;
}

/** What waits, asked again: after a reload, in another language, after an aside. */
export function askWaiting(state: State, world: World): readonly Say[] {
  return dialogOf(state.waiting).ask(state.waiting, state, world);
}

export function hearWaiting(heard: Heard, state: State, world: World): Step | NotMine {
  return dialogOf(state.waiting).hear(state.waiting, heard, state, world);
}

export function whyWaiting(state: State, world: World): readonly Say[] {
  return dialogOf(state.waiting).why?.(state.waiting, state, world) ?? [];
}
