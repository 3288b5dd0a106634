/** STOP, START and HELP by text message: obeyed before any dialog, in every language, as whole messages only. */
import { planParams, say, step } from '../dialogs/asking.ts';
import { askWaiting } from '../dialogs/registry.ts';
import type { State } from '../dialogs/state.ts';
import type { Step } from '../dialogs/step.ts';
import type { World } from '../dialogs/world.ts';
import { readKeyword } from './keywords.ts';

export function heardKeyword(text: string, state: State, world: World): Step | undefined {
  const params = planParams(world);
  switch (readKeyword(text)) {
    case 'stop':
      return step({ ...state, stopped: true }, [say('sms.stopped', params)], [{ do: 'texting', allowed: false }]);
    case 'start': {
      // Who was never stopped begins with "START" as others begin with "hello".
      if (!state.stopped) return undefined;
      const back: State = { ...state, stopped: false };
      return step(back, [say('sms.started', params), ...askWaiting(back, world)], [{ do: 'texting', allowed: true }]);
    }
    case 'help':
      return step(state, [say('sms.help', params)]);
    case 'maybeStop':
      return step(state, [say('sms.confirmStop', params)]);
    case null:
      return undefined;
  }
}
