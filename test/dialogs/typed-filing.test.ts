// What members and helpers type while a request is filed: what is no answer is asked again, and no is an answer.
import assert from 'node:assert/strict';
import { heardStep } from '../../dialogs/file/hear.ts';
import type { Draft } from '../../dialogs/case.ts';
import type { FileStep } from '../../dialogs/waiting.ts';
import { openTalk, type Talk } from '../invariants/talk.ts';
import { stateAt } from '../invariants/waitings.ts';
import { typed } from './read/heard.ts';

const cases: readonly [step: FileStep, text: string, said: Partial<Draft> | undefined][] = [
  ['name', 'my name is Ana Diaz', { name: 'Ana Diaz' }],
  ['name', 'no wait i meant Ana Diaz', { name: 'Ana Diaz' }],
  ['name', 'i told you already', undefined],
  ['name', 'hurry up please', undefined],
  ['name', "my mom's name is Rosa Perez", undefined],
  ['birthDate', '5/12/1950 no wait 5/13/1950', { birthDate: '1950-05-13' }],
  ['card', 'i lost it', { cardNumber: null }],
  ['card', "I don't have my card", { cardNumber: null }],
  ['card', 'no', { cardNumber: null }],
  ['card', '1234', undefined],
  ['phone', "I don't have a phone", { phone: null }],
  ['address', 'i dont have one', { mailingAddress: null }],
  ['trusted', 'just me', { trusted: null }],
  ['trusted', 'my sister Ana', { trusted: 'my sister Ana' }],
  ['safeWays', 'call me', { safeWays: ['call'] }],
  ['format', 'large print please', { alternativeFormat: 'largePrint' }],
  ['format', 'I read braille', { alternativeFormat: 'braille' }],
  ['format', 'regular is fine', { alternativeFormat: null }],
  ['format', 'audio', { alternativeFormat: 'audio' }],
  ['format', "I can't see well", { alternativeFormat: 'largePrint' }],
  ['format', 'no sé leer', { alternativeFormat: 'audio' }],
  ['format', 'letra grande por favor', { alternativeFormat: 'largePrint' }],
  ['format', 'kuv xav tau ntawv loj', { alternativeFormat: 'largePrint' }],
  ['format', 'not braille', undefined],
  ['format', 'por teléfono', undefined],
  ['format', 'hu xov tooj', undefined],
  ['format', 'purple', undefined],
  ['fast', 'yes urgent', { asksForFast: true }],
  ['fast', "no it can't wait", { asksForFast: true }],
  ['fast', 'urgente', { asksForFast: true }],
  ['fast', 'no es urgente', undefined],
  ['fast', 'no', { asksForFast: false }],
  ['fastWhy', 'I could lose my leg', { fastReason: 'I could lose my leg' }],
  ['fastWhy', 'no', { fastReason: null }],
  ['fastWhy', '...', undefined],
  ['spoken', 'mixteco', { spokenLanguage: 'mixteco' }],
  ['spoken', 'both', undefined],
  ['spoken', 'no', undefined],
];

describe('what is typed while a request is filed', () => {
  let talk: Talk;
  before(async () => {
    talk = await openTalk();
  });

  for (const [step, text, said] of cases)
    it(`${step}: "${text}" is ${said ? 'an answer' : 'asked again'}`, () => {
      const state = stateAt({ dialog: 'file', step });
      const [about] = state.cases;
      assert.ok(about);
      assert.deepEqual(heardStep(step, typed(text), { ...about, whose: 'self' }, state, talk.world), said);
    });

  for (const step of ['consentText', 'consentVoicemail'] as const)
    it(`who is not sure about ${step} has not agreed, and is not asked for ever`, () => {
      const state = stateAt({ dialog: 'file', step });
      const [about] = state.cases;
      assert.ok(about);
      const said = heardStep(step, { kind: 'act', act: 'notSure' }, about, state, talk.world);
      assert.equal(said?.consents?.[step === 'consentText' ? 'textMe' : 'voicemail'], false);
    });

  it('a text message shows five kinds of help, and any other can be asked for by name', async () => {
    const { world } = await openTalk({ channel: 'sms' });
    const state = stateAt({ dialog: 'file', step: 'programmes' });
    const [about] = state.cases;
    assert.ok(about);
    const said = heardStep('programmes', typed('sobering center'), { ...about, replies: [] }, state, world);
    assert.deepEqual(said, { programmes: ['soberingCenters'] });
  });

  it('a correction is about the answer before, and where nothing was taken about the question that waits', async () => {
    const filing = await openTalk();
    for (const text of ['ask my plan', 'for me', 'not sure', 'ana']) await filing.types(text);
    assert.equal((await filing.types('no wait i meant Ana Diaz')).outcome.question, 'file.birthDate');
    await filing.types('3/4/1980');
    assert.equal((await filing.types('no wait i meant 3/4/1981')).outcome.question, 'file.birthDate');
    await filing.types('3/4/1981');
    assert.equal((await filing.state()).cases[0]?.draft.birthDate, '1981-03-04');
  });

  it('asks anew whom it is for when that was taken wrongly, and keeps the answers apart', async () => {
    const other = await openTalk();
    for (const text of ['see what may fit', 'for me', 'no', 'diabetes']) await other.types(text);
    const { outcome } = await other.types("no it's for my mom");
    assert.equal(outcome.question, 'whom.whose');
    await other.types('someone else');
    const { cases: people, active } = await other.state();
    assert.deepEqual(
      people.map(({ whose, replies }) => [whose, replies.length]),
      [
        ['self', 2],
        ['other', 0],
      ],
    );
    assert.equal(active, people[1]?.id);
  });
});

describe('a person, offered to somebody who could not be understood', () => {
  it('does not stand in the way: the next answer is heard where it belongs', async () => {
    const talk = await openTalk();
    for (const text of ['see what may fit', 'for me', 'no', 'diabetes', 'blue', 'blue', 'blue']) await talk.types(text);
    assert.equal((await talk.state()).waiting.dialog, 'person');
    const { outcome } = await talk.types('i am 45');
    assert.notEqual(outcome.question, 'person');
    const replies = (await talk.state()).cases[0]?.replies ?? [];
    assert.ok(
      replies.some(({ question, reply }) => question === 'age' && reply.kind === 'count' && reply.count.from === 45),
    );
  });

  it('lets somebody go on who does not know', async () => {
    const talk = await openTalk();
    for (const text of ['see what may fit', 'for me', 'person']) await talk.types(text);
    assert.equal((await talk.types('idk')).outcome.question, 'screen.ecm');
  });
});

describe('the menu after a request', () => {
  const filedFor = async (channel: 'web' | 'sms'): Promise<Talk> => {
    const talk = await openTalk({ channel });
    await talk.types('hello');
    await talk.put({ ...stateAt({ dialog: 'root' }, 'en', 'other') });
    return talk;
  };

  it('offers the next person by text too, for who asks for one after another', async () => {
    const talk = await filedFor('sms');
    assert.match((await talk.types('menu')).all, /5 Do this for somebody else/);
    assert.equal((await talk.types('5')).outcome.question, 'whom.whose');
  });

  it('reads a number as that of the list that is shown', async () => {
    const talk = await openTalk();
    assert.match((await talk.types('menu')).all, /5 Talk to a person/);
    assert.equal((await talk.types('5')).outcome.question, 'person');
  });

  it('takes a case worker to the next client, and does not ask again who they are', async () => {
    const talk = await openTalk();
    await talk.types('hello');
    const state = stateAt({ dialog: 'root' }, 'en', 'other');
    const [first] = state.cases;
    assert.ok(first);
    const helper = {
      relation: 'organization',
      awareness: 'agrees',
      name: 'Pat Moss',
      organization: 'Hope House',
      title: 'case manager',
      phone: null,
    } as const;
    await talk.put({ ...state, cases: [{ ...first, helper, filed: ['10000000000009'] }] });
    for (const text of ['ask my plan', 'my client', 'yes', 'not sure']) await talk.types(text);
    const { cases, active, waiting } = await talk.state();
    assert.deepEqual(waiting, { dialog: 'file', step: 'name' });
    const next = cases.find(({ id }) => id === active);
    assert.notEqual(next?.id, first.id);
    assert.deepEqual([next?.replies, next?.helper], [[], helper]);
  });

  it('hears "another client"', async () => {
    const talk = await filedFor('web');
    assert.equal((await talk.types('for another client')).outcome.question, 'whom.whose');
  });
});

describe('the language chosen at the welcome', () => {
  for (const [channel, first] of [
    ['web', 'welcome.hello'],
    ['sms', 'welcome.sms'],
  ] as const)
    it(`is followed by who we are in it (${channel})`, async () => {
      const talk = await openTalk({ channel });
      await talk.types('hello');
      const keysOf = (turn: Awaited<ReturnType<Talk['types']>>): readonly string[] =>
        turn.says.flatMap((say) => (say.kind === 'line' ? [say.line.key] : []));
      const told = keysOf(await talk.types('español'));
      assert.equal(told[0], 'language.changed');
      assert.ok(told.includes(first), told.join());
      assert.ok(!keysOf(await talk.types('español')).includes(first), 'not once more in the same language');
      await talk.types('1');
      assert.ok(!keysOf(await talk.types('english')).includes(first), 'nor in the middle of something');
    });
});
