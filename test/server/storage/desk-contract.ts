import assert from 'node:assert/strict';
import type { Unit } from '../../../bot/store.ts';
import { emptyDraft } from '../../../dialogs/case.ts';
import { freshState, type State } from '../../../dialogs/state.ts';
import type { CallAttempt, CallOutcome } from '../../../referral/call-attempt.ts';
import type { CallBack } from '../../../referral/call-back.ts';
import type { WholeStore } from '../../../server/storage/sqlite.ts';
import { noon, referral, unit } from './samples.ts';

const callBack: CallBack = {
  id: 'cb1',
  name: 'Xiomara',
  phone: '9515550134',
  language: 'hmn',
  dialect: 'green',
  when: 'morning',
  voicemail: false,
  reason: 'asked',
};
const alert: NonNullable<Unit['alert']> = { id: 'al1', danger: 'abuse', language: 'es', wantsCall: false, phone: null };

/** What every store must do for the desk's other work and for visits to the page. */
export function deskContract(open: () => Promise<WholeStore>): void {
  let store: WholeStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const commit = async (more: Partial<Unit>): Promise<void> => {
    const { id, version } = await store.conversation('web', 'visit');
    await store.commit(unit(id, version, `m${version}`, more));
  };

  it('shows a call-back as it was asked for, to be taken by one and finished once', async () => {
    await commit({ callBack });
    const [waiting] = await store.callBacks('Ana');
    assert.deepEqual(waiting, {
      id: 'cb1',
      at: noon,
      takenBy: null,
      takenAt: null,
      doneAt: null,
      outcome: null,
      confidential: false,
      callBack,
      wrongNumber: false,
      attempts: [],
      numbers: [],
    });
    assert.equal(await store.take('callBack', 'cb1', 'Ana'), true);
    assert.equal(await store.take('callBack', 'cb1', 'Ana'), true);
    assert.equal(await store.take('callBack', 'cb1', 'Ben'), false);
    assert.equal(await store.take('alert', 'cb1', 'Ben'), false);
    assert.equal(await store.finish('callBack', 'cb1', 'reached', 'Ana'), true);
    assert.equal(await store.finish('callBack', 'cb1', 'noAnswer', 'Ben'), false);
    assert.equal(await store.take('callBack', 'cb1', 'Ana'), false);
    const [done] = await store.callBacks('Ana');
    assert.deepEqual([done?.takenBy, done?.outcome], ['Ana', 'reached']);
  });

  const attempt = (outcome: CallOutcome): CallAttempt => ({
    outcome,
    interpreting: null,
    next: { on: '2026-11-23', at: 'morning' },
  });

  it('keeps every try at a call-back, and puts back into the queue what is not over', async () => {
    await commit({ callBack });
    assert.equal(await store.tryCallBack('cb1', attempt('noAnswer'), 'Ana'), false, 'nobody has taken it');
    for (const by of ['Ana', 'Ben']) {
      await store.take('callBack', 'cb1', by);
      assert.equal(await store.tryCallBack('cb1', attempt('noAnswer'), by), true);
      assert.equal(await store.tryCallBack('cb1', attempt('noAnswer'), by), false, 'it is back in the queue');
    }
    const waiting = await store.callBack('cb1', 'Ana');
    assert.deepEqual([waiting?.takenBy, waiting?.doneAt], [null, null]);
    assert.deepEqual(
      waiting?.attempts.map(({ by, attempt: made }) => [by, made]),
      [
        ['Ana', attempt('noAnswer')],
        ['Ben', attempt('noAnswer')],
      ],
    );
    await store.take('callBack', 'cb1', 'Ana');
    assert.equal(await store.tryCallBack('cb1', { ...attempt('reached'), next: null }, 'Ana'), true);
    assert.equal((await store.callBack('cb1', 'Ana'))?.outcome, 'reached');
  });

  it('stops all texts to a number that is wrong, marks what gives it, and has somebody look', async () => {
    const wrong = referral('12345678901234');
    await commit({ referral: wrong, callBack: { ...callBack, phone: '+1 951 555 0134' } });
    await commit({ referral: referral('22345678901234', { contact: { ...wrong.contact, phone: '951-555-0177' } }) });
    assert.equal(await store.mayText('9515550134'), true);
    await store.take('callBack', 'cb1', 'Ana');
    await store.tryCallBack('cb1', { ...attempt('wrongNumber'), next: null }, 'Ana');
    assert.equal(await store.mayText('9515550134'), false);
    const marked = (await store.referrals('Ana')).filter((row) => row.wrongNumber && row.textsStopped);
    assert.deepEqual(
      marked.map(({ number }) => number),
      [wrong.number],
    );
    const [looked] = await store.privacy('Ana');
    const { phone, numbers, texts, talked, voicemail, doneAt } = looked ?? {};
    assert.deepEqual(
      { phone, numbers, texts, talked, voicemail, doneAt },
      { phone: '+1 951 555 0134', numbers: [wrong.number], texts: 0, talked: false, voicemail: false, doneAt: null },
    );
    const file = await store.referral(wrong.number, 'Ana');
    assert.deepEqual(
      file?.notes.map(({ by, what }) => [by, what.kind]),
      [['Ana', 'wrongNumber']],
    );
    assert.equal((await store.callBack('cb1', 'Ana'))?.wrongNumber, true);
    assert.equal(await store.finish('privacy', looked?.id ?? '', 'nothingTold', 'Ana'), true);
    assert.equal((await store.privacy('Ana'))[0]?.outcome, 'nothingTold');
  });

  it('keeps a referral and a call-back confidential from the turn in which violence was named, and ever after', async () => {
    const filed = referral('12345678901234');
    await commit({ referral: filed, callBack });
    const before = await store.referral(filed.number, 'Ana');
    assert.deepEqual([before?.confidentialSince, before?.referral.contact.confidential], [null, false]);
    const told = { id: 'case 1', whose: 'self', helper: {}, replies: [], everything: false } as const;
    const stateWith = (confidential: boolean): State => ({
      ...freshState('es'),
      cases: [{ ...told, replies: [], draft: emptyDraft, filed: [filed.number], confidential }],
    });
    for (const confidential of [true, false]) {
      await commit({ state: stateWith(confidential) });
      const file = await store.referral(filed.number, 'Ana');
      assert.deepEqual([file?.confidentialSince, file?.referral.contact.confidential], ['later', true]);
      assert.deepEqual(
        [(await store.referrals('Ana'))[0]?.confidential, (await store.callBacks('Ana'))[0]?.confidential],
        [true, true],
      );
    }
  });

  it('adds the wish to be called to the alert that was raised before, and opens it again', async () => {
    await commit({ alert });
    assert.equal(await store.finish('alert', 'al1', 'notNeeded', 'Ana'), true);
    await commit({ alert: { ...alert, wantsCall: true, phone: '9515550134' } });
    const alerts = await store.alerts('Ana');
    assert.deepEqual(
      alerts.map(({ id, danger, wantsCall, phone, channel, doneAt }) => [
        id,
        danger,
        wantsCall,
        phone,
        channel,
        doneAt,
      ]),
      [['al1', 'abuse', true, '9515550134', 'web', null]],
    );
    await commit({ alert });
    assert.equal((await store.alerts('Ana'))[0]?.wantsCall, true, 'less is never taken for more');
  });

  it('keeps one alert of one danger in a conversation until somebody takes it, and loses no other danger', async () => {
    const raise = (id: string, more: Partial<typeof alert> = {}): Promise<void> =>
      commit({ alert: { ...alert, id, ...more } });
    const waiting = async (): Promise<unknown> =>
      (await store.alerts('Ana')).filter(({ takenBy }) => takenBy === null).map(({ id, danger }) => [id, danger]);
    for (let told = 1; told <= 5; told += 1) await raise(`abuse${told}`);
    await raise('suicide1', { danger: 'suicide' });
    await raise('abuse6', { phone: '9515550134' });
    assert.deepEqual(await waiting(), [
      ['abuse1', 'abuse'],
      ['suicide1', 'suicide'],
    ]);
    assert.equal((await store.alerts('Ana'))[0]?.phone, '9515550134');
    assert.equal(await store.take('alert', 'abuse1', 'Ana'), true);
    await raise('abuse7');
    assert.deepEqual(await waiting(), [
      ['abuse7', 'abuse'],
      ['suicide1', 'suicide'],
    ]);
  });

  it('never joins the alerts of two conversations', async () => {
    await commit({ alert });
    const { id, version } = await store.conversation('sms', '9515550134');
    await store.commit(unit(id, version, 'other', { alert: { ...alert, id: 'al2' } }));
    assert.equal((await store.alerts('Ana')).length, 2);
  });

  it('redeems a sign-in link once, and never a late or unknown one', async () => {
    await store.addSignInLink('hash', 'Ana', 'worker', '2026-11-21T20:15:00Z');
    await store.addSignInLink('late', 'Ben', 'reader', '2026-11-21T19:59:00Z');
    assert.deepEqual(await store.redeemSignInLink('hash', noon), { name: 'Ana', role: 'worker' });
    assert.equal(await store.redeemSignInLink('hash', noon), null);
    assert.equal(await store.redeemSignInLink('late', noon), null);
    assert.equal(await store.redeemSignInLink('none', noon), null);
  });

  it('keeps a visit until it is revoked', async () => {
    await store.createSession('hash', 'key', noon, '2026-11-21T20:20:00.000Z');
    assert.equal(await store.touchSession('hash', '2026-11-21T20:30:00Z'), true);
    assert.deepEqual(await store.findSession('hash'), {
      conversationKey: 'key',
      createdAt: noon,
      idleUntil: '2026-11-21T20:30:00.000Z',
    });
    await store.revokeSession('hash');
    assert.equal(await store.findSession('hash'), null);
    assert.equal(await store.touchSession('hash', noon), false);
  });
}
