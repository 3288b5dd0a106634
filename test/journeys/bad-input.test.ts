import assert from 'node:assert/strict';
import sinon from 'sinon';
import { text, type Key } from '../../locales/index.ts';
import { languages, type Tag } from '../../locales/languages.ts';
import { createVisitor, type Page, type Visitor } from '../server/desk-visit.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';

const planPhone = '1-800-440-4347';
const values = { plan: 'IEHP', phone: planPhone, tty: '711' };
const say = (tag: Tag, key: Key): string => text(tag, key, values) ?? '?';

/** What shows that the inside has come out. */
const inside = /\bat (async )?[\w.<>]+ \(|node_modules|\.ts:\d|Error:|undefined|\[object|\{\{|NaN|SQLITE/;

/** Things that people, phones and programs send. */
const oddities = {
  'letters that nobody sees': '\u200B\u200D\uFEFF\u00AD',
  'words with letters in them that nobody sees': 'flu\u200Brbl sno\u00ADod',
  emoji: '😀👩‍👩‍👧‍👦🏳️‍🌈',
  HTML: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'words that run from right to left': '\u202Elru wonk ton od I\u202C \u2066abc\u2069',
  'control characters': 'a\u0007\u001B[31mb\u0000c',
  'half of a character': 'flurbl \uD83D snood',
  'a command for a database': "'); DROP TABLE message; --",
  'names of the program': '__proto__ constructor toString',
  'gaps of a sentence': '{{plan}} $t(danger.goOn)',
  '20,000 letters': 'a'.repeat(20_000),
  '20,000 letters of another script': 'ຂ'.repeat(5_000),
};

/** The page after this was typed into it. */
async function types(visitor: Visitor, words: string): Promise<Page> {
  const sent = await visitor.send(await visitor.get('/'), '/chat', { text: words });
  return sent.status === 303 ? visitor.get('/') : sent;
}

describe('what cannot be read', () => {
  let door: FrontDoor;
  let phones = 0;
  const newPhone = (): string => `+1555555${String((phones += 1)).padStart(4, '0')}`;
  before(async () => (door = await openFrontDoor('iehp', '2026-11-20')));
  after(() => door.close());

  for (const { tag } of languages) {
    const name = { en: 'English', es: 'Español', hmn: 'Hmoob' }[tag];

    it(`is asked again, then in other words; the third time a person is offered (${tag})`, async () => {
      const phone = newPhone();
      for (const line of ['hello', name, '1', '1', '1', '3']) await door.text(phone, line);
      const first = (await door.text(phone, 'flurbl')).join('\n');
      const second = (await door.text(phone, 'snood')).join('\n');
      const third = (await door.text(phone, 'wibble')).join('\n');
      assert.ok(first.includes(say(tag, 'common.notUnderstood.first')), first);
      assert.ok(second.includes(say(tag, 'common.notUnderstood.second')));
      assert.ok(second.includes(say(tag, 'questions.concerns.again.self')));
      assert.ok(third.includes(say(tag, 'common.notUnderstood.person')) && third.includes(planPhone));
      assert.ok(third.includes(say(tag, 'person.callMe')));
    });

    it(`a picture or a voice note is answered in words: please write, or a person (${tag})`, async () => {
      const phone = newPhone();
      for (const line of ['hello', name, '1', '1', '1', '3']) await door.text(phone, line);
      const answered = (await door.text(phone, '', undefined, 1)).join('\n');
      assert.ok(answered.includes(say(tag, 'sms.voice')), answered);
      assert.ok(answered.includes(say(tag, 'questions.concerns.again.self')));
    });

    it(`a storage failure says sorry with the plan's phone, and confirms nothing (${tag})`, async () => {
      const phone = newPhone();
      for (const line of ['hello', name, '2', '1', '1', 'Luis Example', '3/7/1964', '1']) await door.text(phone, line);
      const commit = sinon.stub(door.store, 'commit').rejects(new Error('the disk is full'));
      const before = await door.store.referrals('test');
      const answered = (await door.text(phone, '1')).join('\n');
      assert.ok(answered.includes(say(tag, 'common.storeFailed')), answered);
      assert.doesNotMatch(answered, /\d{4} \d{3} \d{3} \d{4}/);
      const danger = (await door.text(phone, 'I want to die')).join('\n');
      assert.ok(danger.includes('988') && danger.includes(say(tag, 'common.storeFailed')));
      assert.ok(danger.includes(text(tag, 'danger.goOn') ?? '?'), 'in the language of the talk');
      commit.restore();
      assert.deepEqual(await door.store.referrals('test'), before);
      assert.match((await door.text(phone, '1')).join('\n'), /\d{4} \d{3} \d{3} \d{4}/, 'and then it is sent');
    });
  }

  it('a store of which nothing is left still gets an answer: sorry in every language, or danger words', async () => {
    const gone = sinon.stub(door.store, 'conversation').rejects(new Error('the disk is gone'));
    const answered = (await door.text(newPhone(), '1')).join('\n');
    for (const { tag } of languages) assert.ok(answered.includes(say(tag, 'common.storeFailed')), tag);
    const danger = (await door.text(newPhone(), 'ya no quiero vivir, por favor ayuda')).join('\n');
    assert.ok(danger.includes('988') && danger.includes(say('es', 'common.storeFailed')));
    gone.restore();
  });

  it('on the page too a storage failure says sorry, and danger words go out', async () => {
    const visitor = createVisitor(door.url);
    await types(visitor, 'hola, quiero ver qué ayuda hay');
    const commit = sinon.stub(door.store, 'commit').rejects(new Error('the disk is full'));
    const sorry = await types(visitor, '1');
    assert.ok(sorry.text.includes(planPhone));
    assert.doesNotMatch(sorry.text, inside);
    assert.match((await types(visitor, 'ya no quiero vivir')).text, /988/);
    commit.restore();
    assert.equal((await types(visitor, 'gracias')).status, 200);
  });

  for (const [what, sent] of Object.entries(oddities)) {
    it(`${what}: answered, never sent back raw, never the inside of the program`, async () => {
      const phone = newPhone();
      await door.text(phone, 'hello');
      for (const line of [sent, '1', '1', '1', sent, '3', sent]) {
        const texts = await door.text(phone, line);
        assert.ok(texts.length > 0 && texts.every((each) => each.trim() !== ''));
        const all = texts.join('\n');
        assert.doesNotMatch(all, inside);
        assert.doesNotMatch(all, /<script|<img|[\u202A-\u202E\u2066-\u2069\u200B\u0000-\u0008]/);
        assert.ok(all.length < 4000);
      }
      const visitor = createVisitor(door.url);
      for (let times = 0; times < 3; times += 1) {
        const page = await types(visitor, sent);
        assert.ok([200, 422].includes(page.status), String(page.status));
        assert.doesNotMatch(page.text, /<script>alert|<img src=x|[\u0000-\u0008\u001B\u202A-\u202E\u2066-\u2069]/);
        assert.doesNotMatch(page.text.replace(/\{\{plan\}\}/g, ''), inside);
      }
      assert.match((await types(visitor, 'hello')).text, /name="text"/, 'and the talk goes on');
    });
  }

  it('more than anybody types is refused in words, and the talk goes on', async () => {
    const visitor = createVisitor(door.url);
    const long = await types(visitor, 'a'.repeat(20_001));
    assert.equal(long.status, 413);
    assert.doesNotMatch(long.text, inside);
    assert.match((await types(visitor, 'hello')).text, /name="text"/);
    await assert.rejects(door.text(newPhone(), 'a'.repeat(200_000)), /413/);
  });

  it('a name with marks that turn it round is kept without them', async () => {
    const phone = newPhone();
    const name = '\u202ELuis\u200B \u2066Example\u2069';
    for (const line of ['hello', '2', '1', '1', name, '3/7/1964', '1', '1']) await door.text(phone, line);
    const { state } = await door.store.conversation('sms', phone);
    const [number = ''] = state?.cases[0]?.filed ?? [];
    assert.equal((await door.store.filed(number))?.person.name, 'Luis Example');
  });

  it('a Social Security or bank card number is not stored, whatever is asked, and the member is told', async () => {
    const numbers = ['123-45-6789', 'my social is 123 45 6789', '4111 1111 1111 1111', '123456789'];
    const paths = [
      [],
      ['2', '1', '1'],
      ['2', '1', '1', 'Luis Example'],
      ['4'],
      ['1', '1', '1', '3'],
      ['0', '1', '1', '2'],
    ];
    for (const path of paths) {
      const phone = newPhone();
      for (const line of ['hello', ...path]) await door.text(phone, line);
      for (const typed of numbers) {
        const told = (await door.text(phone, typed)).join('\n');
        assert.ok(told.includes(say('en', 'common.sensitiveNumber')), `${path.join(' ')}: ${told}`);
      }
      const { id, state } = await door.store.conversation('sms', phone);
      const kept = JSON.stringify([state, await door.store.messagesSince(id, 0)]).replace(/[^\d]/g, '');
      assert.doesNotMatch(kept, /123456789|4111111111111111/);
    }
    const visitor = createVisitor(door.url);
    const page = await types(visitor, '123-45-6789');
    assert.ok(page.text.includes('Social Security'));
    assert.doesNotMatch(page.text, /123-45-6789/);
  });

  it('a request number typed in any groups is no such number', async () => {
    const phone = newPhone();
    for (const line of ['hello', '4']) await door.text(phone, line);
    const told = (await door.text(phone, '70490 788 49 7178')).join('\n');
    assert.ok(told.includes(say('en', 'status.birthDate.ask')), told);
  });

  it('a message without a signature, a form that is no form, a method that is not there: no trace, no stack', async () => {
    const tries = [
      fetch(`${door.url}/sms`, { method: 'POST', body: new URLSearchParams({ From: '+15555550199', Body: 'hi' }) }),
      fetch(`${door.url}/chat`, { method: 'POST', body: '{"text":', headers: { 'content-type': 'application/json' } }),
      fetch(`${door.url}/chat`, { method: 'POST', body: new URLSearchParams({ id: 'x', text: ['a', 'b'].join() }) }),
      fetch(`${door.url}/chat`, { method: 'PUT' }),
      fetch(`${door.url}/%E0%A4%A`),
      fetch(`${door.url}/../../etc/passwd`),
      fetch(`${door.url}/api/messages`, { method: 'POST', body: '{}' }),
    ];
    for (const response of await Promise.all(tries)) {
      assert.ok(response.status >= 400 && response.status < 500, `${response.url}: ${String(response.status)}`);
      assert.doesNotMatch(await response.text(), inside);
    }
  });

  it('nothing of all this is in the log', () => {
    assert.doesNotMatch(
      door.logged.join('\n'),
      /flurbl|snood|wibble|alert\(1\)|123-45|123456789|4111 1111|Luis|aaaaa|DROP TABLE/,
    );
  });
});
