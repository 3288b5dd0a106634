/**
 * Which truths a part of a condition can still come to, as a set of three bits, and which changes in a part can still
 * be felt in the whole. The tables are made from `truth.ts`: there is one definition of "all", "any" and "not".
 */
import { allOf, anyOf, notOf, type Truth } from './truth.ts';

/** A set of truths. */
export type Reach = number;
export const unmet = 1;
export const unknown = 2;
export const met = 4;

const truths: readonly (readonly [bit: Reach, truth: Truth])[] = [
  [unmet, 'unmet'],
  [unknown, 'unknown'],
  [met, 'met'],
];
const bitOf = { unmet, unknown, met } as const satisfies Record<Truth, Reach>;

/** Whether the set holds one truth only. */
export const settled = (reach: Reach): boolean => (reach & (reach - 1)) === 0;

/** Two parts that do not depend on each other: every truth that the pair can come to, at [first * 8 + second]. */
const pairTable = (join: (parts: readonly Truth[]) => Truth): Uint8Array =>
  Uint8Array.from({ length: 64 }, (_, at) =>
    truths
      .filter(([bit]) => bit & (at >> 3))
      .flatMap(([, one]) => truths.filter(([bit]) => bit & at & 7).map(([, other]) => bitOf[join([one, other])]))
      .reduce((set, bit) => set | bit, 0),
  );

export const bothReach = pairTable(allOf);
export const eitherReach = pairTable(anyOf);
export const oppositeReach = Uint8Array.from({ length: 8 }, (_, set) =>
  truths.filter(([bit]) => bit & set).reduce((all, [, truth]) => all | bitOf[notOf(truth)], 0),
);

/** A set of changes: between unmet and unknown, unknown and met, unmet and met. */
export type Change = number;
export const everyChange = 7;
const changes: readonly (readonly [bit: Change, from: Truth, to: Truth])[] = [
  [1, 'unmet', 'unknown'],
  [2, 'unknown', 'met'],
  [4, 'unmet', 'met'],
];

/** The change between two truths; 0 when they are one. */
export const changeBetween = (one: Truth, other: Truth): Change =>
  changes.find(([, from, to]) => (from === one && to === other) || (from === other && to === one))?.[0] ?? 0;

/** The changes that a part can make whose truths are in the set. */
const changesWithin = Uint8Array.from({ length: 8 }, (_, set) =>
  changes.filter(([, from, to]) => bitOf[from] & set && bitOf[to] & set).reduce((all, [bit]) => all | bit, 0),
);
export const changeOf = (reach: Reach): Change => changesWithin[reach] ?? 0;

/** Which changes of one part make one of the felt changes, the others being any of the reach: at [felt * 8 + others]. */
const feltTable = (join: (parts: readonly Truth[]) => Truth): Uint8Array =>
  Uint8Array.from({ length: 64 }, (_, at) =>
    changes
      .filter(([, from, to]) =>
        truths.some(([bit, rest]) => bit & at & 7 && changeBetween(join([from, rest]), join([to, rest])) & (at >> 3)),
      )
      .reduce((set, [bit]) => set | bit, 0),
  );

export const feltInAll = feltTable(allOf);
export const feltInAny = feltTable(anyOf);
export const feltInNot = feltTable(([part]) => notOf(part ?? 'unknown'));
