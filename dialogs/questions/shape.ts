/** What a screening question is: data, from which every channel asks and every reply is turned into facts. */
import type { CountFact, Given, YesNoFact } from '../../policy/facts.ts';
import type { Concern } from '../../policy/rule.ts';
import type { Key } from '../../locales/index.ts';

/** In the order in which they are asked, where the rules have nothing to choose between them. */
export const questionIds = [
  'ecm',
  'concerns',
  'age',
  'stays',
  'staysYear',
  'emergency',
  'emergencyYear',
  'leaving',
  'heal',
  'nursingHome',
  'moving',
  'situation',
  'justiceHealth',
  'childWelfare',
  'childNeeds',
  'housing',
  'steady',
  'housingRisk',
  'health',
  'keepUp',
  'asthmaCare',
  'family',
  'mind',
  'mindCare',
  'hardThings',
  'ihss',
  'ihssHours',
  'skilledNursing',
  'dailyNeeds',
  'otherHelp',
  'aroundYou',
  'waiver',
  'housingList',
  'medicare',
  'otherPrograms',
  'county',
] as const;
export type QuestionId = (typeof questionIds)[number];

/** One choice: its words in both perspectives, and what it says of the member. What it does not say stays unknown. */
export type QuestionOption = {
  readonly id: string;
  readonly label: { readonly self: Key; readonly other: Key };
  readonly gives: readonly Given[];
  /** Questions that are asked anew when this is chosen on a later day: what was said before is of another time. */
  readonly renews?: readonly QuestionId[];
};

type Common = {
  readonly id: QuestionId;
  /** The worries that make it natural to ask this. */
  readonly concerns: readonly Concern[];
  /** Not for a text message unless the member agreed: it may be read by others. */
  readonly sensitive: boolean;
  /** Five at most, so that by text each has its digit; empty for a number. */
  readonly options: readonly QuestionOption[];
  /** Asked only of those of whom this is true: a detail of something that they told. */
  readonly onlyIf?: YesNoFact;
  /** Asked of nobody of that age or older, in years, whatever they ticked. */
  readonly under?: number;
};

export type Question =
  | (Common & { readonly kind: 'one' })
  /** `none`: what "none of these" says. A choice that was not ticked says nothing. */
  | (Common & { readonly kind: 'many'; readonly none: readonly Given[] })
  | (Common & { readonly kind: 'count'; readonly fact: CountFact })
  /** The choices are the plan's counties. It gives no fact: no rule asks where somebody lives, only what is offered. */
  | (Common & { readonly kind: 'county' });

type Choices = Readonly<Record<string, readonly Given[]>>;
type About = Pick<Common, 'concerns' | 'onlyIf' | 'under'> & { readonly sensitive?: boolean };

export const yes = (fact: YesNoFact): Given => ({ fact, value: true });
export const no = (fact: YesNoFact): Given => ({ fact, value: false });

/** Yes or no to one fact. */
export function yesNo(id: QuestionId, about: About, fact: YesNoFact): Question {
  return one(id, about, { yes: [yes(fact)], no: [no(fact)] });
}

export function one(id: QuestionId, about: About, choices: Choices): Question {
  return { ...common(id, about), kind: 'one', options: options(id, choices) };
}

/** Without `none`, "none of these" says no to every yes/no fact that a choice would have given. */
export function many(id: QuestionId, about: About, choices: Choices, none?: readonly Given[]): Question {
  return { ...common(id, about), kind: 'many', options: options(id, choices), none: none ?? noToAll(choices) };
}

export function count(id: QuestionId, about: About, fact: CountFact): Question {
  return { ...common(id, about), kind: 'count', options: [], fact };
}

function common(id: QuestionId, { concerns, sensitive = false, onlyIf, under }: About): Omit<Common, 'options'> {
  return { id, concerns, sensitive, ...(onlyIf ? { onlyIf } : {}), ...(under === undefined ? {} : { under }) };
}

function options(question: QuestionId, choices: Choices): readonly QuestionOption[] {
  return Object.entries(choices).map(([id, gives]) => ({
    id,
    // That each of these is in the catalogue is held by a test.
    label: {
      self: `questions.${question}.options.${id}.self` as Key,
      other: `questions.${question}.options.${id}.other` as Key,
    },
    gives,
  }));
}

function noToAll(choices: Choices): readonly Given[] {
  return Object.values(choices)
    .flat()
    .flatMap((given) => (typeof given.value === 'boolean' ? [{ fact: given.fact, value: false }] : []));
}

/** The question, with one choice that makes others be asked anew. */
export function renewing(question: Question, choice: string, renews: readonly QuestionId[]): Question {
  return { ...question, options: question.options.map((each) => (each.id === choice ? { ...each, renews } : each)) };
}
