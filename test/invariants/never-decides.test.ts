// Invariant 1: the bot never decides. "May", never "is"; asking the plan needs no screen; a status is the plan's own.
import assert from 'node:assert/strict';
import { readsOf } from '../../dialogs/read/words.ts';
import { keys, raw, type Key } from '../../locales/index.ts';
import { languages, type Tag } from '../../locales/languages.ts';
import { ProgrammeId } from '../../policy/rule.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { keysIn } from './said.ts';
import { openTalk, type Talk, type Turn } from './talk.ts';
import { nameOf, stateAt, waitings } from './waitings.ts';

let store: WholeStore;

/** The last thing said for the number that a referral got, and the number itself. */
async function file(talk: Talk): Promise<string> {
  await talk.picks('file');
  await talk.picks('self');
  await talk.picks('ecm');
  await talk.types('Luis Example');
  await talk.types('3/7/1964');
  await talk.picks('act:decline');
  await talk.picks('none');
  let turn = await talk.picks('en');
  for (let turns = 0; turn.outcome.question !== 'file.preview'; turns += 1) {
    assert.ok(turns < 8, `stands at ${turn.outcome.question ?? ''}`);
    turn = turn.outcome.question === 'file.fast' ? await talk.picks('no') : await talk.picks('act:decline');
  }
  const { outcome } = await talk.picks('send');
  assert.ok(outcome.confirmation);
  return outcome.confirmation;
}

describe('the bot never decides', () => {
  before(async () => (store = await openMemoryStore()));
  after(() => store.close());

  for (const waiting of waitings) {
    it(`a member who is at ${nameOf(waiting)} can ask the plan now`, async () => {
      const talk = await openTalk({ store });
      await talk.put(stateAt(waiting));
      const pressed = await talk.picks('ask:recuperativeCare');
      assert.equal(pressed.outcome.dialog, 'file', 'by the button of a programme');
      await talk.put(stateAt(waiting));
      await talk.picks('act:menu');
      const chosen = await talk.picks('file');
      assert.equal(chosen.outcome.dialog, 'file', 'by the menu');
      for (const { tag } of languages) {
        const texting = await openTalk({ store, channel: 'sms' });
        await texting.put(stateAt(waiting, tag));
        await texting.types(readsOf[tag].acts['menu']?.[0] ?? '');
        const texted = await texting.types('2');
        assert.equal(texted.outcome.dialog, 'file', `by text, in ${tag}`);
      }
    });
  }

  it('a member of whom nothing is known asks for any programme, and it is filed without a screen', async () => {
    const talk = await openTalk({ store });
    const number = await file(talk);
    const filed = await store.filed(number);
    assert.deepEqual(
      filed?.requests.map(({ programme, finding }) => [programme, finding]),
      [['ecm', null]],
    );
  });

  it('a finding without a match still offers to ask the plan, in the same words as any other', async () => {
    const talk = await openTalk({ store });
    const state = stateAt({ dialog: 'findings' });
    await talk.put({ ...state, cases: state.cases.map((each) => ({ ...each, everything: true })) });
    const { says } = await talk.picks('act:repeat');
    const cards = says.flatMap((say) => (say.kind === 'finding' ? [say] : []));
    assert.deepEqual(new Set(cards.map(({ truth }) => truth)).size > 1, true, 'more than one truth is shown');
    for (const { programme, offers } of cards) assert.equal(offers[0]?.id, `ask:${programme}`);
    assert.deepEqual(cards.map(({ programme }) => programme).sort(), [...ProgrammeId.options].sort());
    const said = keysIn(says);
    assert.ok(said.includes('findings.intro.self') && said.includes('findings.canStillAsk'));
  });

  const may: Readonly<Record<Tag, RegExp>> = { en: /\bmay\b/i, es: /\bpodría\b/i, hmn: /\btej zaum\b/i };
  const onlyThePlan: Readonly<Record<Tag, RegExp>> = {
    en: /not a decision.*only \{\{plan\}\} decides/i,
    es: /no es una decisión.*solo \{\{plan\}\} decide/i,
    hmn: /tsis yog kev txiav txim.*tsuas yog \{\{plan\}\} txiav txim/i,
  };
  /** Words that would be a decision. */
  const decided: Readonly<Record<Tag, RegExp>> = {
    en: /\b(you|they) (do not |don't )?(qualify|are (not )?eligible|were (denied|approved)|are (denied|approved))\b|\b(denied|approved|ineligible)\b/i,
    es: /\b(usted|esa persona) (no )?califica\b|\b(no es elegible|negad[ao]|aprobad[ao]|rechazad[ao])\b/i,
    hmn: /\b(koj|nws) (tsis )?tsim nyog tau\b|\b(tsis kam lees|pom zoo lawm)\b/i,
  };
  for (const { tag } of languages) {
    it(`a match is told as "may", and never without "only your plan decides" (${tag})`, () => {
      assert.match(raw(tag, 'findings.truth.met') ?? '', may[tag]);
      assert.match(raw(tag, 'findings.intro.self') ?? '', onlyThePlan[tag]);
      assert.match(raw(tag, 'findings.intro.other') ?? '', onlyThePlan[tag]);
    });

    it(`no words about a finding sound like a decision (${tag})`, () => {
      const about = keys.filter((key) => /^(findings|programmes|file|questions|welcome)\./.test(key));
      const wrong = about.filter((key) => decided[tag].test(raw(tag, key) ?? ''));
      assert.deepEqual(wrong, []);
    });
  }

  it('a status is told only as the plan has set it', async () => {
    const talk = await openTalk({ store });
    const number = await file(talk);
    const plans = ['approved', 'letter', 'void', 'withdrawn', 'pendingInfo', 'findingProvider', 'accepted', 'outreach'];
    const heard = async (): Promise<Turn> => {
      await talk.picks('status');
      await talk.types(number);
      return talk.types('3/7/1964');
    };
    const before = keysIn((await heard()).says);
    assert.ok(before.includes('status.steps.deciding'));
    assert.deepEqual(
      before.filter((key) => plans.some((step) => key === (`status.steps.${step}` as Key))),
      [],
    );
    const set = { decision: 'approved', decidedOn: '2026-11-20', noticeMailedOn: null } as const;
    await store.record(number, { programme: 'ecm', what: { kind: 'decision', ...set } }, 'Lee Xiong');
    assert.ok(keysIn((await heard()).says).includes('status.steps.approved'));
  });

  it('a denial is never told before its letter was mailed, and then only as a letter', async () => {
    const talk = await openTalk({ store });
    const number = await file(talk);
    const heard = async (noticeMailedOn: '2026-11-20' | null): Promise<Turn> => {
      const set = { decision: 'denied', decidedOn: '2026-11-20', noticeMailedOn } as const;
      await store.record(number, { programme: 'ecm', what: { kind: 'decision', ...set } }, 'Lee Xiong');
      await talk.picks('status');
      await talk.types(number);
      return talk.types('3/7/1964');
    };
    assert.ok(!keysIn((await heard(null)).says).includes('status.steps.letter'));
    const told = await heard('2026-11-20');
    assert.ok(keysIn(told.says).includes('status.steps.letter'));
    assert.doesNotMatch(told.all, /denied|said no|rejected/i);
  });
});
