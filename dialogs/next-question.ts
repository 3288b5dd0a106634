/** Which question is worth most now: only one whose reply can still change a finding that is looked into. */
import type { Catalog } from '../policy/catalog.ts';
import type { IsoDate } from '../policy/calendar.ts';
import { hasRunOut, heldOn, heldWith, type Held } from '../policy/derived.ts';
import { settle, worthAsking } from '../policy/evaluate.ts';
import type { Fact } from '../policy/facts.ts';
import type { Concern, Population, ProgrammeId } from '../policy/rule.ts';
import { answersFrom, concernsFrom, standing } from './answers.ts';
import {
  factsAsked,
  factsGivenBy,
  questionById,
  questions,
  questionsGiving,
  type Question,
  type QuestionId,
} from './questions.ts';
import { strongest } from './questions/outcomes.ts';
import type { Replied } from './reply.ts';

type Screened = {
  readonly catalog: Catalog;
  readonly replied: readonly Replied[];
  /** Everything is looked into, whatever was ticked. */
  readonly everything: boolean;
};

/** Null: nothing that could be asked would change anything. `left` is about how many are still to come, this one too. */
export function nextQuestion(
  about: Screened & { readonly today: IsoDate },
): { readonly question: Question; readonly left: number } | null {
  const asked = askedOn(about.today, standing(about.replied));
  if (!asked('ecm')) return { question: questionById('ecm'), left: usual };
  if (!about.everything && !asked('concerns')) return { question: questionById('concerns'), left: usual - 1 };
  const screen = screenOf(about, asked);
  const wanted = asksOf([...populationsLookedInto(screen), ...supportsLookedInto(screen)], screen);
  const asks = wanted.length > 0 ? wanted : asksOf(populationsAlsoLookedInto(screen), screen);
  const first = mostWanted(asks);
  return first && { question: questionById(first), left: leftOf(asks) };
}

/** What is looked into: ECM unless they have it, and the supports for what was ticked; all when nothing was. */
export function programmesInFocus({ catalog, replied, everything }: Screened): readonly ProgrammeId[] {
  const ticked = concernsFrom(replied);
  const all = everything || ticked.length === 0;
  const supports = catalog.supports.filter(({ rule }) => all || sharesOne(rule.concerns, ticked));
  const ids = supports.map(({ rule }) => rule.id);
  return answersFrom(replied).choice.ecm?.kind === 'known' && ecmSoFar(replied) === 'has' ? ids : ['ecm', ...ids];
}

/** One look at one case: what is known today, what was asked, and what the member is worried about. */
type Screen = {
  readonly catalog: Catalog;
  readonly held: Held;
  readonly asked: Asked;
  /** What was asked and not told, so that nothing waits for it. */
  readonly silent: ReadonlySet<Fact>;
  readonly everything: boolean;
  /** So many questions were answered that only what the member named goes on. */
  readonly long: boolean;
  readonly isFor: (concerns: readonly Concern[]) => boolean;
};
type Asked = (question: QuestionId, fact?: Fact) => boolean;
type Rule = Pick<Population, 'when' | 'concerns'>;

function screenOf({ catalog, replied, everything, today }: Screened & { today: IsoDate }, asked: Asked): Screen {
  const ticked = concernsFrom(replied);
  const isFor = (concerns: readonly Concern[]): boolean => ticked.length === 0 || sharesOne(concerns, ticked);
  const held = heldOn(today, answersFrom(replied));
  return { catalog, held, asked, silent: silentFacts(held, asked), everything, long: replied.length >= usual, isFor };
}

function silentFacts(held: Held, asked: Asked): ReadonlySet<Fact> {
  const told: Readonly<Record<string, unknown>> = held;
  return new Set(
    factsAsked.filter((fact) => told[fact] === undefined && questionsGiving(fact).every((id) => asked(id, fact))),
  );
}

const sharesOne = (some: readonly Concern[], others: readonly Concern[]): boolean =>
  some.some((each) => others.includes(each));

function ecmSoFar(replied: readonly Replied[]): string | undefined {
  const answer = answersFrom(replied).choice.ecm;
  return answer?.kind === 'known' ? answer.value : undefined;
}

/** Whether a question was replied to, in time for what it says (of one fact, or of any) still to hold. */
function askedOn(today: IsoDate, replied: readonly Replied[]): Asked {
  const days = new Map<string, IsoDate>(replied.map(({ question, on }) => [question, on]));
  return (question, fact) => {
    const on = days.get(question);
    if (on === undefined) return false;
    const facts = fact === undefined ? factsGivenBy(question) : [fact];
    return !facts.some((each) => hasRunOut(each, on, today));
  };
}

function supportsLookedInto({ catalog, everything, isFor }: Screen): readonly Rule[] {
  return catalog.supports
    .filter(({ rule, lapsedOn }) => lapsedOn === undefined && (everything || isFor(rule.concerns)))
    .map(({ rule }) => rule);
}

/** Those that the member's worries point to; once ECM is met, only while one more reply can add another. */
function populationsLookedInto(screen: Screen): readonly Rule[] {
  const { everything, isFor } = screen;
  const all = populationsToAsk(screen);
  const found = isMet(screen);
  return all.filter((each) => everything || (isFor(each.concerns) && (!found || oneReplyMeets(each, screen))));
}

/** When nothing that was ticked is enough for ECM: the others, while one reply could be, and the screen is short. */
function populationsAlsoLookedInto(screen: Screen): readonly Rule[] {
  if (screen.everything || screen.long || isMet(screen)) return [];
  return populationsToAsk(screen).filter((each) => !screen.isFor(each.concerns) && oneReplyMeets(each, screen));
}

/** None for somebody who has ECM, or whose new plan must go on with it. */
function populationsToAsk({ catalog, held }: Screen): readonly Rule[] {
  if (held.ecm === 'has' || held.ecm === 'hadWithFormerPlan') return [];
  return catalog.populations.filter(({ lapsedOn }) => lapsedOn === undefined).map(({ rule }) => rule);
}

const isMet = (screen: Screen): boolean =>
  populationsToAsk(screen).some(({ when }) => settle(when, screen.held) === 'met');

function oneReplyMeets({ when }: Rule, { held, asked, silent }: Screen): boolean {
  return asksAbout(worthAsking(when, held, silent), asked).some((id) =>
    strongest(questionById(id)).some((said) => settle(when, heldWith(held, said)) === 'met'),
  );
}

/** For each rule that is still open, the questions that can change that, in the order in which the rule is written. */
function asksOf(rules: readonly Rule[], { held, asked, silent }: Screen): readonly (readonly QuestionId[])[] {
  return rules.map(({ when }) => asksAbout(worthAsking(when, held, silent), asked)).filter((asks) => asks.length > 0);
}

/** The questions not asked yet that give one of these facts. */
function asksAbout(missing: readonly Fact[], asked: Asked): readonly QuestionId[] {
  const asks = missing.flatMap((fact) => questionsGiving(fact).filter((id) => !asked(id, fact)));
  return [...new Set(asks)];
}

/** The question that most rules would ask first; between equals, the given order. */
function mostWanted(asks: readonly (readonly QuestionId[])[]): QuestionId | null {
  const votes = new Map<QuestionId, number>();
  for (const [first] of asks) if (first !== undefined) votes.set(first, (votes.get(first) ?? 0) + 1);
  let best: QuestionId | null = null;
  for (const { id } of questions) {
    if ((votes.get(id) ?? 0) > (best === null ? 0 : (votes.get(best) ?? 0))) best = id;
  }
  return best;
}

/** What a whole screen usually takes; the first two questions are asked before anything can be reckoned. */
const usual = 8;

/** Of the questions that are still open, replies to the others make about half needless. */
function leftOf(asks: readonly (readonly QuestionId[])[]): number {
  return Math.max(1, Math.round(new Set(asks.flat()).size * 0.5));
}
