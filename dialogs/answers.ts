/** What replies say: facts, with the day on which they were said, and the worries that were ticked. */
import type { Answers, ChoiceFact, Count, CountFact, DateFact, Fact, Given, YesNoFact } from '../policy/facts.ts';
import { ChoiceFact as choiceFacts, CountFact as countFacts, DateFact as dateFacts } from '../policy/facts.ts';
import type { IsoDate } from '../policy/calendar.ts';
import { conditionsOf, type Catalog } from '../policy/catalog.ts';
import { criteriaIn } from '../policy/condition.ts';
import { overlaps } from '../policy/overlaps.ts';
import { Concern, type ProgrammeId } from '../policy/rule.ts';
import { factsGivenBy, questionIfKnown, questions, type Question, type QuestionId } from './questions.ts';
import type { Replied, Reply } from './reply.ts';

/** Later beats earlier, and what is known beats "not sure" and "rather not say". */
export function answersFrom(replied: readonly Replied[]): Answers {
  const answers: Answers = { yesNo: {}, count: {}, date: {}, choice: {} };
  for (const { question: id, reply, on } of standing(replied)) {
    const question = questionIfKnown(id);
    if (!question) continue;
    if (reply.kind === 'notSure' || reply.kind === 'declined') {
      for (const fact of factsGivenBy(question.id)) putUnknown(answers, fact, reply.kind, on);
    } else {
      const none = question.kind === 'many' && reply.kind === 'chosen' && reply.ids.length === 0;
      for (const given of givenBy(question, reply)) if (!none || !isTold(answers, given)) putKnown(answers, given, on);
    }
  }
  return answers;
}

/** What was ticked as going on; empty for "something else", "I don't know" and for what was never asked. */
export function concernsFrom(replied: readonly Replied[]): readonly Concern[] {
  const reply = standing(replied).find(({ question }) => question === 'concerns')?.reply;
  return reply?.kind === 'chosen' ? Concern.options.filter((concern) => reply.ids.includes(concern)) : [];
}

/** The replies that still say something: the last to each question, unless a later one made it be asked anew. */
export function standing(replied: readonly Replied[]): readonly Replied[] {
  return replied.filter(
    (each, at) =>
      !replied.some((later, laterAt) => laterAt > at && (later.question === each.question || renews(later, each))),
  );
}

/** The replies without those to these questions: they are asked anew where they matter. */
export function withoutRepliesTo(replied: readonly Replied[], questionIds: readonly string[]): Replied[] {
  return replied.filter(({ question }) => !questionIds.includes(question));
}

/** The questions whose replies bear on a programme, in the order in which they were given. */
export function bearOn(programme: ProgrammeId, replied: readonly Replied[], catalog: Catalog): readonly string[] {
  const tested = factsTestedFor(programme, catalog);
  return standing(replied)
    .map(({ question }) => question)
    .filter((id) => {
      const question = questionIfKnown(id);
      return question !== undefined && factsGivenBy(question.id).some((fact) => tested.has(fact));
    });
}

/** Every screening question whose answer a programme's rule could test, in order. */
export function questionsBearingOn(programme: ProgrammeId, catalog: Catalog): readonly QuestionId[] {
  const tested = factsTestedFor(programme, catalog);
  return questions.map(({ id }) => id).filter((id) => factsGivenBy(id).some((fact) => tested.has(fact)));
}

/** Only the answers that a programme's rule tests: nothing else goes with a request for it. */
export function answersBearingOn(programme: ProgrammeId, answers: Answers, catalog: Catalog): Answers {
  const tested = factsTestedFor(programme, catalog);
  const kept = <T extends object>(part: T): T =>
    Object.fromEntries(Object.entries(part).filter(([fact]) => tested.has(fact))) as T;
  return {
    yesNo: kept(answers.yesNo),
    count: kept(answers.count),
    date: kept(answers.date),
    choice: kept(answers.choice),
  };
}

/**
 * For ECM, also whether the member has or had it, for the plan must then go on; and the other programmes that bear on
 * it, which the State's referral form asks about.
 */
function factsTestedFor(programme: ProgrammeId, catalog: Catalog): ReadonlySet<string> {
  const besides = programme === 'ecm' ? overlaps.flatMap(({ when }) => when ?? []) : [];
  const tested = [...conditionsOf(programme, catalog), ...besides].flatMap(criteriaIn).map(({ fact }) => fact);
  return new Set<string>(programme === 'ecm' ? [...tested, 'ecm'] : tested);
}

function renews(later: Replied, earlier: Replied): boolean {
  const { reply, question } = later;
  if (reply.kind !== 'chosen' || later.on <= earlier.on) return false;
  const options = questionIfKnown(question)?.options ?? [];
  return options.some((each) => reply.ids.includes(each.id) && each.renews?.some((id) => id === earlier.question));
}

/** "None of these" takes back no "yes", and no higher number, that was said elsewhere: a list is passed over quickly. */
function isTold(answers: Answers, { fact, value }: Given): boolean {
  if (isCount(fact)) {
    const before = answers.count[fact];
    return isRange(value) && value.to !== null && before?.kind === 'known' && before.value.from > value.to;
  }
  const before: Answers['yesNo'][YesNoFact] = answers.yesNo[fact as YesNoFact];
  return value === false && before?.kind === 'known' && before.value;
}

const isRange = (value: Given['value']): value is Count => typeof value === 'object';

/** What a reply says of the member. */
export function givenBy(question: Question, reply: Reply): readonly Given[] {
  if (question.kind === 'count') return reply.kind === 'count' ? [{ fact: question.fact, value: reply.count }] : [];
  if (reply.kind !== 'chosen') return [];
  if (question.kind === 'many' && reply.ids.length === 0) return question.none;
  return question.options.filter(({ id }) => reply.ids.includes(id)).flatMap(({ gives }) => gives);
}

const isCount = (fact: Fact): fact is CountFact => countFacts.options.some((each) => each === fact);
const isDate = (fact: Fact): fact is DateFact => dateFacts.options.some((each) => each === fact);
const isChoice = (fact: Fact): fact is ChoiceFact => choiceFacts.options.some((each) => each === fact);

function putUnknown(answers: Answers, fact: Fact, kind: 'notSure' | 'declined', on: IsoDate): void {
  if (isCount(fact)) answers.count[fact] ??= { kind, on };
  else if (isDate(fact)) answers.date[fact] ??= { kind, on };
  else if (isChoice(fact)) answers.choice[fact] ??= { kind, on };
  else answers.yesNo[fact] ??= { kind, on };
}

function putKnown(answers: Answers, given: Given, on: IsoDate): void {
  const { fact, value } = given;
  if (typeof value === 'boolean') answers.yesNo[fact] = { kind: 'known', value, on };
  else if (typeof value === 'object') answers.count[fact] = { kind: 'known', value, on };
  else if (isDate(fact)) answers.date[fact] = { kind: 'known', value: value as IsoDate, on };
  else answers.choice[fact] = { kind: 'known', value, on };
}
