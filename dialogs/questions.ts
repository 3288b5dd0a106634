/** Every screening question, and which of them gives which fact. */
import type { Fact, Given } from '../policy/facts.ts';
import { health } from './questions/health.ts';
import { help } from './questions/help.ts';
import { home } from './questions/home.ts';
import { questionIds, type Question, type QuestionId } from './questions/shape.ts';
import { otherPrograms } from './questions/other-programs.ts';
import { situations } from './questions/situations.ts';
import { start } from './questions/start.ts';

export type { Question, QuestionId, QuestionOption } from './questions/shape.ts';

const byId = new Map<string, Question>(
  [...start, ...situations, ...home, ...health, ...help, ...otherPrograms].map((each) => [each.id, each]),
);

/** In the order in which they are asked when nothing else speaks for one of them. */
export const questions: readonly Question[] = questionIds.map(questionById);

/** Throws on an id that is no question: a reply to it cannot have been given. */
export function questionById(id: string): Question {
  const question = byId.get(id);
  if (!question) throw new Error(`No such question: ${id}`);
  return question;
}

/** Undefined where a stored reply names a question that is no longer asked. */
export function questionIfKnown(id: string): Question | undefined {
  return byId.get(id);
}

const facts = new Map<QuestionId, readonly Fact[]>(questions.map((each) => [each.id, [...new Set(factsOf(each))]]));

/** Every fact that some reply to the question gives. */
export function factsGivenBy(question: QuestionId): readonly Fact[] {
  return facts.get(question) ?? [];
}

/** The questions that would give at least one of these facts, in order: what is still missing, as a member knows it. */
export function questionsAbout(wanted: readonly Fact[]): readonly QuestionId[] {
  return questionIds.filter((id) => factsGivenBy(id).some((fact) => wanted.includes(fact)));
}

const givers = new Map<Fact, QuestionId[]>();
for (const [id, given] of facts) for (const fact of given) givers.set(fact, [...(givers.get(fact) ?? []), id]);

/** Every fact that some question gives. */
export const factsAsked: readonly Fact[] = [...givers.keys()];

/** The questions that give a fact, in order. */
export function questionsGiving(fact: Fact): readonly QuestionId[] {
  return givers.get(fact) ?? [];
}

function factsOf(question: Question): readonly Fact[] {
  switch (question.kind) {
    case 'count':
      return [question.fact];
    case 'county':
      return [];
    case 'one':
      return named(question.options.flatMap(({ gives }) => gives));
    case 'many':
      return named([...question.options.flatMap(({ gives }) => gives), ...question.none]);
  }
}

function named(gives: readonly Given[]): readonly Fact[] {
  return gives.map(({ fact }) => fact);
}
