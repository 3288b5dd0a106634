/** Boxes, ticked from what a member told. */
import { criteriaIn, type Condition, type Criterion, type PlanDecides } from '../../policy/condition.ts';
import { evaluate } from '../../policy/evaluate.ts';
import type { Tick, TickState } from './form.ts';
import { answerTo, saidOf, type Told } from './told.ts';
import { fill, word, words } from './words.ts';

/** A box for one criterion. */
export function criterionTick(criterion: Criterion, told: Told): Tick {
  return {
    label: criterionLabel(criterion),
    state: stateOf(criterion, told),
    said: criterion.fact === 'age' ? null : saidOf(criterion.fact, told),
  };
}

/** A box for what several answers settle together. */
export function conditionTick(label: string, when: Condition, told: Told): Tick {
  return { label, state: stateOf(when, told), said: null };
}

/** A box that stays empty here: members are never asked for what only the plan can judge. */
export function planTick({ planDecides }: Pick<PlanDecides, 'planDecides'>): Tick {
  return { label: word(words.forPlan, planDecides), state: 'forPlan', said: null };
}

/** Whether it holds by the answers; where that is not known, what the member said to the facts that could settle it. */
export function stateOf(when: Condition, told: Told): TickState {
  const { truth } = evaluate(when, told.answers, told.on);
  if (truth === 'met') return 'ticked';
  if (truth === 'unmet') return 'no';
  const kinds = criteriaIn(when).map(({ fact }) => answerTo(fact, told)?.kind);
  if (kinds.includes('notSure')) return 'doesNotKnow';
  return kinds.includes('declined') ? 'ratherNotSay' : 'notAsked';
}

function criterionLabel(criterion: Criterion): string {
  const { fact } = criterion;
  switch (criterion.test) {
    case 'is':
      return word(words.facts, fact);
    case 'atLeast':
      return fill(word(words.facts, fact), { value: criterion.value });
    case 'atMost':
      return fill(word(words.facts, fact === 'age' ? 'ageAtMost' : fact), { value: criterion.value });
    case 'oneOf':
      return fill(word(words.facts, fact), {
        values: criterion.values.map((value) => word(words.choices, value)).join(words.or),
      });
  }
}
