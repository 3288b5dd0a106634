/** What is looked into in one case, and in what order: what was named, what a situation points to, and the rest. */
import { criteriaIn } from '../../policy/condition.ts';
import { factsGivenBy, type QuestionId } from '../questions.ts';
import { asksOf, oneReplyMeets } from './asks.ts';
import { hasBegun, most, type Rule, type Screen } from './screened.ts';

/**
 * What the supports would ask that the member's worries point to. For them alone only the young are asked for foster
 * care and CCS: of others the same question would be about jail and pregnancy, which no support asks for.
 */
export function asksForSupports(screen: Screen): readonly (readonly QuestionId[])[] {
  const { supports, everything, isFor, held, long, replies } = screen;
  const asks = asksOf(
    supports.filter(
      (each) =>
        everything ||
        (isFor(each.concerns) && (!long || hasBegun(each, held) || (replies < most && oneReplyMeets(each, screen)))),
    ),
    screen,
  );
  const young = held.age !== undefined && held.age.to !== null && held.age.to < 26;
  if (everything || young) return asks;
  return asks.map((ids) => ids.filter((id) => id !== 'situation')).filter((ids) => ids.length > 0);
}

/** Those that the member's worries point to; once ECM is met, only while one more reply can add another. */
export function populationsLookedInto(screen: Screen): readonly Rule[] {
  const { populations, everything, isFor, isMet } = screen;
  return populations.filter((each) => everything || (isFor(each.concerns) && (!isMet || oneReplyMeets(each, screen))));
}

/**
 * When nothing that was ticked is enough for ECM: the others, while one reply could be. In a long screen only those
 * that no worry leads to (jail, foster care, a pregnancy): else nobody who ticked much would ever be asked for them.
 */
export function populationsAlsoLookedInto(screen: Screen): readonly Rule[] {
  if (screen.everything || screen.isMet) return [];
  return screen.populations.filter(
    (each) =>
      !screen.isFor(each.concerns) && (!screen.long || each.concerns.length === 0) && oneReplyMeets(each, screen),
  );
}

/**
 * Whether to ask now what somebody is in the middle of: one question that can settle five populations. Of the young
 * always, as most of it is about them, and of those who ticked nothing; of others at the end, where nothing else did.
 */
export function asksForSituation(screen: Screen): boolean {
  const { held, everything, populations, isMet, named } = screen;
  if (everything || isMet || !held.age) return false;
  const young = held.age.to !== null && held.age.to < 21;
  return (young || !named) && asksOf(populations, screen).some((asks) => asks.includes('situation'));
}

/** What they said of their situation points to a population, and it is still open: nothing else is nearer to ECM. */
export function populationsPointedTo({ populations, isMet, held }: Screen): readonly Rule[] {
  if (isMet) return [];
  const told: Readonly<Record<string, unknown>> = held;
  const pointing = factsGivenBy('situation').filter((fact) => told[fact] === true);
  return populations.filter(({ when }) => criteriaIn(when).some(({ fact }) => pointing.includes(fact)));
}
