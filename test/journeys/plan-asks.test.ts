/** The plan asks by code, the member answers in the talk, the desk sees it; and a request is taken back. */
import assert from 'node:assert/strict';
import type { Say } from '../../dialogs/say.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import type { Change } from '../../referral/changes.ts';
import type { Visitor } from '../server/desk-visit.ts';
import { keysIn, optionsIn } from '../invariants/said.ts';
import { play } from '../invariants/script.ts';
import { openTalk, type Talk } from '../invariants/talk.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';
import { eventually } from './eventually.ts';

const theirPhone = '+19515550142';
/** All of these members have one phone: on the page they agree to no texts. */
const onThePage = { changed: { 'file.consentText': ['no'] } };
const navigation: ProgrammeId = 'housingTransitionNavigation';

describe('What the plan asks', function () {
  this.timeout(60_000);
  let door: FrontDoor;
  let worker: Visitor;
  before(async () => {
    door = await openFrontDoor('iehp', '2026-11-20');
    worker = await door.worker();
  });
  after(() => door.close());

  const asks = async (number: string, ticked: Readonly<Record<string, string>>): Promise<string> => {
    const address = await addressOf(worker, number);
    const fields = { decision: 'pendingInfo', decidedOn: '2026-11-20', noticeMailedOn: '', ...ticked };
    await worker.send(await worker.get(address), '/decision', fields);
    return address;
  };
  const sets = async (number: string, what: Change): Promise<void> =>
    assert.equal(await door.store.record(number, { programme: 'ecm', what }, 'Lee Xiong'), true);
  const status = async (number: string): Promise<string[]> =>
    (await door.store.referral(number, 'test'))?.status.map(({ decision }) => decision) ?? [];

  it('is ticked at the desk, answered by text one by one, and stands at the desk as answered', async () => {
    const talk = await openTalk({ store: door.store, channel: 'sms' });
    const { number } = await play(talk);
    const address = await asks(number, { 'ask.card': 'on', 'ask.phone': 'on' });
    await eventually(async () => assert.equal((await talk.state()).news.length, 1));

    const first = (await door.text(talk.key, 'hello')).join('\n');
    assert.match(first, /IEHP has a question for you\. You can answer it here/);
    assert.match(first, /What is the number on your Medi-Cal card/);
    assert.match(
      flat(await worker.get(address)),
      /Asked of the member .*not answered yet .*Could be void after Tue, Dec 1, 2026/,
    );
    assert.match((await door.text(talk.key, "I don't know")).join('\n'), /Which phone number is safe/);
    const before = (await door.store.filed(number))?.contact;
    const sent = (await door.text(talk.key, '951-555-0199')).join('\n');
    assert.match(sent, /This went to IEHP/);
    assert.match(sent, /951-555-0199/);

    const page = flat(await worker.get(address));
    assert.match(page, /Answered, waiting for you/);
    assert.match(page, /A phone that works .*951-555-0199.* An answer only\. It changes nothing/);
    assert.doesNotMatch(page, /Could be void/);
    assert.deepEqual((await door.store.filed(number))?.contact, before);
    const row = (await door.store.referrals('test')).find((each) => each.number === number);
    assert.equal(row?.requests.find(({ programme }) => programme === 'ecm')?.answered, true);
    assert.deepEqual(row.requests.map(({ answered }) => answered).filter(Boolean), [true]);
    assert.doesNotMatch(door.logged.join('\n'), /555-?0199/);
    assert.ok(keysIn(await asksStatus(talk, number)).includes('status.steps.answered'));
  });

  it('waits on the page by itself, and an answer that comes too late is not sent', async () => {
    const talk = await openTalk({ store: door.store });
    const { number } = await play(talk, onThePage);
    await asks(number, { 'ask.card': 'on' });
    await eventually(async () => assert.equal((await talk.state()).waiting.dialog, 'planQuestion'));
    await sets(number, { kind: 'decision', decision: 'pending', decidedOn: '2026-11-20', noticeMailedOn: null });
    const late = keysIn((await talk.types('91234567A')).says);
    assert.ok(late.includes('status.answer.notNeeded'), String(late));
    assert.equal(
      (await door.store.referral(number, 'test'))?.events.some(({ by }) => by === 'member'),
      false,
    );

    await asks(number, { 'ask.card': 'on' });
    await eventually(async () => assert.equal((await talk.state()).waiting.dialog, 'planQuestion'));
    const sent = await talk.types('91234567A');
    assert.ok(keysIn(sent.says).includes('status.answer.sent'), sent.all);
    const events = (await door.store.referral(number, 'test'))?.events ?? [];
    const { by, what } = events.at(-1) ?? {};
    assert.deepEqual(
      [by, what?.kind === 'answered' && what.answer.said],
      ['member', { kind: 'text', text: '91234567A' }],
    );
  });

  it('waits, in the middle of something else, until the member asks for it', async () => {
    const talk = await openTalk({ store: door.store });
    const { number } = await play(talk, onThePage);
    await talk.picks('learn');
    await asks(number, { 'ask.card': 'on' });
    await eventually(async () => assert.equal((await talk.state()).asked, number));
    assert.equal((await talk.state()).waiting.dialog, 'learn');
    await talk.picks('act:answer');
    const asked = await talk.types('3/7/1964');
    assert.equal(asked.outcome.question, 'planQuestion.ecm.card');
  });

  it('is of no helper whom nobody released, and of no wrong birth date', async () => {
    const hers = await openTalk({ store: door.store });
    const { number } = await play(hers, { changed: { 'whom.whose': ['other'] } });
    await asks(number, { 'ask.card': 'on' });
    await asksStatus(hers, number);
    assert.equal((await hers.state()).waiting.dialog, 'root');
    const stranger = await openTalk({ store: door.store });
    await asksStatus(stranger, number, '3/8/1964');
    assert.equal((await stranger.state()).waiting.dialog, 'root');
    const his = await openTalk({ store: door.store, channel: 'sms', key: theirPhone });
    assert.ok(keysIn(await asksStatus(his, number)).includes('status.steps.asks.self'), 'he is the member');
  });

  it('shows danger words when what is ticked tells of danger', async () => {
    const talk = await openTalk({ store: door.store });
    const { number } = await play(talk, onThePage);
    const asked = { decision: 'pendingInfo', decidedOn: '2026-11-20', noticeMailedOn: null } as const;
    await sets(number, { kind: 'decision', ...asked, asks: ['question:housingRisk'] });
    await eventually(async () => assert.equal((await talk.state()).waiting.dialog, 'planQuestion'));
    const { says } = await talk.picks('violence');
    assert.equal(says[0]?.kind, 'danger', String(keysIn(says)));
    assert.equal((await door.store.alerts('test')).length > 0, true);
  });

  it('can be ended: a member takes one request back on the page, once they have said yes', async () => {
    const talk = await openTalk({ store: door.store });
    const { number } = await play(talk, onThePage);
    await asksStatus(talk, number);
    await talk.picks('act:takeBack');
    await talk.types('3/8/1964');
    assert.equal((await talk.state()).waiting.dialog, 'root', 'a wrong date');
    await talk.picks('act:takeBack');
    const which = await talk.types('3/7/1964');
    assert.deepEqual(optionsIn(which.says).includes(navigation), true);
    await talk.picks('ecm');
    await talk.picks('no');
    assert.deepEqual((await status(number)).includes('withdrawn'), false);
    await talk.picks('act:takeBack');
    await talk.types('3/7/1964');
    await talk.picks('ecm');
    const done = await talk.picks('yes');
    assert.ok(keysIn(done.says).includes('status.takeBack.done'), done.all);
    assert.equal((await status(number))[0], 'withdrawn');
    assert.equal((await status(number)).filter((each) => each === 'withdrawn').length, 1);
    assert.match(flat(await worker.get(await addressOf(worker, number))), /the member .*Decision: withdrawn/);
  });

  it('can be ended by text, in words that stop no texts; and not by a helper', async () => {
    const talk = await openTalk({ store: door.store, channel: 'sms' });
    const { number } = await play(talk);
    await door.text(talk.key, 'take it back');
    assert.equal((await talk.state()).stopped, false);
    await door.text(talk.key, '3/7/1964');
    await door.text(talk.key, 'all of them');
    const done = (await door.text(talk.key, 'yes')).join('\n');
    assert.match(done, /This is taken back: .*You can ask again at any time/s);
    assert.equal(
      (await status(number)).every((each) => each === 'withdrawn'),
      true,
    );

    const hers = await openTalk({ store: door.store });
    const { number: theirs } = await play(hers, { changed: { 'whom.whose': ['other'] } });
    await hers.picks('act:takeBack');
    assert.ok(keysIn((await hers.types('3/7/1964')).says).includes('status.takeBack.call'));
    await door.store.recordCase(theirs, { kind: 'helperReleased', authority: 'memberConfirmed' }, 'Lee Xiong');
    await hers.picks('act:takeBack');
    assert.ok(keysIn((await hers.types('3/7/1964')).says).includes('status.takeBack.call'), 'only to hear');
    await door.store.recordCase(theirs, { kind: 'helperReleased', authority: 'conservator' }, 'Lee Xiong');
    await hers.picks('act:takeBack');
    assert.ok(keysIn((await hers.types('3/7/1964')).says).includes('status.takeBack.which'), 'by right');
  });
});

async function addressOf(worker: Visitor, number: string): Promise<string> {
  const list = await worker.get('/desk/all');
  const pages = [
    ...new Set([...list.text.matchAll(/href="(\/desk\/referrals\/[^"?#/]+)[^"]*"/g)].map(([, to = '']) => to)),
  ];
  for (const to of pages) if ((await worker.get(to)).text.includes(number)) return to;
  throw new Error(`the desk does not list it: ${list.status} ${pages.length}`);
}

const flat = ({ text }: { readonly text: string }): string =>
  text
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[a-z]+;|&#\d+;/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');

async function asksStatus(talk: Talk, number: string, birthDate = '3/7/1964'): Promise<readonly Say[]> {
  await talk.picks('act:menu');
  await talk.picks('status');
  if ((await talk.state()).cases.every(({ filed }) => filed.length === 0)) await talk.types(number);
  return (await talk.types(birthDate)).says;
}
