/** A member filed for by phone: what is new reaches the phone they gave, and nobody who only holds that phone. */
import assert from 'node:assert/strict';
import { text } from '../../locales/index.ts';
import { freshState } from '../../dialogs/state.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import type { Change } from '../../referral/changes.ts';
import type { Referral } from '../../referral/referral.ts';
import { aReferral, openReferral, type Visitor } from '../server/desk-visit.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';
import { eventually } from './eventually.ts';

const day: IsoDate = '2026-11-20';
const said: Record<'en' | 'hmn', string> = {
  en: text('en', 'sms.news') ?? '',
  hmn: text('hmn', 'sms.news') ?? '',
};
const askBirthDate = /What is the birth date of the person the request is for\?/;

describe('A member who is texted at a phone that was only typed', function () {
  this.timeout(60_000);
  let door: FrontDoor;
  let worker: Visitor;
  let filed = 0;
  before(async () => {
    door = await openFrontDoor('iehp', day);
    worker = await door.worker();
  });
  after(() => door.close());

  /** As the pages of the desk file it. */
  const file = async (more: (typed: Referral) => Partial<Referral> = () => ({})): Promise<Filed> => {
    const phone = `951-555-01${String((filed += 1) + 40)}`;
    const number = String(12345678901200 + filed);
    const plain = aReferral(number);
    const typed: Referral = {
      ...plain,
      channel: 'desk',
      language: 'en',
      person: { ...plain.person, name: `Mai Number${nth(filed)}`, birthDate: '1964-03-09' },
      filer: { kind: 'self' },
      contact: { ...plain.contact, phone, mayText: true, confidential: false, doNotContact: false },
      consents: { ...plain.consents, textMe: true },
      requests: plain.requests.map((request) => ({ ...request, programme: 'ecm' as const })).slice(0, 1),
    };
    const referral = { ...typed, ...more(typed) };
    const { id, version } = await door.store.conversation('desk', `desk:${number}`);
    const unit = { conversation: id, channel: 'desk', expectedVersion: version, state: freshState('en') } as const;
    const at = `${day}T20:00:00.000Z`;
    await door.store.commit({ ...unit, replies: [], referral, outbox: [], audit: [], worker: 'Lee Xiong', at });
    return { ...referral, key: keyOf(phone) };
  };
  const sets = async ({ number }: Referral, what: Change): Promise<void> =>
    assert.equal(await door.store.record(number, { programme: 'ecm', what }, 'Lee Xiong'), true);
  const textsTo = (key: string): readonly string[] =>
    door.twilio.taken.filter(({ to }) => to === key).map(({ body }) => body);
  const textsAre = (key: string, ...bodies: readonly string[]): Promise<void> =>
    eventually(() => assert.deepEqual(textsTo(key), bodies));
  const texts = async (key: string, ...bodies: readonly string[]): Promise<string> => {
    let last = '';
    for (const body of bodies) last = (await door.text(key, body)).join('\n');
    return last;
  };

  it('gets a text of nothing in their language, and shows once by the birth date that the phone is theirs', async () => {
    const referral = await file(() => ({ language: 'hmn' }));
    const { key, number } = referral;
    await sets(referral, decided('approved'));
    await textsAre(key, said.hmn);

    const first = await texts(key, 'NYOB ZOO');
    assert.equal(first.includes(text('hmn', 'status.birthDate.ask') ?? ''), true, first);
    assert.doesNotMatch(first, new RegExp(`${number}|Mai|Casa Sana`));
    const { state } = await door.store.conversation('sms', key);
    assert.deepEqual([state?.language, state?.privacy, state?.waiting.dialog], ['hmn', 'unasked', 'status']);
    const told = await texts(key, '3/9/1964');
    assert.equal(told.includes((text('hmn', 'status.steps.approved') ?? '').replace('{{plan}}', 'IEHP')), true, told);
    assert.equal((await door.store.talksAbout(number)).length, 1);

    await sets(referral, { kind: 'loop', loop: { state: 'accepted' }, on: day, provider: casaSana });
    await textsAre(key, said.hmn, said.hmn);
    assert.match(await texts(key, 'NYOB ZOO'), /Casa Sana/);
  });

  it('is reached like one who filed on the page and agreed to texts: few come back there by themselves', async () => {
    const referral = await file(() => ({ channel: 'web' }));
    await sets(referral, decided('approved'));
    await textsAre(referral.key, said.en);
    assert.match(await texts(referral.key, 'HELLO'), askBirthDate);
    assert.match(await texts(referral.key, '3/9/1964'), /IEHP said yes/);
  });

  it('is told nothing where the birth date is another: the number may have been typed wrongly', async () => {
    const referral = await file();
    await sets(referral, decided('approved'));
    await textsAre(referral.key, said.en);
    assert.match(await texts(referral.key, 'HELLO'), askBirthDate);
    const wrong = await texts(referral.key, '3/10/1964');
    assert.match(wrong, /We found no request/);
    assert.deepEqual(await door.store.talksAbout(referral.number), []);
    const menu = await texts(referral.key, 'HELLO', 'menu');
    assert.doesNotMatch(menu, askBirthDate, 'the menu is free for whoever holds this phone');
    assert.match(menu, /1 /);
    assert.doesNotMatch(`${wrong} ${menu}`, /IEHP said yes/);
    assert.match(await texts(referral.key, 'hello', '3/9/1964'), /IEHP said yes/);
  });

  it('answers the plan there, and reads what a worker sends, once they have shown it', async () => {
    const referral = await file();
    const { key, number } = referral;
    assert.equal(
      await door.store.recordCase(number, { kind: 'messageSent', message: 'triedToCall' }, 'Lee Xiong'),
      true,
    );
    await sets(referral, { ...decided('pendingInfo'), asks: ['card'] });
    await eventually(() => assert.equal(textsTo(key).length, 2));
    const told = await texts(key, 'HELLO', '3/9/1964');
    assert.match(told, /tried to call/i);
    assert.match(told, /What is the number on your Medi-Cal card/);
    assert.match(await texts(key, '91234567A'), /This went to IEHP/);
  });

  it('who shares a phone goes on with what they do there, and is asked when that is over', async () => {
    const referral = await file();
    await texts(referral.key, 'hello', '3');
    const before = (await door.store.conversation('sms', referral.key)).state?.waiting;
    await sets(referral, decided('approved'));
    await textsAre(referral.key, said.en);
    const held = await texts(referral.key, 'HELLO');
    assert.doesNotMatch(held, askBirthDate);
    assert.deepEqual((await door.store.conversation('sms', referral.key)).state?.waiting, before);
    assert.match(await texts(referral.key, 'menu', 'hello'), askBirthDate);
  });

  it('is texted no more after STOP, nor where somebody else answered there; the desk shows that there is no way', async () => {
    const [stopped, wrong] = [await file(), await file()];
    const reach = async ({ person }: Referral): Promise<string> =>
      (await openReferral(worker, person.name)).text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    assert.match(await reach(stopped), /A text to the phone that was given says only that there is something new/);
    await texts(stopped.key, 'STOP');
    assert.equal(await door.store.recordCase(wrong.number, { kind: 'wrongNumber' }, 'Lee Xiong'), true);
    for (const each of [stopped, wrong]) {
      assert.equal(await door.store.typedPhone(each.number), null);
      assert.match(await reach(each), /No way to tell them here.*Instead: /);
      await sets(each, decided('approved'));
    }
    const after = await file();
    await sets(after, decided('approved'));
    await textsAre(after.key, said.en);
    assert.deepEqual([textsTo(stopped.key), textsTo(wrong.key)], [[], []]);
  });

  it('and a phone that a helper gave is theirs to answer for, though the helper may hear', async () => {
    const referral = await file(() => ({ filer: helper }));
    await door.store.recordCase(referral.number, { kind: 'helperReleased', authority: 'conservator' }, 'Lee Xiong');
    await texts(referral.key, 'STOP', 'START');
    assert.equal(await door.store.mayText(referral.key), true);
    assert.equal(await door.store.typedPhone(referral.number), null);
  });

  const silent: readonly (readonly [who: string, more: (typed: Referral) => Partial<Referral>])[] = [
    ['whose safe ways have no texts', ({ contact }) => ({ contact: { ...contact, mayText: false } })],
    ['who did not agree to texts', ({ consents }) => ({ consents: { ...consents, textMe: false } })],
    ['whose contact is confidential', ({ contact }) => ({ contact: { ...contact, confidential: true } })],
    ['who is not to be contacted', ({ contact }) => ({ contact: { ...contact, doNotContact: true } })],
    ['who gave no phone', ({ contact }) => ({ contact: { ...contact, phone: null } })],
    ['for whom a helper called', () => ({ filer: helper })],
  ];
  it('and is texted nothing by any other rule than who texts with us', async () => {
    const others: Filed[] = [];
    for (const [, more] of silent) others.push(await file(more));
    const last = await file();
    for (const each of [...others, last]) await sets(each, decided('approved'));
    await textsAre(last.key, said.en);
    for (const [at, [who]] of silent.entries()) {
      const key = others[at]?.key ?? '';
      assert.deepEqual([who, textsTo(key)], [who, []]);
      assert.equal((await door.store.conversation('sms', key)).state, null, who);
    }
  });
});

type Filed = Referral & { readonly key: string };

const keyOf = (phone: string): string => `+1${phone.replace(/\D/g, '').slice(-10)}`;

const helper: Referral['filer'] = {
  kind: 'helper',
  name: 'Ana Example',
  relation: 'parent',
  awareness: 'agrees',
  phone: null,
  organization: null,
  title: null,
};

const casaSana = { name: 'Casa Sana', phone: '951-555-0188' };

function decided(decision: 'approved' | 'pendingInfo') {
  return { kind: 'decision', decision, decidedOn: day, noticeMailedOn: null } as const;
}

/** Names have no digits. */
const nth = (at: number): string => 'abcdefghijklmnopqrst'[at] ?? 'z';
