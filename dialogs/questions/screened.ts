/** One look at one case: what is known today, what was asked, and which rules the member's worries point to. */
import type { Catalog, Dated } from '../../policy/catalog.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import { criteriaIn } from '../../policy/condition.ts';
import { heldOn, type Held } from '../../policy/derived.ts';
import { settle } from '../../policy/evaluate.ts';
import type { Fact } from '../../policy/facts.ts';
import type { CommunitySupport, Concern, Population } from '../../policy/rule.ts';
import { hasRunOut } from '../../policy/windows.ts';
import { answersFrom, concernsFrom } from '../answers.ts';
import {
  factsAsked,
  factsGivenBy,
  questionById,
  questionsGiving,
  type Question,
  type QuestionId,
} from '../questions.ts';
import type { Replied } from '../reply.ts';

export type Screened = {
  readonly catalog: Catalog;
  readonly replied: readonly Replied[];
  /** Everything is looked into, whatever was ticked. */
  readonly everything: boolean;
};

/** What a whole screen usually takes; the first two questions are asked before anything can be reckoned. */
export const usual = 8;

/** From here on nothing new is begun. */
export const most = 12;

/** One look at one case: what is known today, what was asked, and what the member is worried about. */
export type Screen = {
  readonly held: Held;
  readonly asked: Asked;
  /** None for somebody who has ECM, or whose new plan must go on with it. */
  readonly populations: readonly Rule[];
  /** Whether one of them is met: that is enough for ECM. */
  readonly isMet: boolean;
  readonly supports: readonly SupportRule[];
  /** What was asked and not told, so that nothing waits for it. */
  readonly silent: ReadonlySet<Fact>;
  readonly everything: boolean;
  /** Whether anything was ticked as going on. */
  readonly named: boolean;
  /** So many questions were answered that only what the member named goes on. */
  readonly long: boolean;
  readonly replies: number;
  readonly isFor: (concerns: readonly Concern[]) => boolean;
};
export type Asked = (question: QuestionId, fact?: Fact) => boolean;
export type Rule = Pick<Population, 'when' | 'concerns'>;
export type SupportRule = Pick<CommunitySupport, 'when' | 'concerns' | 'toldIf'>;

export function screenOf({ catalog, replied, everything, today }: Screened & { today: IsoDate }, asked: Asked): Screen {
  const ticked = concernsFrom(replied);
  const long = replied.length >= usual;
  const held = heldOn(today, answersFrom(replied));
  const populations = held.ecm === 'has' || held.ecm === 'hadWithFormerPlan' ? [] : inForce(catalog.populations);
  return {
    held,
    asked,
    everything,
    named: ticked.length > 0,
    populations,
    supports: inForce(catalog.supports),
    isMet: populations.some(({ when }) => settle(when, held) === 'met'),
    silent: silentFacts(held, asked),
    long,
    replies: replied.length,
    // Who ticked nothing has all looked into, as far as that is not long.
    isFor: (concerns) => (ticked.length === 0 ? !long : sharesOne(concerns, ticked)),
  };
}

const inForce = <T extends Rule>(rules: readonly Dated<T>[]): readonly T[] =>
  rules.filter(({ lapsedOn }) => lapsedOn === undefined).map(({ rule }) => rule);

/** What is for a few is asked about at the end of a long screen only where something that they told points to it. */
export const hasBegun = ({ toldIf, when }: SupportRule, held: Held): boolean =>
  toldIf === undefined || criteriaIn(when).some(({ test, fact }) => test === 'is' && held[fact] === true);

function silentFacts(held: Held, asked: Asked): ReadonlySet<Fact> {
  const told: Readonly<Record<string, unknown>> = held;
  return new Set(
    factsAsked.filter(
      (fact) =>
        told[fact] === undefined &&
        questionsGiving(fact).every((id) => asked(id, fact) || isClosed(questionById(id), held, asked)),
    ),
  );
}

/** A detail of something that is not so, or that they were asked and did not tell. */
function isClosed({ onlyIf, under }: Question, held: Held, asked: Asked): boolean {
  if (under !== undefined && held.age !== undefined && held.age.from >= under) return true;
  if (onlyIf === undefined || held[onlyIf] === true) return false;
  return held[onlyIf] === false || questionsGiving(onlyIf).every((id) => asked(id, onlyIf));
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
