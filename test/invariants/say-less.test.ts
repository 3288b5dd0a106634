// Invariant 8: say less than we know: nothing of a member in logs, addresses, or texts that we start.
import assert from 'node:assert/strict';
import sinon from 'sinon';
import { text } from '../../locales/index.ts';
import { languages } from '../../locales/languages.ts';
import { openFrontDoor, type FrontDoor } from '../journeys/front-door.ts';
import { createVisitor, type Page } from '../server/desk-visit.ts';
import { play } from './script.ts';
import { openTalk } from './talk.ts';
import { stateAt } from './waitings.ts';
import { openMemoryStore } from '../../server/storage/sqlite.ts';

const phone = '+15555550143';
/** What this member says; none of it may be read anywhere but in the talk and at the desk. */
const said = {
  name: 'Quetzalli Zyxwer',
  birthDate: '8/19/1957',
  words: 'I sleep in a zorbwagon and my floogle hurts',
  ssn: '123-45-6789',
};
const private_ = /Quetzalli|Zyxwer|1957|08-19|8\/19|zorbwagon|floogle|123-?45-?6789|555550143|555-?0143/i;

describe('what is written down and sent', () => {
  let door: FrontDoor;
  let number: string;
  before(async () => (door = await openFrontDoor('iehp', '2026-11-20')));
  after(() => door.close());

  it('nothing of a whole talk by text is in the log, whatever goes wrong in it', async () => {
    for (const line of ['hello', said.words, '2', '1', '1', said.name, said.ssn, said.birthDate, '1'])
      await door.text(phone, line);
    const [confirmed] = [(await door.text(phone, '1')).join('\n')];
    number = confirmed.match(/\d{4} \d{3} \d{3} \d{4}/)?.[0].replace(/ /g, '') ?? '';
    assert.match(number, /^\d{14}$/);
    const commit = sinon.stub(door.store, 'commit').callsFake(({ inbound }) => {
      throw new Error(`cannot store ${inbound?.text ?? ''} of ${phone}`);
    });
    await door.text(phone, said.words);
    await door.text(phone, `my husband hits me, ${said.words}`);
    commit.restore();
    const log = door.logged.join('\n');
    assert.match(log, /storeFailed/);
    assert.match(log, /alertNotStored/);
    assert.doesNotMatch(log, private_);
    assert.ok(!log.includes(number));
  });

  it('a text that we start says that there is something new, and nothing else, in every language', async () => {
    const what = { kind: 'decision', decision: 'approved', decidedOn: '2026-11-20', noticeMailedOn: null } as const;
    await door.store.record(number, { programme: 'ecm', what }, 'Lee Xiong');
    for (let tries = 0; door.twilio.taken.length === 0 && tries < 100; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(
      door.twilio.taken.map(({ body }) => body),
      [text('en', 'sms.news')],
    );
    const telling = /ECM|Enhanced|Medi-?Cal|IEHP|Inland|\{\{|referral|request|solicitud|health|salud|kho mob|\d/i;
    for (const { tag } of languages) assert.doesNotMatch(text(tag, 'sms.news') ?? '?', telling, tag);
    assert.doesNotMatch(door.logged.join('\n'), private_);
  });

  it('no address of a page carries a name, a number or an id: not at the chat, not at the desk', async () => {
    const pages: Page[] = [];
    const visitor = createVisitor(door.url);
    let page = await visitor.get('/');
    for (const press of ['status', said.name, 'ask:ecm', 'act:person']) {
      const isWords = press === said.name;
      page = await visitor.send(page, '/chat', isWords ? { text: press } : { press });
      pages.push(page);
      page = await visitor.get('/');
      pages.push(page);
    }
    const worker = await door.worker();
    const queue = await worker.get('/desk/all');
    assert.ok(queue.text.includes('Zyxwer'), 'the worker sees whom it is about');
    const opened = /href="(\/desk\/referrals\/[^"]+)"/.exec(queue.text)?.[1] ?? '';
    pages.push(queue, await worker.get(opened));
    const addresses = pages.flatMap(({ text: html, to }) => [
      to,
      ...[...html.matchAll(/(?:href|src|action|hx-[a-z]+)="([^"]*)"/g)].map(([, address]) => address ?? ''),
    ]);
    assert.ok(addresses.some((address) => address.includes('/desk/referrals/')));
    for (const address of addresses) {
      assert.doesNotMatch(address, private_);
      assert.ok(!address.includes(number), address);
      assert.doesNotMatch(address, /[?&](text|choice|press|id|name|number)=/);
    }
    assert.ok(!door.logged.join('\n').includes(number));
  });
});

describe('a request shown before it goes', () => {
  for (const { tag } of languages) {
    it(`has names and birth dates masked in a text, and whole on the page (${tag})`, async () => {
      const store = await openMemoryStore();
      const state = stateAt({ dialog: 'file', step: 'preview' }, tag, 'other');
      for (const channel of ['sms', 'web'] as const) {
        const talk = await openTalk({ store, channel });
        await talk.put(state);
        const { all } = await talk.picks('act:repeat');
        assert.equal(/Luis/.test(all), channel === 'web', all);
        assert.equal(/Ana Example/.test(all), channel === 'web', 'the name of the one who helps');
        assert.equal(/March|marzo|Peb Hlis|\b7, 1964|7 de/.test(all), channel === 'web');
      }
      await store.close();
    });
  }
});

describe('a talk by text', () => {
  it('tells once that texts are not private, and lets the member choose, before anything sensitive', async () => {
    const talk = await openTalk({ channel: 'sms' });
    const { turns } = await play(talk);
    const asked = turns.map(({ outcome }) => outcome.question);
    assert.equal(asked.filter((question) => question === 'privacy').length, 1);
    assert.ok(asked.indexOf('privacy') < asked.findIndex((question) => question?.startsWith('screen.')));
    const page = await openTalk();
    assert.ok(!(await play(page)).turns.some(({ outcome }) => outcome.question === 'privacy'));
    await Promise.all([talk.store.close(), page.store.close()]);
  });

  for (const [choice, where] of [
    ['2', 'navigator.example'],
    ['3', ''],
  ] as const) {
    it(`asks nothing more there of one who chose ${where === '' ? 'a call' : 'the page'}`, async () => {
      const talk = await openTalk({ channel: 'sms' });
      for (const line of ['hello', '1', '1']) await talk.types(line);
      const { all, outcome } = await talk.types(choice);
      assert.ok(all.includes(where));
      assert.notEqual(outcome.dialog, 'screen');
      const { privacy } = await talk.state();
      assert.equal(privacy, where === '' ? 'call' : 'web');
      await talk.picks('act:menu');
      assert.equal((await talk.types('1')).outcome.dialog, 'privacy', 'who comes back to texts chooses anew');
      await talk.store.close();
    });
  }
});
