import assert from 'node:assert/strict';
import { catalogOn } from '../../policy/catalog.ts';
import { questionsGiving } from '../../dialogs/questions.ts';
import { criteriaIn } from '../../policy/condition.ts';
import { wholePolicy } from '../../server/cli/policy/check.ts';
import { wordless } from '../../server/cli/policy/wordless.ts';
import { today } from './answering.ts';

const { populations, supports } = catalogOn(today);
const rules = [...populations, ...supports].map(({ rule }) => rule);

describe('the words that the rules are told by', () => {
  it('are all there, in every language', () => {
    assert.deepEqual(wordless(wholePolicy()), []);
  });
});

describe('what the rules test', () => {
  for (const fact of new Set(rules.flatMap(({ when }) => criteriaIn(when).map((each) => each.fact)))) {
    it(`can be told by some question: ${fact}`, () => assert.ok(questionsGiving(fact).length > 0));
  }
});
