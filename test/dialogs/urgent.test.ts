// A request that cannot wait: asked for as fast, with the reason in the member's own words, and only then.
import assert from 'node:assert/strict';
import type { Referral } from '../../referral/referral.ts';
import { answerTo, play, type Played } from '../invariants/script.ts';
import { openTalk, type Talk, type Turn } from '../invariants/talk.ts';

const reason = 'My leg is getting worse every day and I cannot walk';
const urgent = { 'file.fast': ['yes'], 'file.fastWhy': reason } as const;

async function filed(talk: Talk, { number }: Played): Promise<Referral> {
  const file = await talk.store.referral(number, 'test');
  assert.equal(file?.referral.number, number);
  return file.referral;
}

const asked = ({ turns }: Played, question: string): boolean =>
  turns.some(({ outcome }) => outcome.question === question);

describe('a request that cannot wait', () => {
  it('goes with what could happen, as it was said and as it was shown before', async () => {
    const talk = await openTalk();
    const played = await play(talk, { changed: urgent });
    const referral = await filed(talk, played);
    assert.deepEqual([referral.asksForFast, referral.fastReason], [true, reason]);
    const preview = played.turns.find(({ outcome }) => outcome.question === 'file.preview') as Turn;
    assert.equal(preview.all.includes(reason), true, preview.all);
  });

  it('goes without a reason from somebody who would not say it', async () => {
    const talk = await openTalk();
    const referral = await filed(talk, await play(talk, { changed: { 'file.fast': ['yes'] } }));
    assert.deepEqual([referral.asksForFast, referral.fastReason], [true, null]);
  });

  it('is no matter to those who can wait: they are not asked why', async () => {
    const talk = await openTalk();
    const played = await play(talk);
    assert.deepEqual([asked(played, 'file.fast'), asked(played, 'file.fastWhy')], [true, false]);
    const referral = await filed(talk, played);
    assert.deepEqual([referral.asksForFast, referral.fastReason], [false, null]);
  });

  it('takes its reason back when the member can wait after all', async () => {
    const talk = await openTalk();
    let back = false;
    const between = async (turn: Turn): Promise<Turn> => {
      if (turn.outcome.question !== 'file.preview' || back) return turn;
      back = true;
      await talk.picks('change:fast');
      return talk.picks('no');
    };
    const referral = await filed(talk, await play(talk, { changed: urgent, between }));
    assert.deepEqual([back, referral.asksForFast, referral.fastReason], [true, false, null]);
  });

  it('is not said of the next request', async () => {
    const talk = await openTalk();
    await play(talk, { changed: urgent });
    const { draft } = (await talk.state()).cases[0]!;
    assert.deepEqual([draft.asksForFast, draft.fastReason], [undefined, undefined]);
  });

  it('is asked for on the page after all from the list of what goes', async () => {
    const talk = await openTalk();
    let changed = false;
    const between = async (turn: Turn): Promise<Turn> => {
      if (turn.outcome.question !== 'file.preview' || changed) return turn;
      changed = true;
      await talk.picks('change:fast');
      await talk.picks('yes');
      return talk.types(reason);
    };
    const referral = await filed(talk, await play(talk, { between }));
    assert.deepEqual([referral.asksForFast, referral.fastReason], [true, reason]);
  });

  for (const [language, word, yes] of [
    ['en', 'its urgent', 'yes'],
    ['es', 'urgente', 'sí'],
    ['hmn', 'sai', '1'],
  ] as const)
    it(`by text "${word}" says so at the end, and nobody is asked who does not write it`, async () => {
      const talk = await openTalk({ channel: 'sms', language });
      const before = (turn: Turn): string | undefined => turn.outcome.question ?? undefined;
      let wrote = false;
      const between = async (turn: Turn): Promise<Turn> => {
        assert.notEqual(before(turn), 'file.fast');
        if (before(turn) !== 'file.preview' || wrote) return turn;
        wrote = true;
        assert.equal((await talk.types(word)).outcome.question, 'file.fast');
        assert.equal((await talk.types(yes)).outcome.question, 'file.fastWhy');
        return talk.types(reason);
      };
      const referral = await filed(talk, await play(talk, { between }));
      assert.deepEqual([referral.asksForFast, referral.fastReason], [true, reason]);
    });

  for (const [language, text] of [
    ['en', 'yes urgent'],
    ['en', "no it can't wait"],
    ['es', 'sí, urgente'],
    ['es', 'no puedo esperar'],
    ['hmn', 'yog, sai'],
  ] as const)
    it(`"${text}" by text neither sends it as one that can wait, nor keeps it back`, async () => {
      const talk = await openTalk({ channel: 'sms', language });
      let next: string | null | undefined;
      const between = async (turn: Turn): Promise<Turn> => {
        if (turn.outcome.question !== 'file.preview' || next !== undefined) return turn;
        next = (await talk.types(text)).outcome.question;
        return talk.picks('no');
      };
      await play(talk, { between });
      assert.equal(next, 'file.fast');
    });

  it('"yes, urgent" sends what was asked for as urgent before', async () => {
    const talk = await openTalk({ channel: 'sms' });
    let turn = await talk.picks('act:menu');
    while (turn.outcome.question !== 'file.preview') turn = await answerTo(turn, talk);
    for (const text of ['urgent', 'yes', reason, 'yes, urgent']) turn = await talk.types(text);
    assert.notEqual(turn.outcome.confirmation, null);
    const [only, ...more] = await talk.store.referrals('test');
    assert.deepEqual([only?.asksForFast, more], [true, []]);
  });

  it('is heard for danger as every other word is', async () => {
    const talk = await openTalk();
    let words = '';
    const between = async (turn: Turn): Promise<Turn> => {
      if (turn.outcome.question !== 'file.fastWhy' || words !== '') return turn;
      const told = await talk.types('I want to die');
      words = told.all;
      return told.outcome.question === 'file.fastWhy' ? told : talk.picks('goOn');
    };
    await play(talk, { changed: urgent, between });
    assert.match(words, /988/u);
  });
});

describe('the form in which letters come', () => {
  it('is asked once on the page, shown, and sent', async () => {
    const talk = await openTalk();
    const played = await play(talk, { changed: { 'file.format': ['braille'] } });
    assert.equal((await filed(talk, played)).contact.alternativeFormat, 'braille');
    const preview = played.turns.find(({ outcome }) => outcome.question === 'file.preview') as Turn;
    assert.match(preview.all, /Letters come as[^\n]*\n?[^\n]*Braille/u);
  });

  it('is common print for those who ask for nothing else', async () => {
    for (const format of [['print'], ['act:notSure']]) {
      const talk = await openTalk();
      const played = await play(talk, { changed: { 'file.format': format } });
      assert.equal((await filed(talk, played)).contact.alternativeFormat, null);
    }
  });
});
