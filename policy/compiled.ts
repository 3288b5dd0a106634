/**
 * A condition made ready to be weighed many times: its parts in one row, children before parents. What is written
 * twice word for word, and whose facts stand nowhere else (a list of homelessness, for adults and for youth), is one
 * part with two parents, so that it is looked at once.
 */
import { childrenOf, type Condition, type Criterion, type PlanDecides } from './condition.ts';
import { nameOf, occurrencesIn, standsAlone, type Occurrences } from './occurrences.ts';
import { splitsOf, type Split } from './splits.ts';
import { met, unknown, unmet, type Change, type Reach } from './reach.ts';

export type Part = {
  readonly kind: 'criterion' | 'plan' | 'all' | 'any' | 'not' | 'atLeastN';
  readonly criterion: Criterion | undefined;
  readonly plan: PlanDecides | undefined;
  readonly parts: readonly Part[];
  /** The parts that bear on truth: without those that only the plan can judge. */
  readonly weighed: readonly Part[];
  readonly n: number;
  /** What a "yes" and a "no" to a criterion come to. */
  readonly yes: Reach;
  readonly no: Reach;
  readonly planOnly: boolean;
  /** Its fact stands in other criteria too. */
  repeated: boolean;

  // Scratch of one weighing, in `network.ts`; never read after it.
  reach: Reach;
  /** Of a criterion: what the answers alone make of it. They stay the same while cases are supposed. */
  told: Reach;
  /** Supposed for the moment, whatever is known; 0 when nothing is. */
  supposed: Reach;
  felt: Change;
  /** In how many places a change would be felt. */
  places: number;
};

export type Compiled = {
  readonly root: Part;
  /** Children before parents. */
  readonly row: readonly Part[];
  readonly leaves: readonly Part[];
  /** What its criteria ask for, each once. */
  readonly facts: readonly Criterion['fact'][];
  readonly splits: readonly Split[];
  readonly plans: boolean;
};

const made = new WeakMap<Condition, Compiled>();

export function compiled(condition: Condition): Compiled {
  const before = made.get(condition);
  if (before) return before;
  const row: Part[] = [];
  const uses = new Map<Part, number>();
  const root = compile(condition, false, occurrencesIn(condition), new Map(), row, uses);
  const leaves = row.filter(({ kind }) => kind === 'criterion');
  const network = {
    root,
    row,
    leaves,
    facts: [...new Set(leaves.flatMap(({ criterion }) => criterion?.fact ?? []))],
    splits: splitsOf(
      leaves,
      [...uses].filter(([, count]) => count > 1).map(([part]) => part),
    ),
    plans: row.some(({ kind }) => kind === 'plan'),
  };
  made.set(condition, network);
  return network;
}

function compile(
  condition: Condition,
  negated: boolean,
  occurrences: Occurrences,
  shared: Map<string, Part>,
  row: Part[],
  uses: Map<Part, number>,
): Part {
  const name = nameOf(condition, negated);
  const same = shared.get(name);
  const part = same ?? blank(condition, negated, (inner, not) => compile(inner, not, occurrences, shared, row, uses));
  if (!same) row.push(part);
  if (standsAlone(condition, name, occurrences)) shared.set(name, part);
  uses.set(part, (uses.get(part) ?? 0) + 1);
  return part;
}

function blank(condition: Condition, negated: boolean, inner: (part: Condition, negated: boolean) => Part): Part {
  const kind = kindOf(condition);
  const { yes, no } = replies(condition, negated);
  const parts = childrenOf(condition).map((each) => inner(each, kind === 'not' ? !negated : negated));
  const weighed = parts.filter(({ planOnly }) => !planOnly);
  // One literal for every kind: the passes run over these a hundred times a turn, and are quick where all look alike.
  return {
    kind,
    criterion: 'test' in condition ? condition : undefined,
    plan: 'planDecides' in condition ? condition : undefined,
    parts,
    weighed,
    n: 'n' in condition ? condition.n : 0,
    yes,
    no,
    planOnly: kind === 'plan' || (parts.length > 0 && weighed.length === 0),
    repeated: false,
    reach: 0,
    told: 0,
    supposed: 0,
    felt: 0,
    places: 0,
  };
}

/**
 * What was answered against the member, by a source that is not verified, is unknown: that alone never makes "no
 * match". Under an odd number of "not" it is the "yes" that counts against them.
 */
function replies(condition: Condition, negated: boolean): Pick<Part, 'yes' | 'no'> {
  const verified = 'test' in condition && condition.cite.standing === 'verified';
  return { yes: verified || !negated ? met : unknown, no: verified || negated ? unmet : unknown };
}

function kindOf(condition: Condition): Part['kind'] {
  if ('test' in condition) return 'criterion';
  if ('planDecides' in condition) return 'plan';
  if ('all' in condition) return 'all';
  if ('any' in condition) return 'any';
  return 'not' in condition ? 'not' : 'atLeastN';
}
