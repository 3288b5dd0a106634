import type { Tag } from '../../locales/languages.ts';
import type { GlobalAct } from '../heard.ts';
import { takesBack } from './correction.ts';
import { isPhrase, trimmed } from './phrases.ts';
import { tokens } from './plain.ts';
import { silenceIn } from './silence.ts';
import { everyLanguages, everyLanguagesBy } from './words.ts';

const fillers = everyLanguages((words) => words.fillers);
const acts = everyLanguagesBy((words) => words.acts);
const names = [
  'person',
  'back',
  'why',
  'language',
  'menu',
  'startOver',
  'known',
  'repeat',
  'complaint',
  'appeal',
  'answer',
  'takeBack',
] as const satisfies readonly GlobalAct[];
const byDigit: Readonly<Record<string, GlobalAct>> = { '0': 'person', '8': 'notSure', '9': 'decline' };

/**
 * What can be done at any moment, when the whole message says it: "back", "hablar con una persona", "0". `digits`:
 * whether 0, 8 and 9 are such acts now; false while a number, a date or a phone is awaited.
 */
export function readAct(text: string, _language: Tag, digits: boolean): GlobalAct | undefined {
  const words = tokens(text);
  const core = trimmed(fillers, words);
  const [digit] = core;
  if (core.length === 1 && digit !== undefined && byDigit[digit]) return digits ? byDigit[digit] : undefined;
  if (takesBack(text)) return 'back';
  const named = names.find((act) => [words, core].some((said) => isPhrase(acts.get(act) ?? new Map(), said)));
  if (named) return named;
  // A longer "I don't know whether ..." is for the question that waits: only a short one stands for itself.
  const silent = core.length <= 5 ? silenceIn(words) : undefined;
  return silent === 'declined' ? 'decline' : silent;
}
