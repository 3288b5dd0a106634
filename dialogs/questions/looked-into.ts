/** What is looked into in one case, and which questions could still change something there. */
import type { Catalog, Dated } from '../../policy/catalog.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import { hasRunOut, heldOn, heldWith, type Held } from '../../policy/derived.ts';
import { settle, worthAsking } from '../../policy/evaluate.ts';
import type { Fact } from '../../policy/facts.ts';
import type { Concern, Population } from '../../policy/rule.ts';
import { answersFrom, concernsFrom } from '../answers.ts';
import { factsAsked, factsGivenBy, questionById, questionsGiving, type QuestionId } from '../questions.ts';
import type { Replied } from '../reply.ts';
import { strongest } from './outcomes.ts';

export type Screened = {
  readonly catalog: Catalog;
  readonly replied: readonly Replied[];
  /** Everything is looked into, whatever was ticked. */
  readonly everything: boolean;
};

/** What a whole screen usually takes; the first two questions are asked before anything can be reckoned. */
export const usual = 8;

/** One look at one case: what is known today, what was asked, and what the member is worried about. */
export type Screen = {
  readonly held: Held;
  readonly asked: Asked;
  /** None for somebody who has ECM, or whose new plan must go on with it. */
  readonly populations: readonly Rule[];
  /** Whether one of them is met: that is enough for ECM. */
  readonly isMet: boolean;
  readonly supports: readonly Rule[];
  /** What was asked and not told, so that nothing waits for it. */
  readonly silent: ReadonlySet<Fact>;
  readonly everything: boolean;
  /** So many questions were answered that only what the member named goes on. */
  readonly long: boolean;
  readonly isFor: (concerns: readonly Concern[]) => boolean;
};
export type Asked = (question: QuestionId, fact?: Fact) => boolean;
export type Rule = Pick<Population, 'when' | 'concerns'>;

export function screenOf({ catalog, replied, everything, today }: Screened & { today: IsoDate }, asked: Asked): Screen {
  const ticked = concernsFrom(replied);
  const held = heldOn(today, answersFrom(replied));
  const populations = held.ecm === 'has' || held.ecm === 'hadWithFormerPlan' ? [] : inForce(catalog.populations);
  return {
    held,
    asked,
    everything,
    populations,
    supports: inForce(catalog.supports),
    isMet: populations.some(({ when }) => settle(when, held) === 'met'),
    silent: silentFacts(held, asked),
    long: replied.length >= usual,
    isFor: (concerns) => ticked.length === 0 || sharesOne(concerns, ticked),
  };
}

const inForce = (rules: readonly Dated<Rule>[]): readonly Rule[] =>
  rules.filter(({ lapsedOn }) => lapsedOn === undefined).map(({ rule }) => rule);

function silentFacts(held: Held, asked: Asked): ReadonlySet<Fact> {
  const told: Readonly<Record<string, unknown>> = held;
  return new Set(
    factsAsked.filter((fact) => told[fact] === undefined && questionsGiving(fact).every((id) => asked(id, fact))),
  );
}

export const sharesOne = (some: readonly Concern[], others: readonly Concern[]): boolean =>
  some.some((each) => others.includes(each));

/** Whether a question was replied to, in time for what it says (of one fact, or of any) still to hold. */
export function askedOn(today: IsoDate, replied: readonly Replied[]): Asked {
  const days = new Map<string, IsoDate>(replied.map(({ question, on }) => [question, on]));
  return (question, fact) => {
    const on = days.get(question);
    if (on === undefined) return false;
    const facts = fact === undefined ? factsGivenBy(question) : [fact];
    return !facts.some((each) => hasRunOut(each, on, today));
  };
}

export function supportsLookedInto({ supports, everything, isFor }: Screen): readonly Rule[] {
  return supports.filter(({ concerns }) => everything || isFor(concerns));
}

/** Those that the member's worries point to; once ECM is met, only while one more reply can add another. */
export function populationsLookedInto(screen: Screen): readonly Rule[] {
  const { populations, everything, isFor, isMet } = screen;
  return populations.filter((each) => everything || (isFor(each.concerns) && (!isMet || oneReplyMeets(each, screen))));
}

/** When nothing that was ticked is enough for ECM: the others, while one reply could be, and the screen is short. */
export function populationsAlsoLookedInto(screen: Screen): readonly Rule[] {
  if (screen.everything || screen.long || screen.isMet) return [];
  return screen.populations.filter((each) => !screen.isFor(each.concerns) && oneReplyMeets(each, screen));
}

function oneReplyMeets({ when }: Rule, { held, asked, silent }: Screen): boolean {
  return asksAbout(worthAsking(when, held, silent), asked).some((id) =>
    strongest(questionById(id)).some((said) => settle(when, heldWith(held, said)) === 'met'),
  );
}

/** For each rule that is still open, the questions that can change that, in the order in which the rule is written. */
export function asksOf(rules: readonly Rule[], { held, asked, silent }: Screen): readonly (readonly QuestionId[])[] {
  return rules.map(({ when }) => asksAbout(worthAsking(when, held, silent), asked)).filter((asks) => asks.length > 0);
}

/** The questions not asked yet that give one of these facts. */
function asksAbout(missing: readonly Fact[], asked: Asked): readonly QuestionId[] {
  const asks: QuestionId[] = [];
  for (const fact of missing) {
    for (const id of questionsGiving(fact)) if (!asks.includes(id) && !asked(id, fact)) asks.push(id);
  }
  return asks;
}
