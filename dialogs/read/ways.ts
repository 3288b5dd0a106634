/** The ways to say an option: its labels, and the words that `reads.json` has for its id. */
import { languages } from '../../locales/languages.ts';
import { phrases, type Phrases } from './phrases.ts';
import { tokens } from './plain.ts';
import { everyLanguagesBy, kept } from './words.ts';

/** An option as it is read: its id, and its words in the languages that a member may answer in. */
export type Labelled = { readonly id: string; readonly labels: readonly string[] };

const alone = everyLanguagesBy(({ options }) => mapped(options, 'alone'));
const tags: ReadonlySet<string> = new Set(languages.map(({ tag }) => tag));
const anywhere: readonly ReadonlyMap<string, Phrases>[] = [
  everyLanguagesBy(({ options }) => mapped(options, 'anywhere')),
  everyLanguagesBy((words) => words.concerns),
  everyLanguagesBy((words) => words.programmes),
  everyLanguagesBy((words) => words.topics),
  new Map([...everyLanguagesBy((words) => words.languages.names)].filter(([tag]) => tags.has(tag))),
];

/** What says the option when it is all that is said. */
export function aloneWays({ id, labels }: Labelled): readonly Phrases[] {
  return [...[id, ...labels].map(labelPhrases), alone.get(id)].filter((set) => set !== undefined);
}

/** What says the option in the midst of other words. One word of a label is too little; that is weighed elsewhere. */
export function anywhereWays({ id, labels }: Labelled): readonly Phrases[] {
  const long = labels.filter((label) => tokens(filled(label)).length > 1).map(labelPhrases);
  return [...long, ...anywhere.map((each) => each.get(id))].filter((set) => set !== undefined);
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
