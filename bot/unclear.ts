/** What could not be read is asked again; the second time in other words; the third time a person is offered. */
import { planParams, say, step } from '../dialogs/asking.ts';
import type { Heard } from '../dialogs/heard.ts';
import { toPerson } from '../dialogs/person.ts';
import { askWaiting } from '../dialogs/registry.ts';
import type { State } from '../dialogs/state.ts';
import type { Step } from '../dialogs/step.ts';
import type { World } from '../dialogs/world.ts';

export function unclear(state: State, heard: Heard | undefined, world: World): Step {
  const again: State = { ...state, misread: state.misread + 1 };
  if (again.misread >= 3) {
    const offered = toPerson({ ...state, misread: 0 }, world);
    return { ...offered, says: [say('common.notUnderstood.person', planParams(world)), ...offered.says] };
  }
  const noWords = world.channel === 'sms' ? 'sms.voice' : 'common.notUnderstood.noWords';
  const sorry =
    heard?.kind === 'unreadable'
      ? noWords
      : (`common.notUnderstood.${again.misread === 1 ? 'first' : 'second'}` as const);
  return step(again, [say(sorry), ...askWaiting(again, world)]);
}
