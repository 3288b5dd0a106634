// Invariant 10: least needed. A request carries only what bears on it and was left in; some things are never asked.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answersFrom, bearOn } from '../../dialogs/answers.ts';
import { buildReferral } from '../../dialogs/file/build.ts';
import { factsGivenBy, questionById } from '../../dialogs/questions.ts';
import { questionIds, type QuestionId } from '../../dialogs/questions/shape.ts';
import type { Replied, Reply } from '../../dialogs/reply.ts';
import { Draft, type Case } from '../../dialogs/case.ts';
import { keys, raw } from '../../locales/index.ts';
import { languages } from '../../locales/languages.ts';
import { conditionsOf } from '../../policy/catalog.ts';
import { criteriaIn } from '../../policy/condition.ts';
import { ChoiceFact, CountFact, DateFact, YesNoFact, type Answers } from '../../policy/facts.ts';
import { heldOn } from '../../policy/derived.ts';
import { ProgrammeId } from '../../policy/rule.ts';
import { Referral, type Request } from '../../referral/referral.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { optionsIn } from './said.ts';
import { openTalk, type Talk } from './talk.ts';
import { stateAt } from './waitings.ts';

const day = '2026-11-20';

/** Somebody who said yes to everything: every choice that can be made. */
function fullReply(id: QuestionId): Reply {
  const { kind, options } = questionById(id);
  if (kind === 'count') return { kind: 'count', count: { from: 30, to: 30 } };
  const ids = options.map((each) => each.id);
  return { kind: 'chosen', ids: kind === 'one' ? ids.slice(0, 1) : ids };
}
const everything: readonly Replied[] = questionIds.map((question) => ({
  question,
  reply: fullReply(question),
  on: day,
}));

const shown = stateAt({ dialog: 'file', step: 'preview' });
const caseWith = (more: Partial<Draft>): Case => {
  const [about] = shown.cases;
  assert.ok(about);
  return {
    ...about,
    replies: [...everything],
    draft: { ...about.draft, programmes: [...ProgrammeId.options], ...more },
  };
};

/** Of these the State's form for ECM has a section: other programmes, and other services (policy.md 3.3, section 4). */
const besides: readonly string[] = [
  ...['ecm', 'inComplexCareManagement', 'inCommunityTransitions', 'in1915cWaiver', 'inHospice', 'medicare'],
  ...['inCountyCaseManagement', 'ihss'],
];

const factsOf = ({ yesNo, count, date, choice }: Answers): readonly string[] =>
  [yesNo, count, date, choice].flatMap((part) => Object.keys(part));
/** Every fact that a request names, in its answers or in its reasons. */
const named = ({ answers, finding }: Request): readonly string[] => [
  ...factsOf(answers),
  ...(finding?.because ?? []).map(({ fact }) => fact),
];

describe('a request carries the least that is needed', () => {
  let store: WholeStore;
  let talk: Talk;
  before(async () => {
    store = await openMemoryStore();
    talk = await openTalk({ store });
  });
  after(() => store.close());

  const built = (about: Case): Referral => {
    const referral = buildReferral(about, { ...shown, cases: [about] }, talk.world);
    assert.ok(referral);
    return referral;
  };

  for (const programme of ProgrammeId.options) {
    it(`a request for ${programme} carries only answers that its rule tests, and for ECM its form`, () => {
      const request = built(caseWith({})).requests.find((each) => each.programme === programme);
      assert.ok(request);
      const tested = conditionsOf(programme, talk.world.catalog).flatMap((condition) =>
        criteriaIn(condition).map(({ fact }): string => fact),
      );
      const allowed = [...tested, ...(programme === 'ecm' ? besides : [])];
      const carried = factsOf(request.answers);
      assert.ok(carried.length > 0);
      assert.deepEqual(
        carried.filter((fact) => !allowed.includes(fact)),
        [],
      );
    });
  }

  it('an answer that was left out is nowhere in what is sent', () => {
    fc.assert(
      fc.property(fc.subarray([...questionIds], { minLength: 1 }), (leftOut) => {
        const kept = everything.filter(({ question }) => !leftOut.some((id) => id === question));
        const told = new Set(Object.keys(heldOn(day, answersFrom(kept))));
        const secret = leftOut.flatMap((id) => factsGivenBy(id)).filter((fact) => !told.has(fact));
        for (const request of built(caseWith({ leftOut })).requests)
          assert.deepEqual(
            named(request).filter((fact) => secret.some((each) => each === fact)),
            [],
          );
      }),
    );
  });

  it('each answer of the preview can be left out and put back, and what is left out is not stored', async () => {
    const about = caseWith({ programmes: ['ecm', 'recuperativeCare'] });
    await talk.put({ ...shown, cases: [about] });
    const offered = optionsIn((await talk.picks('act:repeat')).says);
    const { catalog } = talk.world;
    const bearing = (['ecm', 'recuperativeCare'] as const).flatMap((id) => bearOn(id, everything, catalog));
    for (const question of [...bearing, 'county']) assert.ok(offered.includes(`leave:${question}`), question);
    await talk.picks('leave:mind');
    await talk.picks('leave:housingRisk');
    await talk.picks('remove:recuperativeCare');
    assert.ok(optionsIn((await talk.picks('act:repeat')).says).includes('include:mind'));
    await talk.picks('include:mind');
    const { outcome } = await talk.picks('send');
    const filed = await store.filed(outcome.confirmation ?? '');
    assert.deepEqual(
      filed?.requests.map(({ programme }) => programme),
      ['ecm'],
    );
    const carried = filed.requests.flatMap(named);
    assert.ok(carried.includes('substanceUseDisorder'));
    assert.ok(!carried.includes('fleeingViolence') && !carried.includes('losesHousingWithin30Days'));
  });

  it('the preview is short: it lists no answer that does not go with the request', async () => {
    const told = everything.map((each) =>
      each.question === 'health' ? { ...each, reply: { kind: 'notSure' as const } } : each,
    );
    const about = { ...caseWith({ programmes: ['ecm'] }), replies: told };
    await talk.put({ ...shown, cases: [about] });
    const offered = optionsIn((await talk.picks('act:repeat')).says).filter((id) => id.startsWith('leave:'));
    // What was ticked as going on says nothing of the person; "I don't know" says nothing at all.
    for (const question of ['concerns', 'health']) assert.ok(!offered.includes(`leave:${question}`), question);
    assert.ok(offered.includes('leave:mind'));
    const [request] = built(about).requests;
    assert.ok(request);
    const parts: readonly Readonly<Record<string, { readonly kind: string }>>[] = Object.values(request.answers);
    assert.deepEqual(
      parts.flatMap((part) => Object.values(part).filter(({ kind }) => kind !== 'known')),
      [],
    );
  });

  it('by text one digit leaves all answers out', async () => {
    const texting = await openTalk({ store, channel: 'sms' });
    await texting.put({ ...shown, cases: [caseWith({})] });
    await texting.types('5');
    const { outcome } = await texting.types('1');
    const filed = await store.filed(outcome.confirmation ?? '');
    assert.deepEqual(filed?.requests.flatMap(named), []);
  });

  it('only an answer that was given can be left out', async () => {
    await talk.put({ ...shown, cases: [caseWith({})] });
    await talk.picks('leave:something else');
    assert.deepEqual((await talk.state()).cases[0]?.draft.leftOut, []);
  });
});

describe('what is never asked', () => {
  const never =
    /immigra|inmigra|citizen|ciudadan|nyob teb chaws|\brace\b|\braza\b|ethnic|étnic|haiv neeg|social security|seguro social|\bssn\b|diagnos\w+ code|código de diagn|\bicd\b|proof of|comprobante|pov thawj/i;

  for (const { tag } of languages) {
    it(`no question speaks of it (${tag})`, () => {
      // "You need no proof" is said where we say why we ask.
      const asking = keys.filter((key) => /^(questions|file|whom|person|status)\./.test(key) && !key.endsWith('.why'));
      assert.deepEqual(
        asking.filter((key) => never.test(raw(tag, key) ?? '')),
        [],
      );
      assert.match(
        `${raw(tag, 'welcome.hello') ?? ''} ${raw(tag, 'welcome.what') ?? ''}`,
        /immigra|inmigra/i,
        'and we say so',
      );
    });
  }

  it('there is no place where it could be kept', () => {
    const facts = [YesNoFact, CountFact, DateFact, ChoiceFact].flatMap(({ options }) => options as readonly string[]);
    const kept = [...facts, ...Object.keys(Draft.shape), ...Object.keys(Referral.shape.person.shape)];
    assert.deepEqual(
      kept.filter((name) => /immigr|citizen|race|ethnic|^ssn|social|diagnos|icd|proof/i.test(name)),
      [],
    );
    assert.deepEqual(Object.keys(Referral.shape.person.shape).sort(), ['birthDate', 'cardNumber', 'county', 'name']);
  });
});
