/** What a worker does with one referral at the desk, as the member and the helper live it. */
import assert from 'node:assert/strict';
import { text } from '../../locales/index.ts';
import { keysIn } from '../invariants/said.ts';
import { play } from '../invariants/script.ts';
import { openTalk, type Talk } from '../invariants/talk.ts';
import type { Page, Visitor } from '../server/desk-visit.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';
import { eventually } from './eventually.ts';

describe('One referral worked on at the desk', function () {
  this.timeout(60_000);
  let door: FrontDoor;
  let worker: Visitor;
  before(async () => {
    door = await openFrontDoor('iehp', '2026-11-20');
    worker = await door.worker();
  });
  after(() => door.close());

  /** Its page, opened from the list by the end of its number. */
  const opened = async (number: string): Promise<Page> => {
    const list = await worker.get('/desk/all');
    for (const [, address = ''] of list.text.matchAll(/href="(\/desk\/referrals\/[^"?]+)[^"]*"/g)) {
      const page = await worker.get(address);
      if (page.text.includes(number)) return { ...page, to: address };
    }
    throw new Error('it is not in the list');
  };
  const press = async (number: string, act: string, fields: Readonly<Record<string, string>> = {}): Promise<void> =>
    assert.equal((await worker.send(await opened(number), `/${act}`, fields)).status, 303, act);
  const said = async ({ key }: Talk, channel: 'web' | 'sms'): Promise<readonly string[]> => {
    const { id } = await door.store.conversation(channel, key);
    const messages = await door.store.messagesSince(id, 0);
    return messages.flatMap((message) => (message.by === 'us' ? [...keysIn(message.says)] : []));
  };

  it('is matched, and its message comes by a text of nothing, then in words when the member writes', async () => {
    const talk = await openTalk({ store: door.store, channel: 'sms' });
    const { number } = await play(talk);
    await press(number, 'take');
    await press(number, 'match', { match: 'noCoverage' });
    await press(number, 'message', { ownChat: 'yes' });
    await eventually(() => {
      const texts = door.twilio.taken.filter(({ to }) => to === talk.key).map(({ body }) => body);
      assert.deepEqual(texts, [text('en', 'sms.news')]);
    });
    const heard = (await door.text(talk.key, 'hello')).join('\n');
    assert.match(heard, /IEHP did not find you as a member on the day you asked/);
    assert.doesNotMatch((await door.text(talk.key, 'hello')).join('\n'), /did not find you as a member/, 'told once');
  });

  it('tells a helper nothing, then what the desk has seen a right for, and nothing again', async () => {
    const talk = await openTalk({ store: door.store });
    const { number } = await play(talk, { changed: { 'whom.whose': ['other'] } });
    const page = await opened(number);
    const csrf = /name="csrf"\s+value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const forged = { csrf, seen: '0', message: 'callUs' };
    assert.equal((await worker.post(`${page.to}/message`, forged)).status, 422);

    await press(number, 'release', { authority: 'authorizedRepresentative', saw: 'Form of May 2' });
    await press(number, 'message', { message: 'callUs' });
    await eventually(async () => assert.ok((await said(talk, 'web')).includes('deskMessages.callUs.other'), 'told'));
    await press(number, 'revoke');
    const before = (await said(talk, 'web')).length;
    const what = { kind: 'decision', decision: 'approved', decidedOn: '2026-11-20', noticeMailedOn: null } as const;
    assert.equal(await door.store.record(number, { programme: 'ecm', what }, 'Lee Xiong'), true);
    assert.equal((await said(talk, 'web')).length, before);
    const { person } = (await door.store.filed(number)) ?? {};
    assert.equal((await door.store.status(number, person?.birthDate ?? '1964-03-09', null))?.teller, 'helper');
  });
});
