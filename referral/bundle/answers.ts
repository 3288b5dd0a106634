/** What the member answered, for one programme: only what bears on it. */
import type { QuestionnaireResponse, QuestionnaireResponseItem, QuestionnaireResponseItemAnswer } from 'fhir/r4.js';
import { ChoiceFact, CountFact, DateFact, YesNoFact, type Answers, type Count, type Fact } from '../../policy/facts.ts';
import { units } from '../json/answers.ts';
import type { Request } from '../referral.ts';
import { absent, coding, maybe, type Made } from './elements.ts';
import type { Filing } from './filing.ts';
import { codes, numbers, questionnaires } from './systems.ts';
import { choiceWords, factWords } from './wording.ts';

type Item = QuestionnaireResponseItem;
type Value = QuestionnaireResponseItemAnswer;

export const hasAnswers = ({ yesNo, count, date, choice }: Answers): boolean =>
  [yesNo, count, date, choice].some((part) => Object.keys(part).length > 0);

/** Nothing where nothing was answered, or all of it was left out. */
export function answers(
  filing: Filing,
  { programme, answers: given }: Request,
): readonly (QuestionnaireResponse & Made)[] {
  if (!hasAnswers(given)) return [];
  const { referral, ids, links } = filing;
  return [
    {
      resourceType: 'QuestionnaireResponse',
      id: ids.answers(programme),
      identifier: { system: numbers.request, value: `${referral.number}.${programme}` },
      questionnaire: questionnaires.screen,
      status: 'completed',
      subject: links.patient,
      authored: referral.filedOn,
      author: links.platform,
      source: links.filer,
      item: items(given, referral.filedOn),
    },
  ];
}

/** In the order of our lists of facts, so that the same answers are always the same text. */
function items({ yesNo, count, date, choice }: Answers, filedOn: string): Item[] {
  return [
    ...YesNoFact.options.map((fact) => item(fact, yesNo[fact], filedOn, (value) => [{ valueBoolean: value }])),
    ...CountFact.options.map((fact) => item(fact, count[fact], filedOn, (value) => counted(value, units[fact]))),
    ...DateFact.options.map((fact) => item(fact, date[fact], filedOn, (value) => [{ valueDate: value }])),
    ...ChoiceFact.options.map((fact) =>
      item(fact, choice[fact], filedOn, (value) => [
        { valueCoding: coding(`${codes.choice}/${fact}`, value, choiceWords(value)) },
      ]),
    ),
  ].flat();
}

type Answer<T> =
  | { readonly kind: 'known'; readonly value: T; readonly on: string }
  | { readonly kind: 'notSure' | 'declined'; readonly on: string };

/** "In the last 6 months" counts from the day on which it was said: told where that is another day than the filing's. */
function item<T>(fact: Fact, answer: Answer<T> | undefined, filedOn: string, valued: (value: T) => Value[]): Item[] {
  if (!answer) return [];
  const text = answer.on === filedOn ? factWords(fact) : `${factWords(fact)} (said on ${answer.on})`;
  switch (answer.kind) {
    case 'known':
      return [{ linkId: fact, text, answer: valued(answer.value) }];
    case 'notSure':
      return [{ linkId: fact, text, extension: [absent('asked-unknown')] }];
    case 'declined':
      return [{ linkId: fact, text, extension: [absent('asked-declined')] }];
  }
}

/** A number; or the bounds of it, where it was said as "five or more" or "three to five". */
export function counted({ from, to }: Count, unit?: string): Value[] {
  if (from === to) return [{ valueInteger: from }];
  const least: Value = { valueQuantity: { value: from, comparator: '>=', ...maybe('unit', unit) } };
  return to === null ? [least] : [least, { valueQuantity: { value: to, comparator: '<=', ...maybe('unit', unit) } }];
}
