import type { DangerKind } from '../dialogs/danger-kind.ts';
import { found } from '../dialogs/file/programmes.ts';
import { activeCase, type State } from '../dialogs/state.ts';
import type { Step } from '../dialogs/step.ts';
import type { World } from '../dialogs/world.ts';
import type { Outcome } from './inbound.ts';
import type { Message } from './store.ts';
import { questionId } from './waiting-question.ts';

/** What a channel is given to show: the state that now is, and what was said. `taken` is absent where no turn was run. */
export function outcomeOf(
  state: State,
  messages: readonly Message[],
  world: World,
  danger: DangerKind | null,
  taken?: Step,
): Outcome {
  const filed = taken?.does.find((effect) => effect.do === 'file');
  const about = activeCase(state);
  return {
    language: state.language,
    messages,
    question: questionId(state, world),
    dialog: state.waiting.dialog === 'root' ? null : state.waiting.dialog,
    danger: danger ?? taken?.does.find((effect) => effect.do === 'alert')?.danger ?? null,
    findings: state.waiting.dialog === 'findings' && about ? found(about, world) : null,
    confirmation: filed?.referral.number ?? null,
    silent: state.stopped && !taken?.says.length,
  };
}
