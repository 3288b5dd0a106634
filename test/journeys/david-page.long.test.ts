import assert from 'node:assert/strict';
import type { Tag } from '../../locales/languages.ts';
import { closeBrowser, openPage, withBrowser } from '../browser/browser.ts';
import { printed } from '../browser/read-print.ts';
import { ChatPage, type Answer } from './chat-page.ts';
import { words } from './david-says.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';

/** What he presses, ticks and fills in; the rest he says in his own words, as he does by text message. */
const taps: Readonly<Record<string, Answer>> = {
  menu: { press: 'screen' },
  'whom.whose': { press: 'self' },
  'screen.ecm': { press: 'none' },
  'screen.housing': { press: 'outside' },
  'screen.health': { tick: ['longIllness', 'hardAlone'] },
  'screen.keepUp': { press: 'yes' },
  'screen.leaving': { press: 'no' },
  'screen.heal': { press: 'no' },
  'screen.housingRisk': { tick: ['recent'] },
  'screen.dailyNeeds': { tick: ['household'] },
  'screen.skilledNursing': { press: 'no' },
  'screen.nursingHome': { press: 'no' },
  'screen.family': { press: 'no' },
  'screen.ihss': { press: 'notFinished' },
  'screen.otherHelp': { press: 'act:notSure' },
  'screen.aroundYou': { press: 'act:notSure' },
  'screen.emergency': { press: 'act:notSure' },
  'screen.county': { press: 'Riverside' },
  findings: { press: 'file' },
  'file.birthDate': { date: ['3', '7', '1964'] },
  'file.card': { press: 'act:decline' },
  'file.safeWays': { tick: ['call'] },
  'file.phone': { write: '951-555-0142' },
  'file.bestTime': { press: 'morning' },
  'file.consentVoicemail': { press: 'no' },
  'file.dialect': { press: 'white' },
  'file.format': { press: 'print' },
  'file.trusted': { press: 'act:notSure' },
  'file.fast': { press: 'no' },
  'file.preview': { press: 'send' },
};

/** What must stand on his page, in his language: the rent, and by when his plan decides. */
const told: Readonly<Record<Tag, readonly RegExp[]>> = {
  en: [/Transitional Rent/, /has until December 1, 2026 to decide/],
  es: [/Renta de Transición/, /hasta el 1 de diciembre de 2026/],
  hmn: [/Kev Pab Them Nqi Tsev Ib Ntus/, /Lub Kaum Ob Hlis Ntuj Hnub Tim 1, 2026/],
};

for (const language of ['en', 'es', 'hmn'] as const) {
  describe(`David, 62, in a tent, on the page in ${language}: files, opens his page, prints it`, function () {
    this.timeout(120_000);
    let door: FrontDoor;
    let his: ChatPage;
    const said = words[language] ?? {};
    const answers: Readonly<Record<string, Answer>> = {
      ...taps,
      'screen.concerns': { write: said['concerns'] ?? '' },
      'screen.age': { write: said['age'] ?? '' },
      'screen.stays': { write: said['stays'] ?? '' },
      'file.name': { write: said['file.name'] ?? '' },
      'file.spoken': { press: language },
      'file.written': { press: language },
    };

    before(async function () {
      const browser = await withBrowser(this);
      door = await openFrontDoor('iehp', '2026-11-20');
      his = new ChatPage(await openPage(browser, 320), `david-${language}`);
      await his.open(door.url);
      if (language !== 'en') await his.speak(language);
    });
    after(async () => {
      await closeBrowser();
      await door.close();
    });

    it('files what may fit, and is led to a page of his own from the card', async () => {
      for (let turn = 0; turn < 40 && !(await his.told()).match(/\d{4} \d{3} \d{3} \d{4}/); turn += 1) {
        const question = await his.question();
        const answer = answers[question];
        assert.ok(answer, `no answer to ${question}`);
        await his.answer(answer);
        assert.notEqual(await his.question(), question, `${question} could not be read: ${JSON.stringify(answer)}`);
      }
      await his.page.locator('.keep a.button').click();
      await his.page.waitForURL('**/copy');
      assert.equal(new URL(his.page.url()).pathname, '/copy');
      assert.deepEqual(his.troubles, []);
    });

    it('has on paper what he asked for, by when, in his language and in English, and nothing about himself', async () => {
      const [filed] = await door.store.referrals('test');
      const number = filed?.number.replace(/^(\d{4})(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3 $4') ?? 'none';
      const { sheets, isCut } = await printed(his.page);
      const paper = sheets.join(' ');
      for (const words of [new RegExp(number), ...told[language], ...told.en]) assert.match(paper, words);
      assert.doesNotMatch(paper, /David|1964|0142|\btent\b|carpa|diabet(es y|es and)|hospital a lot/);
      // Both languages do not go on one side at 12 point: the back of the sheet is used.
      assert.ok(sheets.length <= (language === 'en' ? 1 : 2), `${String(sheets.length)} sides`);
      assert.equal(isCut, false);
    });

    it('leaves no word, name or number of his in the log', () => {
      assert.doesNotMatch(door.logged.join('\n'), /David|5550142|1964|tent\b|carpa/);
    });
  });
}
