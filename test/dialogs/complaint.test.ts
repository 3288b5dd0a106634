import assert from 'node:assert/strict';
import { text, type Key } from '../../locales/index.ts';
import type { Tag } from '../../locales/languages.ts';
import type { Complaint } from '../../referral/complaint.ts';
import type { WholeStore } from '../../server/storage/sqlite.ts';
import { openMemoryStore } from '../../server/storage/sqlite.ts';
import { keysIn, optionsIn } from '../invariants/said.ts';
import { play } from '../invariants/script.ts';
import { openTalk, plan, type Talk, type Turn } from '../invariants/talk.ts';
import { nameOf, stateAt, waitings } from '../invariants/waitings.ts';

const plans = { plan: 'IEHP', phone: '1-800-440-4347', tty: '711' };
const say = (tag: Tag, key: Key, more: Readonly<Record<string, string>> = {}): string =>
  text(tag, key, { ...plans, ...more }) ?? '?';

async function made(store: WholeStore): Promise<readonly Complaint[]> {
  const rows = await store.complaints('test');
  return Promise.all(
    rows.map(async ({ id }) => {
      const file = await store.complaint(id, 'test');
      assert.notEqual(file, null);
      return file!.complaint;
    }),
  );
}

async function tell(talk: Talk, lines: readonly string[]): Promise<Turn> {
  let last: Turn | undefined;
  for (const line of lines) last = await talk.types(line);
  assert.notEqual(last, undefined);
  return last!;
}

const asked = (turn: Turn): string | null => turn.outcome.question;

describe('who complains', () => {
  let store: WholeStore;
  beforeEach(async () => (store = await openMemoryStore()));
  afterEach(() => store.close());

  const says: readonly [tag: Tag, text: string, kind: 'grievance' | 'appeal'][] = [
    ['en', 'I want to complain', 'grievance'],
    ['en', 'complaint', 'grievance'],
    ['en', 'I disagree with the letter', 'appeal'],
    ['en', "they denied me and it's wrong", 'appeal'],
    ['en', "I don't agree with the decision", 'appeal'],
    ['en', 'appeal', 'appeal'],
    ['es', 'quiero poner una queja', 'grievance'],
    ['es', 'queja', 'grievance'],
    ['es', 'no estoy de acuerdo con la carta', 'appeal'],
    ['es', 'me negaron la ayuda', 'appeal'],
    ['es', 'apelar', 'appeal'],
    ['hmn', 'kuv tsis txaus siab', 'grievance'],
    ['hmn', 'kuv tsis pom zoo rau tsab ntawv', 'appeal'],
    ['hmn', 'thov kom rov xyuas', 'appeal'],
  ];
  for (const [tag, words, kind] of says) {
    for (const channel of ['web', 'sms'] as const)
      it(`"${words}" begins ${kind === 'appeal' ? 'an appeal' : 'a complaint'} (${tag}, ${channel})`, async () => {
        const talk = await openTalk({ store, channel, language: tag });
        const turn = await talk.types(words);
        assert.equal(asked(turn), 'complaint.whose');
        assert.equal(turn.outcome.language, tag);
        assert.ok(turn.all.includes(say(tag, `complaint.intro.${kind}`)), turn.all);
        const next = await talk.picks('self');
        assert.equal(asked(next), kind === 'appeal' ? 'complaint.letterDate' : 'complaint.subject');
      });
  }

  it('with digits alone by text: a person, then a complaint, then each question', async () => {
    const talk = await openTalk({ store, channel: 'sms' });
    const offered = await talk.types('0');
    assert.ok(offered.all.includes(`3 ${say('en', 'complaint.offer.grievance')}`), offered.all);
    const shown = await tell(talk, ['3', '1', '4', 'Two weeks and no call.', '2', '1', '1', 'Ana Example', '3/7/1964']);
    assert.equal(asked(shown), 'complaint.preview');
    assert.deepEqual(await made(store), []);
    await talk.types('1');
    const [complaint] = await made(store);
    assert.deepEqual(
      [complaint?.subject, complaint?.words, complaint?.phone, complaint?.person],
      ['nobodyCalled', 'Two weeks and no call.', talk.key, { name: 'Ana Example', birthDate: '1964-03-07' }],
    );
  });

  it('sees all that will go, and nothing goes before they say so, nor when they say no', async () => {
    const talk = await openTalk({ store });
    const shown = await tell(talk, ['I want to complain', 'about me', '1', 'They lost my papers', 'no', 'by letter']);
    assert.equal(asked(shown), 'complaint.address');
    const preview = await tell(talk, ['12 Oak St, Riverside 92501', 'Ana Example', '3/7/1964']);
    for (const told of ['They lost my papers', '12 Oak St, Riverside 92501', 'Ana Example', 'March 7, 1964'])
      assert.ok(preview.all.includes(told), told);
    const not = await talk.picks('dontSend');
    assert.ok(not.all.includes(say('en', 'file.notSent')));
    assert.deepEqual(await made(store), []);
  });

  it('can change the words and how to be reached, and the rest stays', async () => {
    const talk = await openTalk({ store, channel: 'sms' });
    await tell(talk, ['I want to complain', '1', '1', 'Nobody helps', 'no', '1', '1', 'Ana Example', '3/7/1964']);
    assert.equal(asked(await talk.types('2')), 'complaint.words');
    assert.equal(asked(await talk.types('Nobody helped me for weeks')), 'complaint.preview');
    assert.equal(asked(await talk.types('3')), 'complaint.reply');
    const again = await tell(talk, ['1', '2', '951-555-0177']);
    assert.equal(asked(again), 'complaint.preview');
    await talk.types('1');
    const [complaint] = await made(store);
    assert.deepEqual(
      [complaint?.words, complaint?.phone, complaint?.person.name],
      ['Nobody helped me for weeks', '+19515550177', 'Ana Example'],
    );
  });

  it('is told the day, what happens by when, and who else to call; the call to a State line that not every plan has is not named', async () => {
    const talk = await openTalk({ store, language: 'es' });
    const lines = ['quiero poner una queja', 'de mí', '1', 'Me gritaron dos veces', 'no', 'por teléfono'];
    const sent = await tell(talk, [...lines, '951-555-0142', 'Ana Ejemplo', '3/7/1964', 'sí']);
    for (const told of [
      say('es', 'complaint.sent.title.grievance'),
      say('es', 'complaint.sent.on', { date: '20 de noviembre de 2026' }),
      say('es', 'complaint.sent.known', { date: '25 de noviembre de 2026' }),
      say('es', 'complaint.sent.answer', { date: '20 de diciembre de 2026' }),
      '1-800-440-4347',
      '1-888-452-8609',
    ])
      assert.ok(sent.all.includes(told), `${told} is not in: ${sent.all}`);
    assert.ok(!sent.all.includes('1-888-466-2219'));
    assert.ok(
      !keysIn(sent.says).some((key) => /hearing|keep/.test(key)),
      'rights of an appeal are not those of a complaint',
    );
  });

  it('may ask for a fast answer, and hears that the plan judges it', async () => {
    const talk = await openTalk({ store });
    const lines = ['I want to complain', 'about me', '1', 'My oxygen did not come', 'yes', 'by phone'];
    const sent = await tell(talk, [...lines, '951-555-0142', 'Ana Example', '3/7/1964', 'yes']);
    assert.ok(sent.all.includes(say('en', 'complaint.sent.fast', { date: 'December 20, 2026' })), sent.all);
    assert.equal((await made(store))[0]?.asksForFast, true);
  });

  it('need not say what happened, nor their name, where they are called', async () => {
    const talk = await openTalk({ store });
    await tell(talk, ['I want to complain', 'about me', '1', 'rather not say', 'no', 'by phone', '951-555-0142']);
    await tell(talk, ["I don't know", 'rather not say', 'yes']);
    const [complaint] = await made(store);
    assert.deepEqual([complaint?.words, complaint?.person], [null, { name: null, birthDate: null }]);
  });

  it('is asked for the name again where the answer is a letter: without it nobody gets one', async () => {
    const talk = await openTalk({ store });
    await tell(talk, ['I want to complain', 'about me', '1', 'rather not say', 'no', 'by letter', "I don't know"]);
    const again = await talk.types('rather not say');
    assert.equal(asked(again), 'complaint.name');
    assert.ok(again.all.includes(say('en', 'common.thatIsAllRight')));
  });

  it('and begins to tell it at once is not held up by the list', async () => {
    const talk = await openTalk({ store, channel: 'sms' });
    await tell(talk, ['I want to complain', '1']);
    const told = await talk.types('the nurse hung up on me two times');
    assert.equal(asked(told), 'complaint.urgent');
    const other = await openTalk({ store, channel: 'sms' });
    await tell(other, ['I want to complain', '1']);
    assert.equal(asked(await other.types('they denied my meals and it is wrong')), 'complaint.letterDate');
  });

  it('asks something meanwhile, is answered, and goes on where they were', async () => {
    const talk = await openTalk({ store });
    await tell(talk, ['I want to complain', 'about me']);
    const aside = await talk.types('What is ECM?');
    assert.equal(asked(aside), 'complaint.subject');
    const person = await talk.picks('act:person');
    assert.ok(optionsIn(person.says).includes('complaint'));
    assert.equal(asked(await talk.picks('complaint')), 'complaint.subject', 'what was told is not lost');
  });

  it('changes the language in the middle, and loses nothing', async () => {
    const talk = await openTalk({ store });
    await tell(talk, ['I want to complain', 'about me', '1', 'They shouted at me']);
    const hmong = await talk.types('Hmoob');
    assert.equal(hmong.outcome.language, 'hmn');
    assert.equal(asked(hmong), 'complaint.urgent');
    assert.ok(hmong.all.includes(say('hmn', 'complaint.urgent.ask.self')));
    await tell(talk, ['2', '1', '951-555-0142', 'Ana Example', '3/7/1964', '1']);
    const [complaint] = await made(store);
    assert.deepEqual([complaint?.language, complaint?.words], ['hmn', 'They shouted at me']);
  });

  it('is in danger: that comes first, and the complaint goes on after it', async () => {
    const talk = await openTalk({ store, channel: 'sms' });
    await tell(talk, ['I want to complain', '1', '1']);
    const danger = await talk.types('my husband hits me and I am scared');
    assert.notEqual(danger.outcome.danger, null);
    assert.match(danger.texts[0] ?? '', /911|1-800-799-7233/);
    assert.deepEqual(await made(store), []);
    await tell(talk, ['I want to complain', 'The nurse was rude to me', 'no', '1']);
    const phone = await talk.types('this phone');
    assert.equal(asked(phone), 'complaint.phone', 'the phone in their hand may not be theirs alone');
    await tell(talk, ['951-555-0142', 'Ana Example', '3/7/1964', '1']);
    assert.equal((await made(store))[0]?.confidential, true);
  });

  it('is not asked again for what they have told, and their request is as it was', async () => {
    const talk = await openTalk({ store });
    await talk.types('hello');
    const before = { ...stateAt({ dialog: 'root' }), trail: [] };
    const filed = { ...before, cases: before.cases.map((each) => ({ ...each, filed: ['10000000000009'] })) };
    await talk.put(filed);
    const preview = await tell(talk, ['I want to complain', 'nobody called', 'It is two weeks now', 'no', 'by phone']);
    assert.equal(asked(preview), 'complaint.preview', 'name, birth date and safe phone are known');
    await talk.picks('send');
    const [complaint] = await made(store);
    assert.deepEqual(
      [complaint?.number, complaint?.phone, complaint?.person.name],
      ['10000000000009', '+19515550142', 'Luis Example'],
    );
    const { cases, active } = await talk.state();
    assert.deepEqual([cases, active], [filed.cases, filed.active]);
    assert.deepEqual(await store.referrals('test'), []);
  });

  it('at every point of a talk, and nothing that was told is lost by it', async () => {
    for (const waiting of waitings.filter(({ dialog }) => dialog !== 'complaint')) {
      const talk = await openTalk({ store });
      const before = stateAt(waiting);
      await talk.put(before);
      const turn = await talk.types('I want to make a complaint');
      assert.equal(turn.outcome.dialog, 'complaint', nameOf(waiting));
      assert.deepEqual((await talk.state()).cases, before.cases, nameOf(waiting));
    }
  });
});

describe('who does not agree with a letter', () => {
  let store: WholeStore;
  beforeEach(async () => (store = await openMemoryStore()));
  afterEach(() => store.close());

  const appeal = async (letter: string, keep: 'yes' | 'no', of = plan): Promise<Turn> => {
    const talk = await openTalk({ store, of });
    const lines = ['I disagree with the letter', 'about me', letter, keep, 'I need the meals', 'no', 'by phone'];
    return tell(talk, [...lines, '951-555-0142', 'Ana Example', '3/7/1964', 'yes']);
  };
  const keys = (turn: Turn): readonly string[] =>
    keysIn(turn.says).filter((key) => /^complaint\.sent\.(late|keep|keepLate|hearing|review)$/.test(key));

  it('appeals: recorded as an appeal, with the date of the letter, and told of the State Hearing that may follow', async () => {
    const sent = await appeal('11/02/26', 'no');
    assert.deepEqual(keys(sent), ['complaint.sent.hearing']);
    assert.ok(sent.all.includes(say('en', 'complaint.sent.title.appeal')));
    const [complaint] = await made(store);
    assert.deepEqual(
      [complaint?.kind, complaint?.letterDate, complaint?.keepServices],
      ['appeal', '2026-11-02', false],
    );
  });

  it('may have no letter at hand', async () => {
    const sent = await appeal("I don't know", 'no');
    assert.deepEqual(keys(sent), ['complaint.sent.hearing']);
    assert.equal((await made(store))[0]?.letterDate, null);
  });

  for (const format of ['braille', 'print'] as const) {
    it(`hears ${format === 'print' ? 'nothing' : 'from which letter the days count'} of other forms where letters come in ${format}`, async () => {
      const talk = await openTalk({ store });
      const { number } = await play(talk, { changed: { 'file.format': [format] } });
      const what = {
        kind: 'decision',
        decision: 'denied',
        decidedOn: '2026-11-20',
        noticeMailedOn: '2026-11-20',
      } as const;
      assert.equal(await store.record(number, { programme: 'ecm', what }, 'Lee Xiong'), true);
      await talk.picks('act:menu');
      await talk.picks('status');
      const told = keysIn((await talk.types('3/7/1964')).says);
      assert.ok(told.includes('status.rights.appeal.self'), String(told));
      const sent = await tell(talk, [
        'I disagree with the letter',
        '11/20/2026',
        'no',
        'I need it',
        'no',
        'by phone',
        'yes',
      ]);
      assert.ok(keysIn(sent.says).includes('complaint.sent.hearing'), sent.all);
      for (const keys of [told, keysIn(sent.says)])
        assert.equal(keys.includes('status.rights.format.self'), format === 'braille', String(keys));
    });
  }

  it('after the 60 days it is still sent, and they hear that the plan decides', async () => {
    assert.deepEqual(keys(await appeal('9/20/2026', 'no')), ['complaint.sent.late', 'complaint.sent.hearing']);
    assert.equal((await made(store)).length, 1);
  });

  it('asks to keep a service within the 10 days, and after them is told that it may be late', async () => {
    assert.deepEqual(keys(await appeal('11/10/2026', 'yes')), ['complaint.sent.keep', 'complaint.sent.hearing']);
    const late = ['complaint.sent.keep', 'complaint.sent.keepLate', 'complaint.sent.hearing'];
    assert.deepEqual(keys(await appeal('11/9/2026', 'yes')), late);
  });

  it('is told of outside doctors only where the plan is licensed for it', async () => {
    const licensed = await appeal('11/10/2026', 'no', { ...plan, independentMedicalReview: true });
    assert.ok(licensed.all.includes('1-888-466-2219'));
    const not = await appeal('11/10/2026', 'no', { ...plan, independentMedicalReview: false });
    assert.ok(!not.all.includes('1-888-466-2219'));
  });
});

describe('who complains for somebody else', () => {
  let store: WholeStore;
  beforeEach(async () => (store = await openMemoryStore()));
  afterEach(() => store.close());

  for (const first of ['I want to complain', 'I disagree with the letter'])
    it(`is heard, and told that the plan finds out whether they may speak for them: no date, no right ("${first}")`, async () => {
      const talk = await openTalk({ store, channel: 'sms' });
      const begun = await tell(talk, [first, '2']);
      assert.ok(begun.all.includes(say('en', 'complaint.intro.helper')));
      const rest = first.endsWith('letter') ? ['11/10/2026', 'yes', 'She needs it'] : ['1', 'They shouted at her'];
      await tell(talk, [...rest, 'no', '1']);
      await tell(talk, ['Mai Example', '3/7/1941', 'Ana Example']);
      const sent = await talk.types('1');
      assert.ok(sent.all.includes(say('en', 'complaint.sent.helper')));
      assert.ok(!keysIn(sent.says).some((key) => /sent\.(known|answer|fast|keep|hearing|late|review)/.test(key)));
      const [complaint] = await made(store);
      assert.deepEqual(
        [complaint?.helper, complaint?.person.name, complaint?.phone],
        [{ name: 'Ana Example' }, 'Mai Example', talk.key],
      );
    });

  it('is asked in words that speak of the other', async () => {
    const talk = await openTalk({ store });
    const begun = await tell(talk, ['I want to complain', 'about somebody I help']);
    assert.ok(begun.all.includes(say('en', 'complaint.subject.ask.other')));
    assert.ok((await talk.picks('care')).all.includes(say('en', 'complaint.words.ask.other')));
  });
});

describe('where complaints and appeals are explained', () => {
  for (const [question, kind] of [
    ['What is a grievance?', 'grievance'],
    ['How do I appeal?', 'appeal'],
  ] as const) {
    it(`"${question}" is answered, and on the page one button leads there`, async () => {
      const talk = await openTalk();
      const told = await talk.types(question);
      assert.notEqual(told.outcome.dialog, 'complaint');
      const button = kind === 'appeal' ? 'act:appeal' : 'act:complaint';
      assert.ok(optionsIn(told.says).includes(button));
      const begun = await talk.picks(button);
      assert.ok(begun.all.includes(say('en', `complaint.intro.${kind}`)));
      await talk.store.close();
    });

    it(`"${question}" by text says what to write, and that is understood`, async () => {
      const talk = await openTalk({ channel: 'sms' });
      const told = await talk.types(question);
      assert.ok(told.all.includes(say('en', `complaint.write.${kind}`)), told.all);
      const begun = await talk.types(say('en', `complaint.write.${kind}`).replace(/.*: |\.$/g, ''));
      assert.ok(begun.all.includes(say('en', `complaint.intro.${kind}`)), begun.all);
      await talk.store.close();
    });
  }
});
