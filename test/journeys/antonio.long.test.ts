import assert from 'node:assert/strict';
import { text, type Key } from '../../locales/index.ts';
import { languages, type Tag } from '../../locales/languages.ts';
import type { ReferralFile } from '../../server/desk/desk-store.ts';
import { closeBrowser, openPage, withBrowser } from '../browser/browser.ts';
import { openReferral } from '../server/desk-visit.ts';
import { birthDate, hisOwn, taps, words, type Words } from './antonio-says.ts';
import { asked } from './asked.ts';
import { ChatPage, type Answer } from './chat-page.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';

/** Where the words of a question are: those about somebody else. */
function wordsOf(question: string): Key {
  const [dialog, name] = question.split('.');
  if (dialog === 'screen') return `questions.${name}.other` as Key;
  if (dialog === 'file') return `file.${name}.ask.other` as Key;
  return (dialog === 'menu' ? 'welcome.menu.ask' : `${question}.ask`) as Key;
}

/** The desk says yes to one programme. */
async function decided(door: FrontDoor, number: string, programme: 'ecm' | 'medicallyTailoredMeals'): Promise<void> {
  const what = { kind: 'decision', decision: 'approved', decidedOn: '2026-11-20', noticeMailedOn: null } as const;
  assert.equal(await door.store.record(number, { programme, what }, 'Lee Xiong'), true);
}

for (const [language, said] of Object.entries(words) as [Tag, Words][]) {
  describe(`Antonio, 58, in and out of the hospital: his daughter asks on the page in ${language}`, () => {
    let door: FrontDoor;
    let hers: ChatPage;
    let number: string;

    const answers: Readonly<Record<string, Answer>> = {
      ...taps,
      ...Object.fromEntries(Object.entries(said).map(([question, write]) => [question, { write }])),
      'file.spoken': { press: language },
      'file.written': { press: language },
    };
    const say = (key: Key, params: Readonly<Record<string, string>> = {}): string => {
      const sentence = text(language, key, {
        plan: 'Alliance',
        phone: '1-800-700-3874',
        tty: '711',
        ...params,
      });
      assert.ok(sentence, `no words for ${key}`);
      return sentence;
    };
    /** Answers whatever the page asks until this is asked. */
    const until = async (stop: string): Promise<void> => {
      for (let turn = 0; turn < 40; turn += 1) {
        const question = await hers.question();
        if (question === stop && turn > 0) return;
        const answer = answers[question];
        assert.ok(answer, `no answer to ${question}`);
        assert.equal(await hers.heading(), say(wordsOf(question)), 'it is asked about him, in her language');
        await hers.answer(answer);
        assert.notEqual(await hers.question(), question, `${question} could not be read: ${JSON.stringify(answer)}`);
      }
      throw new Error('the talk did not end');
    };
    const askStatus = async (): Promise<void> => {
      await hers.answer({ write: said['status'] ?? '' });
      await hers.answer({ write: number });
      await hers.answer({ date: birthDate });
    };

    before(async function () {
      const browser = await withBrowser(this);
      door = await openFrontDoor('alliance', '2026-11-20');
      hers = new ChatPage(await openPage(browser, 320), language);
      await hers.open(door.url);
      if (language !== 'en') await hers.speak(language);
    });
    after(async () => {
      await closeBrowser();
      await door.close();
    });

    it('is screened about him, in words that speak of him, and she is told what may fit', async () => {
      await until('findings');
      assert.deepEqual(await hers.findings(), {
        ecm: 'met',
        medicallyTailoredMeals: 'met',
        personalCareHomemaker: 'unknown',
        homeModifications: 'unmet',
      });
      const ihss = await hers.card('personalCareHomemaker').innerText();
      assert.ok(ihss.includes(say('programmes.ihssFirst.other')), ihss);
    });

    it('sees exactly what goes, about him and in her name, before anything is sent', async () => {
      await until('file.preview');
      assert.deepEqual(await door.store.referrals('test'), []);
      const shown = await hers.told();
      for (const told of [/Antonio/, /1968/, /209-555-0147/, /209-555-0121/, /Rosa/, /58/, /Sunrise|Amanecer/])
        assert.match(shown, told);
      const own = languages.find(({ tag }) => tag === language);
      assert.equal(shown.split(own?.endonym ?? '').length - 1 >= 2, true, 'the languages to speak and to read');
      for (const key of [
        'common.times.evening',
        'file.format.options.largePrint',
        'whom.relation.options.child',
        'whom.awareness.options.agrees',
      ] as const)
        assert.ok(shown.includes(say(key)), key);
      for (const programme of ['ecm', 'medicallyTailoredMeals'] as const)
        assert.ok(shown.includes(say(`programmes.${programme}.name`)), programme);
    });

    it('sends it, gets a number, and hears that it came, and no more', async () => {
      await hers.answer({ press: 'send' });
      number = (await hers.page.locator('.entry').last().locator('.card .digits').innerText()).replace(/\D/g, '');
      const told = await hers.told();
      assert.ok(told.includes(say('file.sent.helper')), told);
      assert.ok(told.includes(say('file.sent.helperNextByText', { text: '555-555-0100' })), told);
      assert.equal(await hers.page.locator('.entry').last().locator('time, .steps').count(), 0, 'no date, no steps');
      assert.doesNotMatch(told, /Antonio|1968|0147/);
      const typed = hers.answered.filter(({ answer }) => 'write' in answer).length;
      assert.ok(Math.abs(typed / hers.answered.length - 0.5) < 0.1, `${typed} of ${hers.answered.length} typed`);
    });

    it('was filed as she said it, with what was found', async () => {
      const { referral } = (await door.store.referral(number, 'test')) as ReferralFile;
      const { person, filer, contact, requests } = referral;
      assert.match(person.name, /^Antonio (Example|Ejemplo|Piv Txwv)$/);
      assert.equal(person.birthDate, '1968-04-12');
      assert.ok(filer.kind === 'helper');
      assert.deepEqual([filer.relation, filer.awareness], ['child', 'agrees']);
      assert.match(filer.name, /^Rosa (Example|Ejemplo|Piv Txwv)$/);
      assert.deepEqual(
        [contact.mayCall, contact.mayText, contact.mayLeaveVoicemail, contact.mayMail, contact.spokenLanguage],
        [true, true, false, false, language],
      );
      assert.deepEqual(
        requests.map(({ programme, finding }) => [programme, finding?.truth]),
        [
          ['ecm', 'met'],
          ['medicallyTailoredMeals', 'met'],
        ],
      );
      assert.deepEqual(requests[0]?.finding?.populations, ['avoidableUse']);
    });

    it('is at the desk with who filed it, and in what standing', async () => {
      const page = await openReferral(await door.worker(), 'Antonio');
      const card = page.text.slice(page.text.indexOf('id="filer"'));
      for (const told of [
        /son or daughter/,
        /knows and agrees/,
        /Rosa/,
        /209.{0,20}555.{0,5}0121/,
        /May be told nothing but/,
      ])
        assert.match(card, told);
      assert.match(page.text, /Tell the helper nothing but/);
    });

    it('tells her nothing of what the desk decides, while he has not said yes', async () => {
      const before = await hers.all();
      await decided(door, number, 'medicallyTailoredMeals');
      await hers.page.reload();
      assert.equal(await hers.all(), before);
      await askStatus();
      const told = await hers.told();
      assert.ok(told.includes(say('status.helper')), told);
      assert.equal(await hers.page.locator('.steps').count(), 0);
    });

    it('asks him, when he writes from his own phone, whether she may be told', async () => {
      const wanted = await door.text(hisOwn, said['status'] ?? '');
      assert.equal(asked(wanted, language), 'status.number');
      const numbered = await door.text(hisOwn, number);
      assert.equal(asked(numbered, language), 'status.birthDate');
      const told = await door.text(hisOwn, '4/12/1968');
      assert.equal(asked(told, language), 'status.tellHelper');
      assert.ok(told.join('\n').includes(say('status.steps.approved')), told.join('\n'));
      const agreed = await door.text(hisOwn, said['yes'] ?? '');
      assert.ok(agreed.join('\n').includes(say('status.tellHelper.yes')), agreed.join('\n'));
      const { text: desk } = await openReferral(await door.worker(), 'Antonio');
      assert.doesNotMatch(desk, /Tell the helper nothing but|May be told nothing but/);
      assert.match(desk, /this helper may be told/);
    });

    it('then shows her by itself what is decided', async () => {
      assert.equal(await hers.page.locator('.steps').count(), 0);
      await decided(door, number, 'ecm');
      await hers.page.locator('.steps').first().waitFor();
      await hers.look();
      const told = await hers.page.locator('.entry').last().innerText();
      assert.equal(told.split(say('status.steps.approved')).length - 1, 2, told);
      assert.deepEqual(door.twilio.taken, [], 'no text is started to a phone that did not agree by itself');
    });

    it('had no error on the page, no word of danger, and leaves no word of either in the log', async () => {
      assert.deepEqual(hers.troubles, []);
      assert.equal(await hers.page.locator('.danger').count(), 0);
      const theirs = /Antonio|Rosa|555.?0147|555.?0121|\b1968\b|diabetes|depri|ntshav|nyuaj siab|Sunrise|Amanecer/i;
      assert.doesNotMatch(door.logged.join('\n'), theirs);
      assert.ok(!door.logged.join('\n').includes(number));
    });
  });
}

describe('Antonio, whose daughter has an old phone with scripts off', () => {
  it('is screened and filed for, from the start to the number', async function () {
    const browser = await withBrowser(this);
    const door = await openFrontDoor('alliance', '2026-11-20');
    try {
      const page = new ChatPage(await openPage(browser, 320, { javaScriptEnabled: false }), 'plain');
      await page.open(door.url);
      await page.answer({ press: 'screen' });
      for (let turn = 0; turn < 40 && (await page.question()) !== 'menu'; turn += 1) {
        const question = await page.question();
        const names: Words = { 'whom.helperName': 'Rosa Example', 'file.name': 'Antonio Example' };
        const counts: Words = { 'screen.age': '58', 'screen.stays': '4' };
        const write = names[question] ?? counts[question];
        const language = question === 'file.spoken' || question === 'file.written' ? { press: 'en' } : undefined;
        const sends = question === 'file.preview' ? { press: 'send' } : undefined;
        const answer = write ? { write } : (language ?? sends ?? taps[question]);
        assert.ok(answer, `no answer to ${question}`);
        await page.answer(answer);
      }
      const number = (await page.page.locator('.card .digits').last().innerText()).replace(/\D/g, '');
      const { referral } = (await door.store.referral(number, 'test')) as ReferralFile;
      assert.equal(referral.person.name, 'Antonio Example');
      assert.deepEqual(referral.requests[0]?.finding?.populations, ['avoidableUse']);
    } finally {
      await closeBrowser();
      await door.close();
    }
  });
});
