import assert from 'node:assert/strict';
import { text, type Key } from '../../locales/index.ts';
import { catalogOn } from '../../policy/catalog.ts';
import { criteriaIn } from '../../policy/condition.ts';
import { overlaps } from '../../policy/overlaps.ts';
import { shownOptions } from '../../dialogs/questions/shown-options.ts';
import type { Replied } from '../../dialogs/reply.ts';
import { factsGivenBy, questionById, questionIfKnown, questions, questionsAbout } from '../../dialogs/questions.ts';

describe('the screening questions', () => {
  it('offer five choices at most, so that each has its digit by text', () => {
    for (const { id, kind, options } of questions) {
      // "None of these" comes sixth at most: 8 and 9 are "I don't know" and "rather not say".
      assert.ok(options.length <= 5, `${id} ${kind}`);
    }
  });

  it('have choices of their own exactly when they ask neither for a number nor for a county', () => {
    for (const { kind, options } of questions)
      assert.equal(options.length === 0, kind === 'count' || kind === 'county');
  });

  it('never turn a choice that was not ticked into a "no"', () => {
    for (const question of questions.filter(({ kind }) => kind === 'many')) {
      for (const { gives } of question.options)
        assert.ok(
          gives.every(({ value }) => value !== false),
          question.id,
        );
    }
  });

  it('leave open where somebody mostly gets care, when none of the crisis care for mood, alcohol or drugs is ticked', () => {
    const mindCare = questionById('mindCare');
    assert.ok(mindCare.kind === 'many' && mindCare.none.every(({ fact }) => fact !== 'crisisCareIsMainCare'));
    assert.ok(factsGivenBy('mindCare').includes('crisisCareIsMainCare'));
  });

  it('never ask about suicide, overdose, immigration, race or a diagnosis code', () => {
    const words = questions.flatMap(({ id }) => [
      text('en', `questions.${id}.self`),
      text('en', `questions.${id}.why`),
    ]);
    assert.doesNotMatch(words.join(' '), /suicid|kill|overdose|immigra|citizen|race|ethnic|ICD/i);
  });

  it('ask for nothing that no rule and no overlap tests, but for the county, which says what the plan offers', () => {
    const { populations, supports } = catalogOn('2026-11-21');
    const tested = [
      ...[...populations, ...supports].flatMap(({ rule }) => criteriaIn(rule.when).map(({ fact }) => fact)),
      ...overlaps.flatMap(({ when }) => (when ? criteriaIn(when).map(({ fact }) => fact) : [])),
    ];
    for (const { id } of questions.slice(2).filter(({ kind }) => kind !== 'county'))
      assert.ok(
        factsGivenBy(id).some((fact) => tested.includes(fact as never)),
        id,
      );
  });

  it('show no choice that age or another answer has settled, and never an empty list', () => {
    const shown = (id: string, replied: readonly Replied[]): readonly string[] =>
      shownOptions(questionById(id), replied, '2026-11-21').map((each) => each.id);
    const aged = (years: number): Replied => ({
      question: 'age',
      reply: { kind: 'count', count: { from: years, to: years } },
      on: '2026-11-21',
    });
    assert.deepEqual(shown('situation', []), ['pregnancy', 'jail', 'foster', 'enrolledInCcs', 'nursingHome']);
    assert.deepEqual(shown('situation', [aged(20)]), ['pregnancy', 'jail', 'foster', 'enrolledInCcs', 'nursingHome']);
    assert.deepEqual(shown('situation', [aged(21)]), ['pregnancy', 'jail', 'foster', 'nursingHome']);
    assert.deepEqual(shown('childWelfare', [aged(25)]), ['at18']);
    assert.deepEqual(shown('childWelfare', [aged(9)]), ['now', 'lastYear', 'adoption', 'family']);
    const pregnant: Replied = {
      question: 'situation',
      reply: { kind: 'chosen', ids: ['pregnancy'] },
      on: '2026-11-21',
    };
    assert.ok(!shown('health', [pregnant]).includes('pregnancy'));
    assert.ok(shown('situation', [pregnant]).includes('pregnancy'), 'it may be changed where it was said');
  });

  it('are found by the facts that they give', () => {
    assert.deepEqual(questionsAbout(['complexNeedHardToManage']), ['health', 'keepUp']);
    assert.throws(() => questionById('shoeSize'));
    assert.equal(questionIfKnown('shoeSize'), undefined);
  });
});

describe('the English words of the questions', () => {
  for (const { id, options } of questions) {
    const keys = [
      ...['self', 'other', 'again.self', 'again.other', 'why', 'short'].map((word) => `questions.${id}.${word}`),
      ...options.flatMap(({ label }) => [label.self, label.other]),
    ];
    it(`are all there for "${id}"`, () => {
      for (const key of keys) assert.ok(text('en', key as Key), key);
    });
    it(`speak of "they", not of "you", where "${id}" is asked about somebody else`, () => {
      const other = [text('en', `questions.${id}.other`), ...options.map(({ label }) => text('en', label.other))];
      assert.doesNotMatch(other.join(' '), /\b(you|your|I|my|me)\b/);
    });
  }
});
