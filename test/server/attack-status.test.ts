// What an ex-partner tries who knows a name, a birth date and the number on a paper: to learn more, and to act for her.
import assert from 'node:assert/strict';
import type { Waiting } from '../../dialogs/waiting.ts';
import type { ReferralStatus } from '../../referral/status.ts';
import { openFrontDoor, type FrontDoor } from '../journeys/front-door.ts';
import { keysIn, optionsIn } from '../invariants/said.ts';
import { play } from '../invariants/script.ts';
import { openTalk, type Talk, type Turn } from '../invariants/talk.ts';

const birthDate = '1964-03-07';
/** In the script, of whoever it is about. */
const theirPhone = '+19515550142';
const byHelper = { changed: { 'whom.whose': ['other'] } };

let door: FrontDoor;
function withFrontDoor(): void {
  beforeEach(async () => {
    door = await openFrontDoor('iehp', '2026-11-20');
  });
  afterEach(() => door.close());
}

describe('Whoever has the number and the birth date of another person', () => {
  withFrontDoor();

  it('is not shown what she has answered to the plan, by answering the last of its questions', async () => {
    const hers = await openTalk({ store: door.store, channel: 'sms' });
    const { number } = await play(hers);
    await asks(number, 'address', 'card');
    const waiting: Waiting = {
      dialog: 'planQuestion',
      number,
      programme: 'ecm',
      asks: ['address', 'card'],
      whose: 'self',
    };
    await hers.put({ ...(await hers.state()), waiting });
    await hers.types('77 Hidden Street, Corona 92879');
    const his = await openTalk({ store: door.store });
    await looksAt(his, number);
    const last = await his.picks('act:decline');
    assert.equal(keysIn(last.says).includes('status.answer.sent'), true, last.all);
    assert.equal(/Hidden|92879/.test(JSON.stringify(last.says)), false, last.all);
  });

  it('is not asked how she is to be reached', async () => {
    const { number } = await play(await openTalk({ store: door.store }));
    await asks(number, 'phone', 'address');
    const his = await openTalk({ store: door.store });
    const told = await looksAt(his, number);
    assert.equal((await his.state()).waiting.dialog, 'root');
    assert.equal(keysIn(told.says).includes('status.steps.pendingInfo'), true, told.all);
  });

  it('cannot take it back: that takes her own talk, her own phone, or a call', async () => {
    const hers = await openTalk({ store: door.store });
    const { number } = await play(hers);
    const his = await openTalk({ store: door.store });
    assert.equal(optionsIn((await looksAt(his, number)).says).includes('act:takeBack'), false);
    await his.picks('act:takeBack');
    await his.types(number);
    assert.equal(keysIn((await his.types('3/7/1964')).says).includes('status.takeBack.call'), true);
    const byText = await openTalk({ store: door.store, channel: 'sms', key: '+19515550177' });
    assert.equal(keysIn((await looksAt(byText, number)).says).includes('status.takeBack.byText'), false);
    const byHerPhone = await openTalk({ store: door.store, channel: 'sms', key: theirPhone });
    assert.equal(keysIn((await looksAt(byHerPhone, number)).says).includes('status.takeBack.byText'), true);
  });
});

describe('A helper who filed for somebody', () => {
  withFrontDoor();

  it('who may only hear of it does not say how the person is to be reached', async () => {
    const his = await openTalk({ store: door.store });
    const { number } = await play(his, byHelper);
    await door.store.recordCase(number, { kind: 'helperReleased', authority: 'memberConfirmed' }, 'Lee Xiong');
    await asks(number, 'phone', 'card');
    await looksAt(his, number);
    const { waiting } = await his.state();
    assert.deepEqual(waiting.dialog === 'planQuestion' && waiting.asks, ['card']);
  });

  it('whose leave was taken back says nothing more of her, also to a question that waits', async () => {
    const his = await openTalk({ store: door.store });
    const { number } = await play(his, byHelper);
    const says = async (): Promise<string[]> => {
      const about = { number, programme: null, clock: 'decision', about: 'other' } as const;
      await his.put({ ...(await his.state()), waiting: { dialog: 'checkIn', step: 'called', ...about } });
      await his.picks('yes');
      const notes = (await door.store.referral(number, 'Lee Xiong'))?.notes ?? [];
      return notes.filter(({ what }) => what.kind === 'memberSaid').map(({ by }) => by);
    };
    assert.deepEqual(await says(), []);
    await door.store.recordCase(number, { kind: 'helperReleased', authority: 'memberConfirmed' }, 'Lee Xiong');
    assert.deepEqual(await says(), ['helper']);
  });

  it('does not become the one whom the words speak to at her phone, because she said yes to him there', async () => {
    const { number } = await play(await openTalk({ store: door.store }), byHelper);
    const hers = await openTalk({ store: door.store, channel: 'sms', key: theirPhone });
    await looksAt(hers, number);
    await hers.picks('yes');
    const { teller, perspective, mayAct } = (await door.store.status(number, birthDate, theirPhone)) as ReferralStatus;
    assert.deepEqual([teller, perspective, mayAct], ['member', 'self', true]);
  });

  it('is warned of at the desk once she names violence at her phone, and no phone releases him then', async () => {
    const { number } = await play(await openTalk({ store: door.store }), byHelper);
    const hers = await openTalk({ store: door.store, channel: 'sms', key: theirPhone });
    await hers.types('my husband hits me');
    assert.equal((await door.store.referral(number, 'Lee Xiong'))?.confidentialSince, 'later');
    const status = await door.store.status(number, birthDate, theirPhone);
    assert.deepEqual([status?.teller, status?.mayReleaseToHelper], ['member', false]);
  });
});

const asks = async (number: string, ...asked: ('address' | 'phone' | 'card')[]): Promise<void> => {
  const what = {
    kind: 'decision',
    decision: 'pendingInfo',
    decidedOn: '2026-11-20',
    noticeMailedOn: null,
    asks: asked,
  } as const;
  assert.equal(await door.store.record(number, { programme: 'ecm', what }, 'Lee Xiong'), true);
};

async function looksAt(talk: Talk, number: string): Promise<Turn> {
  await talk.picks('act:menu');
  await talk.picks('status');
  const { waiting } = await talk.state();
  if (waiting.dialog === 'status' && waiting.step === 'number') await talk.types(number);
  return talk.types('3/7/1964');
}
