/** The ways to say an option: its labels, and the words that `reads.json` has for its id. */
import { languages } from '../../locales/languages.ts';
import type { Count } from '../../policy/facts.ts';
import { phrases, type Phrases } from './phrases.ts';
import { tokens } from './plain.ts';
import { everyLanguagesBy, kept } from './words.ts';

/**
 * An option as it is read: its id, and its words in the languages that a member may answer in. `question`: the
 * screening question that it stands under, as the same id says other things elsewhere. `count`: how many it says.
 */
export type Labelled = {
  readonly id: string;
  readonly labels: readonly string[];
  readonly question?: string;
  readonly count?: Count;
};

const alone = everyLanguagesBy(({ options }) => mapped(options, 'alone'));
const tags: ReadonlySet<string> = new Set(languages.map(({ tag }) => tag));
const anywhere = everyLanguagesBy(({ options }) => mapped(options, 'anywhere'));
const concerns = everyLanguagesBy((words) => words.concerns);
/** Of a list that is no screening question: programmes, topics, languages. */
const elsewhere: readonly ReadonlyMap<string, Phrases>[] = [
  everyLanguagesBy((words) => words.programmes),
  everyLanguagesBy((words) => words.topics),
  new Map([...everyLanguagesBy((words) => words.languages.names)].filter(([tag]) => tags.has(tag))),
];

/** What says the option when it is all that is said. An id is no word of a member's: "both" may mean two cards. */
export function aloneWays({ id, labels, question }: Labelled): readonly Phrases[] {
  const said = question === undefined ? [id, ...labels] : labels;
  return [...said.map(labelPhrases), alone.get(id), alone.get(`${question}.${id}`)].filter((set) => set !== undefined);
}

/** What says the option in the midst of other words. One word of a label is too little; that is weighed elsewhere. */
export function anywhereWays({ id, labels, question }: Labelled): readonly Phrases[] {
  const long = labels.filter((label) => tokens(filled(label)).length > 1).map(labelPhrases);
  const told = question === undefined || question === 'concerns' ? [concerns.get(id)] : [];
  const others = question === undefined ? elsewhere.map((each) => each.get(id)) : [];
  return [...long, anywhere.get(id), anywhere.get(`${question}.${id}`), ...told, ...others].filter(
    (set) => set !== undefined,
  );
}

/** Labels come from the catalogue: they are few, and the same in every turn. */
const labelPhrases = kept((label: string) => phrases([filled(label)]));

/** Placeholders are no words of a label. */
export function filled(label: string): string {
  return label.replace(/\{\{[^}]*\}\}/g, ' ');
}

function mapped<T extends string>(
  options: Readonly<Record<string, Readonly<Record<T, readonly string[]>>>>,
  which: T,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(options).map(([id, ways]) => [id, ways[which]]));
}
