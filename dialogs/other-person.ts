/** In the middle of questions about one person, the member says that they are about another. */
import { readForWhom } from './read/for-whom.ts';
import { activeCase, type State } from './state.ts';
import type { Step } from './step.ts';
import { askWhose } from './whom.ts';

/** Asks anew whom it is for: no answer about one person is taken for another's. Undefined: nothing of the kind is said. */
export function otherPerson(text: string, state: State): Step | undefined {
  const { dialog } = state.waiting;
  const about = activeCase(state);
  if (!about || (dialog !== 'screen' && dialog !== 'findings' && dialog !== 'file')) return undefined;
  const said = readForWhom(text);
  if (said === undefined || (said === 'self' && about.whose === 'self')) return undefined;
  return askWhose(state, dialog === 'file' ? 'file' : 'screen');
}
