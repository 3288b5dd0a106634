/** One programme asked for, with what the screen found and the answers that bear on it. */
import { z } from 'zod';
import { Standing } from '../../policy/citation.ts';
import { Criterion } from '../../policy/condition.ts';
import { ChoiceFact, CountFact, DateFact, YesNoFact } from '../../policy/facts.ts';
import { PopulationId, ProgrammeId, SupportId } from '../../policy/rule.ts';
import { day, flag, say } from './fields.ts';

/** Counts are said in these. */
export const Unit = z.enum(['years', 'visits', 'stays', 'experiences', 'days', 'points']);
export type Unit = z.infer<typeof Unit>;

const Source = z
  .strictObject({
    document: say(z.string(), 'Document', 'Title of the document.'),
    dated: say(
      z.string().nullable(),
      'Dated',
      'Date of the document as far as it gives one: YYYY, YYYY-MM or YYYY-MM-DD.',
    ),
    place: say(z.string(), 'Place', 'Page, section or heading, as printed.'),
    standing: say(
      Standing,
      'Standing',
      'How it was read: "verified" in the document itself, "secondhand" in a copy, "unverified" not found in a document yet.',
    ),
  })
  .meta({ id: 'source', title: 'Source', description: 'Where policy says so.' });

/** Everything that an answer can be about, by our names. */
export const facts = [...YesNoFact.options, ...CountFact.options, ...DateFact.options, ...ChoiceFact.options] as const;
const AnyFact = z.enum(facts).meta({
  id: 'fact',
  title: 'Fact',
  description: 'Something about the member, by our name. docs/referral-json.md says what each name means.',
});

const Counted = z.strictObject({
  from: say(z.int().nonnegative(), 'From', 'The least that it can be, in "unit".'),
  to: say(z.int().nonnegative().nullable(), 'To', 'The most that it can be, in "unit"; null: "or more".'),
  unit: say(Unit, 'Unit', 'What is counted: years of age, visits, hospital stays, experiences, days or test points.'),
});

const on = day('On', 'The day on which it was said. Windows such as "in 12 months" look back from it.');
const known = say(z.literal('known'), 'Said', 'The question was answered.');
const open = say(
  z.enum(['notSure', 'declined']),
  'Said',
  '"notSure": does not know. "declined": would rather not say. Neither means no.',
);

const about = <T extends z.ZodType>(kind: T): T => say(kind, 'Fact', 'What it is about, by our name.');
const answer = <F extends z.ZodType, V extends z.ZodType>(
  fact: F,
  value: V,
): z.ZodObject<{ fact: F; said: typeof known; value: V; on: typeof on }, z.core.$strict> =>
  z.strictObject({ fact: about(fact), said: known, value, on });

export const AnswerJson = z.union([
  say(answer(YesNoFact, flag('Value', 'true: yes. false: no.')), 'Yes or no', 'A statement, and whether it is true.'),
  say(
    answer(CountFact, say(Counted, 'Value', 'A number as it was said; exact where "from" equals "to".')),
    'Count',
    'How many.',
  ),
  say(answer(DateFact, day('Value', 'The day that was given.')), 'Day', 'Which day.'),
  say(answer(ChoiceFact, say(z.string(), 'Value', 'By our name.')), 'State', 'One of a few states.'),
  say(
    z.strictObject({ fact: AnyFact, said: open, on }),
    'Open',
    'Asked, and the member does not know or would rather not say.',
  ),
]);
export type AnswerJson = z.infer<typeof AnswerJson>;

const Reason = z.strictObject({
  fact: AnyFact,
  test: say(
    z.enum(Criterion.options.map(({ shape }) => shape.test.value)),
    'Test',
    '"is": that it is true. "atLeast", "atMost": how the count stands to "values". "oneOf": that the state is among "values".',
  ),
  values: say(
    z.array(z.union([z.string(), z.int().nonnegative()])),
    'Values',
    'What it is tested against: nothing for "is", one number in the unit of the fact, or the names of states.',
  ),
  source: Source,
});

const PlanDecides = z.strictObject({
  what: say(z.string(), 'What', 'What only the plan can judge, by our name (docs/referral-json.md).'),
  source: Source,
});

export const ScreenJson = z.strictObject({
  use: say(
    z.literal('outreachNotDecision'),
    'Use',
    'What the screen found helps whoever reaches out. It is not for the decision: no answer, and no missing one, is a ground to deny.',
  ),
  result: say(
    z.enum(['mayQualify', 'moreNeeded', 'noMatchInAnswers']),
    'Result',
    'What these answers say. Never a decision: only the plan decides.',
  ),
  populations: say(
    z.array(PopulationId),
    'Populations of focus',
    'ECM populations of focus that the answers match; empty for Community Supports.',
  ),
  reasons: say(
    z.array(Reason),
    'Reasons',
    'The criteria that settled the result, met or not met: the answers say which.',
  ),
  notKnown: say(z.array(AnyFact), 'Not known', 'Facts that could still settle it: not asked, not known, or not said.'),
  planDecides: say(
    z.array(PlanDecides),
    'For the plan to judge',
    'Criteria that only the plan can judge. They were never asked of the member.',
  ),
  after: say(
    SupportId.nullable(),
    'Comes after',
    'This Community Support comes only together with or after that one; null: stands by itself.',
  ),
});
export type ScreenJson = z.infer<typeof ScreenJson>;

export const RequestJson = z.strictObject({
  programme: say(ProgrammeId, 'Programme', '"ecm" is Enhanced Care Management; the others are Community Supports.'),
  screen: say(ScreenJson.nullable(), 'Screen', 'What the screen found; null: asked for without a screen.'),
  answers: say(
    z.array(AnswerJson),
    'Answers',
    'Only the answers that bear on this programme, sorted by fact. For outreach, not for the decision.',
  ),
});
