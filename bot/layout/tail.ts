/** The short line under a question: how to reach a person, not know, or not say. */
import type { Ask, Line, Say } from '../../dialogs/say.ts';
import { hasDigitActs, numbered, type Numbering } from './numbers.ts';

type Way = 'person' | 'notSure' | 'decline';

/** The lines of the tail, joined by commas when `digits`; else they are ways to be named in one sentence. */
export type Tail = { readonly digits: boolean; readonly ways: readonly Line[] };

/** Only what applies: under a question or a list of offers. What asks nothing has no tail. */
export function tailOf(says: readonly Say[], numbering: Numbering): Tail | undefined {
  const asked = says.findLast((say): say is Ask => say.kind === 'ask');
  const options = numbered(says, numbering);
  if (!asked && options.length === 0) return undefined;
  const hasPerson = options.some(({ id }) => id === 'person' || id === 'act:person');
  const ways: readonly Way[] = [
    ...(hasPerson ? [] : (['person'] as const)),
    ...(asked?.mayDecline ? (['notSure', 'decline'] as const) : []),
  ];
  if (ways.length === 0) return undefined;
  const digits = hasDigitActs(says, numbering);
  return { digits, ways: ways.map((way) => ({ key: digits ? `sms.tail.${way}` : `sms.typed.${way}` })) };
}
