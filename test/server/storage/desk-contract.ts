import assert from 'node:assert/strict';
import type { Unit } from '../../../bot/store.ts';
import type { CallBack } from '../../../referral/call-back.ts';
import type { WholeStore } from '../../../server/storage/sqlite.ts';
import { noon, unit } from './samples.ts';

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
      callBack,
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
