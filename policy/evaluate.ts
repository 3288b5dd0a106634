/** What a member's answers let us say about a condition: as every way to complete them would have it. */
import type { Answers, Fact } from './facts.ts';
import type { Condition, Criterion, PlanDecides } from './condition.ts';
import type { IsoDate } from './calendar.ts';
import type { Truth } from './truth.ts';
import { casesOf, type Case } from './cases.ts';
import { compiled, type Compiled, type Part } from './compiled.ts';
import type { Split } from './splits.ts';
import { heldOn, type Held } from './derived.ts';
import { feltPass } from './felt.ts';
import { add } from './lists.ts';
import { firstPass, nothingSilent, reachPass, type Silent } from './network.ts';
import { openToThePlan } from './plan-judges.ts';
import { changeOf, met, settled, unknown, unmet, type Reach } from './reach.ts';

/** What can be said about a condition, and why. */
export type Evaluation = {
  readonly truth: Truth;
  /** The criteria that decided; empty while unknown. */
  readonly because: readonly Criterion[];
  /** Facts that the member could still tell and that could still change the truth, in the order of the condition. */
  readonly missing: readonly Fact[];
  /** What only the plan can judge, in the parts that are still open or met. */
  readonly planDecides: readonly PlanDecides[];
  /** Answered "no", but by a criterion whose source is not verified: never "no match"; the plan can tell. */
  readonly unsure: readonly Criterion[];
};

/**
 * Kleene's logic gives the truth wherever it is settled by itself. Where it is not, and a fact stands in more than
 * one place (age, in a rule for adults and children), each of its cases is looked at by itself.
 */
export function evaluate(condition: Condition, answers: Answers, today: IsoDate): Evaluation {
  return weigh(condition, heldOn(today, answers));
}

/** The same, from what is known today: for those who weigh many conditions over one set of answers. */
export function weigh(condition: Condition, held: Held): Evaluation {
  const made = compiled(condition);
  if (made.facts.some((fact) => held[fact] !== undefined)) return weighed(made, held);
  // Nothing of it was told yet: most rules, early in a screen. It comes to the same for everybody.
  const before = blank.get(made) ?? weighed(made, held);
  blank.set(made, before);
  return before;
}

const blank = new WeakMap<Compiled, Evaluation>();

function weighed(made: Compiled, held: Held): Evaluation {
  const found = nothingFound();
  const first = firstPass(made, held, nothingSilent);
  const planDecides = openToThePlan(made);
  const reach = made.root.planOnly ? unknown : solve(made, first, held, found);
  const truth = truthOf(reach);
  return {
    truth,
    because: truth === 'unknown' ? [] : found.because,
    missing: truth === 'unknown' ? asWritten(made, found.missing) : [],
    planDecides,
    unsure: truth === 'unknown' ? found.unsure : [],
  };
}

/** Only whether it is settled, and how: for those who try out many replies. */
export function settle(condition: Condition, held: Held): Truth {
  const made = compiled(condition);
  if (made.root.planOnly) return 'unknown';
  return truthOf(solve(made, firstPass(made, held, nothingSilent), held, nothingFound()));
}

/**
 * The facts that are worth asking for, in the order of the condition: those that can still help it to be met, when
 * some others were asked and will not be told. None when it can no longer be met: then an answer could only take away.
 */
export function worthAsking(condition: Condition, held: Held, silent: Silent): readonly Fact[] {
  const made = compiled(condition);
  const found = nothingFound();
  const reach = made.root.planOnly ? unknown : solve(made, firstPass(made, held, silent), held, found);
  return settled(reach) || (reach & met) === 0 ? [] : asWritten(made, found.missing);
}

const nothingFound = (): Found => ({ because: [], missing: [], unsure: [] });

function asWritten({ leaves }: Compiled, missing: readonly Fact[]): readonly Fact[] {
  const facts: Fact[] = [];
  for (const { criterion } of leaves) if (criterion && missing.includes(criterion.fact)) add(facts, criterion.fact);
  return facts;
}

type Found = { because: Criterion[]; missing: Fact[]; unsure: Criterion[] };

function truthOf(reach: Reach): Truth {
  if (reach === met) return 'met';
  return reach === unmet ? 'unmet' : 'unknown';
}

/** Goes on from what a pass came to. */
function solve(made: Compiled, reach: Reach, held: Held, found: Found): Reach {
  if (reach === met || reach === unmet) {
    collectReasons(made.root, found.because);
    return reach;
  }
  feltPass(made);
  const split = settled(reach) ? undefined : made.splits.find(isOpen);
  if (!split) {
    collectOpen(made.leaves, found);
    return reach;
  }
  const within = nothingFound();
  collectOpen(split.leaves, within);
  let together: Reach = 0;
  for (const supposed of casesOf(split, held))
    together |= supposing(supposed, () => solve(made, reachPass(made), held, found));
  if (!settled(together)) {
    for (const fact of within.missing) add(found.missing, fact);
    for (const criterion of within.unsure) add(found.unsure, criterion);
  }
  return together;
}

function supposing({ parts, reaches }: Case, then: () => Reach): Reach {
  for (let at = 0; at < parts.length; at += 1) suppose(parts[at], reaches[at] ?? 0);
  const reach = then();
  for (const part of parts) suppose(part, 0);
  return reach;
}

function suppose(part: Part | undefined, reach: Reach): void {
  if (part) part.supposed = reach;
}

/** Whether its change would be felt in more than one place: only then do cases say more than Kleene does. */
function isOpen(split: Split): boolean {
  if ('part' in split) return split.part.places > 1;
  let places = 0;
  for (const leaf of split.leaves) places += leaf.places;
  return places > 1;
}

function collectOpen(leaves: readonly Part[], found: Found): void {
  for (const { criterion, supposed, reach, felt } of leaves) {
    if (!criterion || supposed !== 0) continue;
    if (changeOf(reach) & felt) add(found.missing, criterion.fact);
    if (reach === unknown && felt !== 0) add(found.unsure, criterion);
  }
}

/** The parts that agree with the whole are the parts that decided it. What was only supposed decided nothing. */
function collectReasons(part: Part, because: Criterion[]): void {
  if (part.supposed !== 0) return;
  if (part.criterion) {
    add(because, part.criterion);
    return;
  }
  for (const inner of part.weighed) {
    if (part.kind === 'not' ? settled(inner.reach) : inner.reach === part.reach) collectReasons(inner, because);
  }
}
