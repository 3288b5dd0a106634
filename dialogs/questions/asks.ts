/** Which questions could still change something for a rule. */
import { heldWith, type Held } from '../../policy/derived.ts';
import { settle, worthAsking } from '../../policy/evaluate.ts';
import type { Fact } from '../../policy/facts.ts';
import { questionById, questionsGiving, type QuestionId } from '../questions.ts';
import { strongest } from './outcomes.ts';
import type { Asked, Rule, Screen } from './screened.ts';

/** For each rule that is still open, the questions that can change that, in the order in which the rule is written. */
export function asksOf(rules: readonly Rule[], { held, asked, silent }: Screen): readonly (readonly QuestionId[])[] {
  return rules
    .map(({ when }) => asksAbout(worthAsking(when, held, silent), held, asked))
    .filter((asks) => asks.length > 0);
}

/** The questions not asked yet that give one of these facts; a detail only of what is so. */
function asksAbout(missing: readonly Fact[], held: Held, asked: Asked): readonly QuestionId[] {
  const asks: QuestionId[] = [];
  for (const fact of missing) {
    for (const id of questionsGiving(fact)) {
      const { onlyIf, under } = questionById(id);
      const fits = (onlyIf === undefined || held[onlyIf] === true) && isUnder(under, held);
      if (fits && !asks.includes(id) && !asked(id, fact)) asks.push(id);
    }
  }
  return asks;
}

/** An age that is not known may be any. */
const isUnder = (years: number | undefined, { age }: Held): boolean =>
  years === undefined || age === undefined || age.from < years;

/** Whether one more reply could be enough. */
export function oneReplyMeets({ when }: Rule, { held, asked, silent }: Screen): boolean {
  return asksAbout(worthAsking(when, held, silent), held, asked).some((id) =>
    strongest(questionById(id)).some((said) => settle(when, heldWith(held, said)) === 'met'),
  );
}
