/** Members made up by chance, the same at each run: what weighs on somebody shows in what they tick and what they say. */
import fc from 'fast-check';
import { questions, type Question } from '../../dialogs/questions.ts';
import { shownOptions } from '../../dialogs/questions/shown-options.ts';
import type { Replied } from '../../dialogs/reply.ts';
import type { Replying } from '../../server/cli/policy/persona-replies.ts';
import type { Told } from '../../server/cli/policy/personas.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import { Concern } from '../../policy/rule.ts';

const seed = 20261121;
const today: IsoDate = '2026-11-21';

export function members(howMany: number): readonly Replying[] {
  return fc.sample(member, { numRuns: howMany, seed });
}

const percent = fc.nat(99);
/** Of a hundred members, so many have each worry. */
const worried = 35;
/** Of a hundred replies, so many are "I don't know" or "I'd rather not say". */
const silent = 6;
/** Of a hundred choices, so many are true of one whom that worries, and of anybody. */
const often = 40;
const seldom = 8;

const member: fc.Arbitrary<Replying> = fc
  .record({
    worries: fc.array(percent, { minLength: Concern.options.length, maxLength: Concern.options.length }),
    age: fc.oneof(
      fc.nat(20),
      fc.integer({ min: 21, max: 64 }),
      fc.integer({ min: 21, max: 64 }),
      fc.integer({ min: 65, max: 95 }),
    ),
    silence: fc.array(percent, { minLength: questions.length, maxLength: questions.length }),
    chances: fc.array(fc.array(percent, { minLength: 5, maxLength: 5 }), {
      minLength: questions.length,
      maxLength: questions.length,
    }),
  })
  .map(({ worries, age, silence, chances }) => {
    const ticked = Concern.options.filter((_, at) => (worries[at] ?? 100) < worried);
    const says = Object.fromEntries(
      questions.flatMap((question, at) => {
        if ((silence[at] ?? 100) < silent && question.id !== 'concerns') return [[question.id, 'notSure']];
        const natural = question.concerns.some((concern) => ticked.includes(concern));
        const told = toldOf(question, age, chances[at] ?? [], natural ? often : seldom);
        return told === undefined ? [] : [[question.id, told]];
      }),
    );
    return { today, everything: false, otherwise: 'none', says: { ...says, concerns: ticked, age } };
  });

/** Undefined where nothing is the matter. */
function toldOf(question: Question, age: number, chances: readonly number[], rate: number): Told | undefined {
  const isSo = (at: number): boolean => (chances[at] ?? 100) < rate;
  switch (question.kind) {
    case 'county':
      return undefined;
    case 'count':
      return isSo(0) ? (chances[1] ?? 0) % 7 : 0;
    case 'many':
      // What is not shown to somebody of that age is not ticked either.
      return shownOptions(question, aged(age), today)
        .filter((_, at) => isSo(at))
        .map(({ id }) => id);
    case 'one':
      return isSo(0) ? question.options[(chances[1] ?? 0) % question.options.length]?.id : undefined;
  }
}

const aged = (age: number): readonly Replied[] => [
  { question: 'age', reply: { kind: 'count', count: { from: age, to: age } }, on: today },
];
