import assert from 'node:assert/strict';
import type { Tag } from '../../locales/languages.ts';
import type { ReferralFile } from '../../server/desk/desk-store.ts';
import { asked } from './asked.ts';
import { digits, words, type Words } from './david-says.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';
import { eventually } from './eventually.ts';

const phone = '+15555550142';

/** Answers whatever is asked until a number is given, or nothing more is known to answer. */
async function talk(
  door: FrontDoor,
  language: Tag,
  first: string,
  answers: Words,
  until?: string,
): Promise<{ texts: readonly string[]; questions: string[] }> {
  const questions: string[] = [];
  let texts = await door.text(phone, first);
  for (let turn = 0; turn < 40; turn += 1) {
    const question = asked(texts, language);
    assert.ok(question, `nothing is asked in: ${texts.join(' / ')}`);
    if (question === until || (question === 'menu' && turn > 3)) return { texts, questions };
    questions.push(question);
    const answer = answers[question] ?? digits[question];
    assert.ok(answer, `no answer to ${question}`);
    texts = await door.text(phone, answer);
  }
  throw new Error('the talk did not end');
}

async function filed(door: FrontDoor): Promise<ReferralFile> {
  const [newest] = await door.store.referrals('test');
  assert.ok(newest, 'nothing was filed');
  const file = await door.store.referral(newest.number, 'test');
  assert.ok(file);
  return file;
}

for (const [language, said] of Object.entries(words) as [Tag, Words][]) {
  describe(`David, 62, in a tent, by text message in ${language}`, () => {
    let door: FrontDoor;
    before(async () => (door = await openFrontDoor('iehp', '2026-11-21')));
    after(() => door.close());

    it('is screened in his own words, and is told what may fit', async () => {
      const { texts, questions } = await talk(door, language, said['first'] ?? '', said, 'findings');
      const screening = questions.filter((question) => !question.includes('.') && question !== 'menu');
      assert.ok(screening.length <= 12, `${screening.length} questions: ${screening.join(', ')}`);
      assert.equal(new Set(screening).size, screening.length, `asked twice: ${screening.join(', ')}`);
      assert.ok(texts.join('\n').includes('IEHP'));
      assert.deepEqual(await door.findings(phone), {
        ecm: 'met',
        housingTransitionNavigation: 'met',
        dayHabilitation: 'met',
        transitionalRent: 'met',
        medicallyTailoredMeals: 'met',
        personalCareHomemaker: 'unknown',
        housingDeposits: 'unknown',
        shortTermPostHospitalizationHousing: 'unmet',
        recuperativeCare: 'unmet',
        homeModifications: 'unmet',
      });
    });

    it('files with three answers, and gets a number', async () => {
      const texts = await door.text(phone, '1');
      assert.equal(asked(texts, language), 'file.name');
      const named = await door.text(phone, said['file.name'] ?? '');
      assert.equal(asked(named, language), 'file.birthDate');
      const dated = await door.text(phone, said['file.birthDate'] ?? '');
      assert.equal(asked(dated, language), 'file.safeWays');
      const shown = await door.text(phone, '1');
      assert.equal(asked(shown, language), 'file.preview');
      assert.ok(!shown.join('\n').includes('David'), 'his name is masked in a text');
      const sent = await door.text(phone, '1');
      const { referral } = await filed(door);
      const number = referral.number.replace(/^(\d{4})(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3 $4');
      assert.ok(sent.join('\n').includes(number));
      assert.deepEqual(
        [referral.person.birthDate, referral.filer.kind, referral.language],
        ['1964-03-07', 'self', language],
      );
      assert.ok(referral.person.name.startsWith('David'));
      assert.deepEqual(
        referral.requests.map(({ programme }) => programme),
        ['ecm', 'housingTransitionNavigation', 'dayHabilitation', 'transitionalRent', 'medicallyTailoredMeals'],
      );
      assert.deepEqual(referral.requests[0]?.finding?.populations, ['homelessness', 'avoidableUse']);
    });

    it('is at the desk as he filed it', async () => {
      const worker = await door.worker();
      const queue = await worker.get('/desk/new');
      assert.match(queue.text, /David/);
    });

    it('is told by a neutral text once the desk has decided, and what it is once he writes', async () => {
      const { referral } = await filed(door);
      await door.store.record(
        referral.number,
        {
          programme: 'ecm',
          what: { kind: 'decision', decision: 'approved', decidedOn: '2026-11-21', noticeMailedOn: null },
        },
        'Lee Xiong',
      );
      await eventually(() => assert.equal(door.twilio.taken.length, 1));
      assert.doesNotMatch(door.twilio.taken[0]?.body ?? '', /ECM|Care|Medi-Cal|David|referral/i);
      const told = await door.text(phone, said['first']?.split(' ')[0] ?? 'hi');
      assert.match(told.join('\n'), /ECM/);
    });

    it('comes back a week later, and is asked again only what has changed', async () => {
      door.setDay('2026-11-28');
      const { questions } = await talk(
        door,
        language,
        said['back'] ?? '',
        { ...said, leaving: said['yes'] ?? '1', heal: said['yes'] ?? '1' },
        'findings',
      );
      assert.deepEqual(questions.filter((question) => question !== 'menu').sort(), ['heal', 'leaving']);
      const {
        shortTermPostHospitalizationHousing: housing,
        recuperativeCare: recuperative,
        ...rest
      } = await door.findings(phone);
      assert.notEqual(housing, 'unmet');
      assert.notEqual(recuperative, 'unmet');
      assert.equal(rest['ecm'], 'met');
    });

    it('leaves no word, name or number of his in the log', () => {
      assert.doesNotMatch(door.logged.join('\n'), /David|555550142|\b1964\b|tent|carpa|tsev/);
    });
  });
}
