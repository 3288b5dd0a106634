/** What is wrong with the policy as data: found by reading all of it, for `npm run policy -- check`. */
import { factsGivenBy, questions, questionsGiving } from '../../../dialogs/questions.ts';
import { criteriaIn, citesIn } from '../../../policy/condition.ts';
import { settle, worthAsking } from '../../../policy/evaluate.ts';
import type { Fact } from '../../../policy/facts.ts';
import { overlaps, type Overlap } from '../../../policy/overlaps.ts';
import { topics, type Topic } from '../../../policy/topics.ts';
import { everyRule, type AnyRule } from './changes.ts';
import { wordless } from './wordless.ts';

/** What is read: the policy itself, unless a test says otherwise. */
export type Checked = {
  readonly rules: readonly AnyRule[];
  readonly overlaps: readonly Overlap[];
  readonly topics: Readonly<Record<string, Topic>>;
};

/** All that is in the catalogue, whatever the day. */
export const wholePolicy = (): Checked => ({ rules: everyRule(), overlaps, topics });

/** Read by the screen itself, not by a rule: who has ECM is not screened for it, and a new plan goes on with it. */
const readByTheScreen: readonly Fact[] = ['ecm'];

/** One line a fault; none when all is well. */
export function faults(checked: Checked = wholePolicy()): readonly string[] {
  const { rules } = checked;
  const needed = new Set<Fact>([
    ...rules.flatMap(factsOf),
    ...rules.flatMap((rule) => ('toldIf' in rule ? (rule.toldIf ?? []) : [])),
    ...checked.overlaps.flatMap(factsOf),
    ...questions.flatMap(({ onlyIf }) => onlyIf ?? []),
    ...readByTheScreen,
  ]);
  return [
    ...[...rules, ...checked.overlaps].flatMap((each) =>
      factsOf(each)
        .filter(isNotAsked)
        .map((fact) => `${each.id}: no question gives ${fact}`),
    ),
    ...questions
      .filter(({ id }) => factsGivenBy(id).length > 0 && !factsGivenBy(id).some((fact) => needed.has(fact)))
      .map(({ id }) => `no rule and no overlap needs the question ${id}`),
    ...rules.filter(canNeverBeMet).map(({ id }) => `${id}: can never be met`),
    ...wordless(checked),
    ...placeless(checked),
  ];
}

const isNotAsked = (fact: Fact): boolean => questionsGiving(fact).length === 0;

function factsOf({ when }: { readonly when?: AnyRule['when'] | undefined }): readonly Fact[] {
  return when ? [...new Set(criteriaIn(when).map(({ fact }) => fact))] : [];
}

/** Whatever is answered: it is not met already, and nothing that a question gives helps it to be met. */
function canNeverBeMet(rule: AnyRule): boolean {
  const neverTold = new Set(factsOf(rule).filter(isNotAsked));
  return settle(rule.when, {}) !== 'met' && worthAsking(rule.when, {}, neverTold).length === 0;
}

function placeless({ rules, overlaps: beside, topics: told }: Checked): readonly string[] {
  const cited = [
    ...rules.map((rule) => {
      const besides = 'limits' in rule ? [...rule.limits, ...rule.planAlsoNeeds].map(({ cite }) => cite) : [];
      return [rule.id, [rule.inForce.cite, ...citesIn(rule.when), ...besides]] as const;
    }),
    ...beside.map(({ id, cites, when }) => [`overlap ${id}`, [...cites, ...(when ? citesIn(when) : [])]] as const),
    ...Object.entries(told).map(([id, { cites }]) => [`topic ${id}`, cites] as const),
  ];
  return cited.flatMap(([id, cites]) => [
    ...(cites.length === 0 ? [`${id}: cites nothing`] : []),
    ...cites.filter(({ place }) => place.trim() === '').map(({ source }) => `${id}: cites ${source} without a place`),
  ]);
}
