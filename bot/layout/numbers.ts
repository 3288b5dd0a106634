/** Which digit stands for which choice: one place for what is shown and what is read. */
import type { Ask, Input, Option, Say } from '../../dialogs/say.ts';
import type { GlobalAct, Heard } from '../../dialogs/heard.ts';

/** `rows`: whether each row's own offer gets a number; a text message leaves them to the question's choices. */
export type Numbering = { readonly rows: boolean };

/** The choices in the order of their numbers, from 1. The question's own come first, so that they never move. */
export function numbered(says: readonly Say[], { rows }: Numbering): readonly Option[] {
  const beside = says.flatMap((say) => offersOf(say, rows));
  // The same offer made twice is one choice; it is shown where it is made last.
  const last = beside.filter((option, at) => beside.findLastIndex(({ id }) => id === option.id) === at);
  const own = says.flatMap((say) => (say.kind === 'ask' ? askOptions(say) : []));
  return [...own, ...last.filter(({ id }) => !own.some((option) => option.id === id))];
}

/** The options of a question; "none of these" is the last. */
export function askOptions({ input }: Ask): readonly Option[] {
  switch (input.kind) {
    case 'one':
      return input.options;
    case 'many':
      return [...input.options, input.none];
    case 'number':
    case 'date':
    case 'text':
    case 'phone':
      return [];
  }
}

/** Single digits that are never the number of a choice. */
const acts: Readonly<Record<string, GlobalAct>> = { '0': 'person', '8': 'notSure', '9': 'decline' };

/**
 * Whether 0, 8 and 9 stand for a person, "I don't know" and "rather not say" here. Not where something is typed
 * (0 visits, 8 children), nor where there are so many choices that 8 and 9 are two of them: there, words do.
 */
export function hasDigitActs(says: readonly Say[], numbering: Numbering): boolean {
  const asked = askedIn(says);
  const isTyped = asked !== undefined && asked !== 'one' && asked !== 'many';
  return !isTyped && numbered(says, numbering).length < 8;
}

const askedIn = (says: readonly Say[]): Input['kind'] | undefined =>
  says.findLast((say): say is Ask => say.kind === 'ask')?.input.kind;

/** 0 is a person wherever it cannot be the answer itself: no name, date, phone or choice is a 0. */
const isPerson = (digits: string, says: readonly Say[]): boolean => digits === '0' && askedIn(says) !== 'number';

/**
 * What a single number means beside the question's own choices: an act, or an offer. Undefined: the question reads it.
 * `says` is what was last said.
 */
export function readNumber(text: string, says: readonly Say[], numbering: Numbering): Heard | undefined {
  const digits = text.normalize('NFKC').trim();
  if (!/^\d{1,2}$/.test(digits)) return undefined;
  const act = acts[digits];
  if (act && (isPerson(digits, says) || hasDigitActs(says, numbering))) return { kind: 'act', act };
  const own = says.reduce((count, say) => count + (say.kind === 'ask' ? askOptions(say).length : 0), 0);
  const chosen = Number(digits) > own ? numbered(says, numbering)[Number(digits) - 1] : undefined;
  return chosen && { kind: 'chosen', ids: [chosen.id] };
}

function offersOf(say: Say, rows: boolean): readonly Option[] {
  switch (say.kind) {
    case 'offers':
      return say.options;
    case 'rows':
      return rows ? say.rows.flatMap(({ offer }) => offer ?? []) : [];
    // What a card offers on the page, the question after the cards offers in words: two numbers a card would be too many.
    case 'finding':
    case 'line':
    case 'danger':
    case 'ask':
    case 'source':
    case 'card':
    case 'steps':
      return [];
  }
}
