import assert from 'node:assert/strict';
import { languages } from '../../locales/languages.ts';
import { catalogOn } from '../../policy/catalog.ts';
import { criteriaIn, judgementsIn } from '../../policy/condition.ts';
import { choiceValues, CountFact, YesNoFact } from '../../policy/facts.ts';
import { overlaps } from '../../policy/overlaps.ts';
import { PopulationId, ProgrammeId } from '../../policy/rule.ts';
import { words } from '../../referral/forms/words.ts';

const { populations, supports } = catalogOn('2026-11-21');
const rules = [...populations, ...supports].map(({ rule }) => rule.when);

describe('the words of the forms', () => {
  const lists: readonly [what: string, list: Readonly<Record<string, string>>, ids: readonly string[]][] = [
    ['programme', words.programmes, ProgrammeId.options],
    ['population', words.populations, PopulationId.options],
    ['matter for the plan', words.forPlan, rules.flatMap(judgementsIn).map(({ planDecides }) => planDecides)],
    ['choice', words.choices, Object.values(choiceValues).flat()],
    ['other program', words.otherProgrammes.names, overlaps.flatMap(({ id, when }) => (when ? [id] : []))],
  ];
  for (const [what, list, ids] of lists) {
    it(`have each ${what}, and none too many`, () => {
      assert.deepEqual(Object.keys(list).sort(), [...new Set(ids)].sort());
    });
  }

  it('have each fact that a rule tests, and the number of each count', () => {
    const facts = rules.flatMap(criteriaIn).map(({ fact }) => fact);
    assert.deepEqual(
      [...new Set(facts)].filter((fact) => !Object.hasOwn(words.facts, fact)),
      [],
    );
    for (const fact of CountFact.options) {
      assert.match((words.facts as Record<string, string>)[fact] ?? '', /\{\{value\}\}/, fact);
    }
    const known = new Set<string>([...YesNoFact.options, ...CountFact.options, 'ageAtMost', 'ihss', 'ihssHours']);
    assert.deepEqual(
      Object.keys(words.facts).filter((fact) => !known.has(fact)),
      [],
    );
  });

  it('name each language as the members’ list does', () => {
    for (const { tag, englishName } of languages)
      assert.equal((words.languages as Record<string, string>)[tag], englishName);
  });
});
