// Invariant 2: unknown is not no. "I don't know" and "I'd rather not say" answer every question and take nothing away.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answersFrom } from '../../dialogs/answers.ts';
import { questionById, questions } from '../../dialogs/questions.ts';
import { questionIds, type QuestionId } from '../../dialogs/questions/shape.ts';
import type { Replied, Reply } from '../../dialogs/reply.ts';
import { catalogOn } from '../../policy/catalog.ts';
import type { Condition } from '../../policy/condition.ts';
import { ChoiceFact, CountFact, DateFact, YesNoFact } from '../../policy/facts.ts';
import { findings } from '../../policy/findings.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { openTalk } from './talk.ts';
import { stateAt } from './waitings.ts';

const day = '2026-11-20';
const catalog = catalogOn(day);
const silences = ['notSure', 'declined'] as const;

/** Any reply that somebody can give to this question, silence too. */
function replyTo(id: QuestionId): fc.Arbitrary<Reply> {
  const question = questionById(id);
  const silent = fc.constantFrom<Reply>(...silences.map((kind) => ({ kind })));
  const ids = question.options.map((each) => each.id);
  const told: fc.Arbitrary<Reply> =
    question.kind === 'count'
      ? fc.integer({ min: 0, max: 100 }).map((n) => ({ kind: 'count', count: { from: n, to: n } }))
      : question.kind === 'one'
        ? fc.constantFrom(...ids).map((chosen) => ({ kind: 'chosen', ids: [chosen] }))
        : fc.subarray(ids).map((chosen) => ({ kind: 'chosen', ids: chosen }));
  return fc.oneof({ weight: 4, arbitrary: told }, { weight: 1, arbitrary: silent });
}

const somebody: fc.Arbitrary<readonly Replied[]> = fc
  .tuple(...questionIds.map((question) => fc.option(replyTo(question).map((reply) => ({ question, reply, on: day })))))
  .map((replies) => replies.flatMap((reply) => (reply ? [reply as Replied] : [])));

const found = (replied: readonly Replied[]) => findings(catalog, answersFrom(replied), day);

describe('unknown is not no', () => {
  let store: WholeStore;
  before(async () => (store = await openMemoryStore()));
  after(() => store.close());

  for (const { id } of questions) {
    it(`"I don't know" and "I'd rather not say" answer "${id}" and lead on`, async () => {
      const said = [
        { channel: 'web', kind: 'notSure', inbound: { choices: ['act:notSure'] } },
        { channel: 'web', kind: 'declined', inbound: { choices: ['act:decline'] } },
        { channel: 'sms', kind: 'notSure', inbound: { text: 'I do not know' } },
        { channel: 'sms', kind: 'declined', inbound: { text: 'prefiero no decir' } },
      ] as const;
      for (const { channel, kind, inbound } of said) {
        const talk = await openTalk({ store, channel });
        await talk.put(stateAt({ dialog: 'screen', question: id }));
        const { outcome } = await talk.sends(inbound);
        const { cases, waiting, misread } = await talk.state();
        assert.deepEqual(cases[0]?.replies.find(({ question }) => question === id)?.reply, { kind });
        assert.notDeepEqual(waiting, { dialog: 'screen', question: id });
        assert.ok(outcome.dialog === 'screen' || outcome.dialog === 'findings');
        assert.equal(misread, 0);
      }
    });
  }

  it('by text, 8 and 9 say it under every question with choices', async () => {
    for (const { id } of questions.filter(({ kind }) => kind !== 'count')) {
      for (const [digit, kind] of [
        ['8', 'notSure'],
        ['9', 'declined'],
      ]) {
        const talk = await openTalk({ store, channel: 'sms' });
        await talk.put(stateAt({ dialog: 'screen', question: id }));
        await talk.types(digit ?? '');
        const { cases } = await talk.state();
        assert.deepEqual(cases[0]?.replies.find(({ question }) => question === id)?.reply, { kind }, id);
      }
    }
  });

  it('silence to a question never makes "no match" of what was open without it', () => {
    fc.assert(
      fc.property(
        somebody,
        fc.constantFrom(...questionIds),
        fc.constantFrom(...silences),
        (replied, question, kind) => {
          const without = replied.filter((each) => each.question !== question);
          const silent = found([...without, { question, reply: { kind }, on: day }]);
          for (const [at, before] of found(without).entries()) {
            if (before.truth !== 'unmet')
              assert.notEqual(silent[at]?.truth, 'unmet', `${before.programme}, ${question}`);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('silence to everything leaves everything open', () => {
    for (const kind of silences) {
      const replied = questionIds.map((question) => ({ question, reply: { kind }, on: day }) as const);
      for (const { programme, truth } of found(replied)) assert.equal(truth, 'unknown', programme);
    }
  });

  it('a criterion whose source is not verified never makes "no match"', () => {
    fc.assert(
      fc.property(somebody, (replied) => {
        for (const { programme, truth, because } of found(replied)) {
          if (truth !== 'unmet') continue;
          const weak = because.filter(({ cite }) => cite.standing === 'unverified');
          assert.deepEqual(weak, [], programme);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('what only the plan can judge is never asked, and never settles anything', () => {
    const judged = rules().flatMap(({ when }) => judgedIn(when));
    assert.ok(judged.length > 0);
    const facts = new Set<string>([CountFact, ChoiceFact, DateFact, YesNoFact].flatMap(({ options }) => options));
    for (const id of judged) assert.ok(!facts.has(id), `${id} is judged by the plan, and is asked`);
    fc.assert(
      fc.property(somebody, (replied) => {
        for (const { because } of found(replied)) assert.ok(because.every((criterion) => 'test' in criterion));
      }),
    );
  });

  it('what only the plan can judge is told with the finding', async () => {
    const talk = await openTalk({ store });
    const state = stateAt({ dialog: 'findings' });
    await talk.put({ ...state, cases: state.cases.map((each) => ({ ...each, everything: true })) });
    const { says } = await talk.picks('act:repeat');
    const told = says.flatMap((say) =>
      say.kind === 'finding' ? [...say.lines, ...say.more].map(({ key }) => key) : [],
    );
    assert.ok(told.some((key) => key.startsWith('programmes.planDecides.')));
  });
});

const rules = () => [...catalog.populations, ...catalog.supports].map(({ rule }) => rule);

function judgedIn(condition: Condition): readonly string[] {
  if ('planDecides' in condition) return [condition.planDecides];
  if ('test' in condition) return [];
  if ('all' in condition) return condition.all.flatMap(judgedIn);
  if ('any' in condition) return condition.any.flatMap(judgedIn);
  return 'not' in condition ? judgedIn(condition.not) : condition.of.flatMap(judgedIn);
}
