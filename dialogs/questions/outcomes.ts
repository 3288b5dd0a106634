/** What a question's replies can say at most: to find out whether one more reply could settle something. */
import type { Held } from '../../policy/derived.ts';
import type { Given } from '../../policy/facts.ts';
import type { Question } from './shape.ts';

const heldFrom = (given: readonly Given[]): Held => Object.fromEntries(given.map(({ fact, value }) => [fact, value]));

/** An age on each side of 21; of any other number so many that every rule asks for fewer. */
const child = { age: { from: 10, to: 10 } };
const adult = { age: { from: 40, to: 40 } };
const many = { from: 1000, to: null };

/** The replies that say most for the member: each choice of one, all choices of several, a high number. */
export function strongest(question: Question): readonly Held[] {
  switch (question.kind) {
    case 'count':
      return question.fact === 'age' ? [child, adult] : [{ [question.fact]: many }];
    case 'county':
      return [];
    case 'many':
      return [heldFrom(question.options.flatMap(({ gives }) => gives))];
    case 'one':
      return question.options.map(({ gives }) => heldFrom(gives));
  }
}
