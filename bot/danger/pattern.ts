/**
 * The small grammar in which danger phrases are written, so that a clinician can read and mend them:
 *
 * - `want to die`    these words, next to each other
 * - `die|dead`       either word; `be_dead` joins two words into one alternative
 * - `suicid*`        any word that begins so
 * - `@want`          any of the file's group of that name
 * - `[to]`           may be there or not
 * - `..3`            up to three words between, within one sentence
 * - `!now|again`    none of these among the next four words of the sentence
 * - `(on the stove)` what must stand there without being part of the phrase: a look-alike does not excuse these words
 * - `#` a number, `#age` one from 0 to 17, `#grown` from 18, `#many` one from 10 to 200, `#year` a year long past, `^` the start of the message, `$` its end
 */
import { Choice } from './choice.ts';

export type Pattern = readonly Element[];

export type Element =
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'none'; readonly of: Choice }
  | { readonly kind: 'one'; readonly of: Choice; readonly optional: boolean; readonly context: boolean };

/** Named lists of alternatives, each written as a phrase. */
export type Groups = Readonly<Record<string, readonly string[]>>;

/** Reads one phrase. A name that no group has, or an empty alternative, throws: a broken file stops the start. */
export function parsePattern(phrase: string, groups: Groups): Pattern {
  try {
    const pattern = elements(phrase, groups);
    if (pattern[0]?.kind !== 'one') throw new Error('a phrase begins with a word');
    if (!pattern.some(isAnchored)) throw new Error('a phrase needs a word that must be there');
    return pattern;
  } catch (cause) {
    throw new Error(`danger patterns: cannot read "${phrase}"`, { cause });
  }
}

/** The start and the end of a message are everywhere: a phrase of nothing else tells nothing. */
function isAnchored(element: Element): boolean {
  return element.kind === 'one' && !element.optional && !element.of.anchors.some((word) => /^[$^]$/.test(word));
}

function elements(phrase: string, groups: Groups): Pattern {
  let context = false;
  return phrase.split(' ').map((part): Element => {
    context ||= part.startsWith('(');
    const inContext = context;
    if (part.endsWith(')')) context = false;
    const bare = part.replace(/^\(|\)$/g, '');
    if (/^\.\.\d+$/.test(bare)) return { kind: 'gap', most: Number(bare.slice(2)) };
    if (bare.startsWith('!')) return { kind: 'none', of: choice(bare.slice(1), groups) };
    const optional = bare.startsWith('[') && bare.endsWith(']');
    return { kind: 'one', of: choice(optional ? bare.slice(1, -1) : bare, groups), optional, context: inContext };
  });
}

/** The same lists stand in many phrases: each is read once for each file. */
const built = new WeakMap<Groups, Map<string, Choice>>();

function choice(list: string, groups: Groups): Choice {
  const known = ofFile(built, groups);
  let found = known.get(list);
  if (!found) known.set(list, (found = new Choice(written(list, groups))));
  return found;
}

/** Nothing in it that has to be looked up, and nothing that can be wrong: so it need not be taken apart yet. */
const plainList = /^[a-z]+\*?(?:[|_][a-z]+\*?)*$/;

function written(list: string, groups: Groups): () => readonly string[] {
  if (plainList.test(list)) return () => list.split('|');
  const all = list.split('|').flatMap((each) => alternatives(each, groups));
  return () => all;
}

/** What each name stands for. */
const read = new WeakMap<Groups, Map<string, readonly string[]>>();

function alternatives(each: string, groups: Groups): readonly string[] {
  if (!each.startsWith('@')) return [each.split('_').map(checked).join('_')];
  const known = ofFile(read, groups);
  let found = known.get(each);
  if (!found) known.set(each, (found = members(each, groups)));
  return found;
}

function members(name: string, groups: Groups): readonly string[] {
  const group = groups[name.slice(1)];
  if (!group) throw new Error(`no group ${name}`);
  return group.flatMap((lines) =>
    lines.split('|').flatMap((member) => alternatives(member.replaceAll(' ', '_'), groups)),
  );
}

function ofFile<Value>(kept: WeakMap<Groups, Map<string, Value>>, groups: Groups): Map<string, Value> {
  let known = kept.get(groups);
  if (!known) kept.set(groups, (known = new Map<string, Value>()));
  return known;
}

function checked(word: string): string {
  if (!/^([#^$]|#year|#age|#grown|#many|[\p{L}\p{N}]+(\*\p{L}+)?\*?)$/u.test(word))
    throw new Error(`not a word: "${word}"`);
  return word;
}
