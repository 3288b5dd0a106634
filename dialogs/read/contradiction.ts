/** What is said beside an option that makes it another one: that it was so once, or how often it was. */
import type { Tag } from '../../locales/languages.ts';
import { readCount } from './count.ts';
import { hasPhrase, isPhrase, phrases, type Phrases } from './phrases.ts';
import { tokens } from './plain.ts';
import { filled, type Labelled } from './ways.ts';
import { everyLanguages, kept } from './words.ts';

const said = everyLanguages((words) => words.formerly?.said ?? []);
const longAgo = everyLanguages((words) => words.formerly?.longAgo ?? []);
const windows = everyLanguages(({ counts }) => counts.windows);
const ofLabels = everyLanguages((words) => words.formerly?.labels ?? []);
const fewer = everyLanguages(({ counts }) => [...counts.lessThan, ...counts.almost, ...counts.atMost]);
const label = kept((words: string): Phrases => phrases([filled(words)]));

/** Whether the text, which names the option, says something that the option does not: then it is asked again. */
export function isContradicted(option: Labelled, text: string, language: Tag): boolean {
  const words = tokens(text);
  if (option.labels.some((each) => isPhrase(label(each), words))) return false;
  return isOver(option, words) || isOtherNumber(option.count, text, language);
}

/** "I used to have asthma" says nothing of now, and "years ago" nothing of 12 months; a label that tells of then does. */
function isOver({ labels }: Labelled, words: readonly string[]): boolean {
  const tells = (set: Phrases): boolean => labels.some((each) => hasPhrase(set, tokens(filled(each))));
  if (hasPhrase(longAgo, words)) return !tells(ofLabels) || tells(windows);
  return hasPhrase(said, words) && !tells(ofLabels);
}

/** "Urgent care once" is not "2 or more visits"; and whoever says no number has not said that it was so many. */
function isOtherNumber(count: Labelled['count'], text: string, language: Tag): boolean {
  if (!count) return false;
  // So many are days, which are told in months and years too.
  if (count.from >= days) return hasPhrase(fewer, tokens(text));
  const told = readCount({ kind: 'text', text }, language);
  if (typeof told !== 'object') return count.from > 1;
  return told.from < count.from || (count.to !== null && (told.to === null || told.to > count.to));
}

const days = 30;
