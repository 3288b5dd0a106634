import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noAnswers } from '../../policy/facts.ts';
import { formsOf, type Form } from '../../referral/forms.ts';
import type { Referral } from '../../referral/referral.ts';
import { pdfOf, signsWithoutFont } from '../../server/files/pdf.ts';
import { planById } from '../../server/plans/index.ts';
import { anyReferral } from '../referral/any-referral.ts';
import { aReferral } from './desk-visit.ts';
import { contentOf, readPdf, type Read } from './files/read-pdf.ts';

const iehp = planById('iehp');
const base = aReferral('90000000000001');

function formOf(more: Partial<Referral> = {}, id?: Form['id']): Form {
  const forms = formsOf({ ...base, ...more }, iehp);
  const form = forms.find((each) => id === undefined || each.id === id);
  assert(form);
  return form;
}
const read = async (form: Form): Promise<Read> => readPdf(await pdfOf(form));
const named = (name: string, languages: Partial<Referral['contact']> = {}): Form =>
  formOf({ person: { ...base.person, name }, contact: { ...base.contact, ...languages } });

/** Everything within the margins of the page, on lines that do not run into each other. */
function assertFits({ pages }: Read): void {
  pages.forEach((pieces, at) => {
    for (const { text, left, right, top } of pieces) {
      assert(left >= 49 && right <= 563, `page ${at + 1}: "${text}" runs out of the page, ${left} to ${right}`);
      assert(top >= 20 && top <= 770, `page ${at + 1}: "${text}" is at ${top}`);
    }
  });
}

describe('a form on paper', () => {
  it('says all that the form holds, in its order', async () => {
    const form = formOf({ asksForFast: true, fastReason: 'My surgery is on Monday.' });
    const { text, title } = await read(form);
    assert.equal(title, form.title);
    const flat = text.replace(/\s+/g, '');
    const expected = [
      form.title,
      'ASKS FOR A FAST DECISION',
      form.safety.title,
      ...form.sections.flatMap((section) => [
        section.title,
        ...section.blocks.flatMap((block) => {
          if (block.kind === 'fields') return block.fields.flatMap(({ label, value }) => [label, value ?? 'not given']);
          if (block.kind === 'ticks') return block.ticks.map(({ label }) => label);
          return block.kind === 'heading' ? [block.tick.label] : [];
        }),
      ]),
    ];
    let from = 0;
    for (const each of expected) {
      const at = flat.indexOf(each.replace(/\s+/g, ''), from);
      assert(at >= from, `"${each}" does not stand where it should`);
      from = at;
    }
  });

  it('shows a tick, a question mark, or an empty box, and says in words what the box does not', async () => {
    const on = base.filedOn;
    const answers = {
      ...noAnswers,
      yesNo: {
        staysInShelter: { kind: 'known', value: true, on },
        losesHousingWithin30Days: { kind: 'known', value: false, on },
        fleeingViolence: { kind: 'notSure', on },
        doubledUp: { kind: 'declined', on },
      },
      count: { emergencyVisitsIn6Months: { kind: 'known', value: { from: 7, to: null }, on } },
    } as const;
    const { text } = await read(formOf({ requests: [{ programme: 'ecm', finding: null, answers }] }));
    const lines = text.split('\n');
    const line = (part: string): string => lines.find((each) => each.includes(part)) ?? '';
    assert.match(line('Lives in a shelter'), /^X Lives/);
    assert.match(line('Will lose housing'), /^Will lose housing within 30 days \(no\)$/);
    assert.match(line('Is fleeing'), /^\? Is fleeing/);
    assert.match(line('Has a substance'), /^Has a substance use disorder$/);
    assert.match(text, /Is fleeing[^X?]*\(member does not\s+know\)/);
    assert.match(text, /Shares the housing[^X?]*\(member would rather\s+not say\)/);
    assert.match(line('5 or more emergency'), /^X 5 or more .*\(said: 7 or more\)$/);
    assert.match(line('could have been avoided'), /\(for the plan to judge, never asked\)$/);
  });

  it('has the request and "page 1 of 4" on every page', async () => {
    const { pages } = await read(formOf());
    assert.equal(pages.length, 4);
    pages.forEach((pieces, at) => {
      const texts = pieces.map(({ text }) => text);
      assert(texts.includes(`page ${at + 1} of 4`));
      assert(texts.some((text) => text.includes('90000000000001')));
    });
  });

  it('has lines to sign on below what is signed, wherever a page ends', async () => {
    for (const lines of [0, 6, 12, 18]) {
      const { pages } = await read(formOf({ trusted: 'o\n'.repeat(lines) }));
      const last = (pages.at(-1) ?? []).map(({ text }) => text).join(' ');
      assert.match(last, /Attestation.*Left unsigned.*Signature/);
    }
  });

  it('is black on white alone, for a fax', async () => {
    const drawn = contentOf(await pdfOf(formOf({ contact: { ...base.contact, doNotContact: true } }))).toString(
      'latin1',
    );
    const colors = new Set(
      [...drawn.matchAll(/([\d.]+ [\d.]+ [\d.]+) (?:scn|SCN|rg|RG)\b/g)].map(([, color]) => color),
    );
    assert.deepEqual([...colors].sort(), ['0 0 0', '1 1 1']);
  });

  it('repeats on every page how the member must not be reached', async () => {
    const contact = { ...base.contact, doNotContact: true, confidential: true, mayText: false };
    const { pages } = await read(formOf({ contact }));
    for (const pieces of pages) {
      const text = pieces.map((piece) => piece.text).join(' ');
      assert.match(text, /CONFIDENTIAL/);
      assert.match(text, /DO NOT CONTACT/);
    }
    const [first = []] = pages;
    const warning = first.find(({ text }) => text.startsWith('DO NOT CONTACT'));
    const name = first.find(({ text }) => text === 'Pa Houa Vang');
    assert(warning && name && warning.top < name.top);
  });

  it('is tagged, in English, and brings all its fonts', async () => {
    const { language, isTagged, roles, foreignFonts } = await read(named('សុខ ចាន់ដារ៉ា'));
    assert(isTagged);
    assert.equal(language, 'en-US');
    assert.deepEqual(foreignFonts, []);
    for (const role of ['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'LBody']) assert(roles.includes(role), role);
  });

  it('is the same file each time, whatever else was made in between', async () => {
    const form = named('佐藤 花子 محمد', { writtenLanguage: 'ja' });
    const first = await pdfOf(form);
    const others = [pdfOf(formOf()), pdfOf(named('Олена Коваль'))];
    assert(first.equals(await pdfOf(form)));
    await Promise.all(others);
    assert(first.equals(await pdfOf(form)));
  });

  const nearly = 'About somebody whom I trust: '.repeat(20);
  const long: readonly [what: string, more: Partial<Referral>][] = [
    ['nothing but what is needed', { person: { ...base.person, cardNumber: null, county: null }, trusted: null }],
    ['a name without a space', { person: { ...base.person, name: 'Wolfeschlegelstein'.repeat(11) } }],
    [
      'a long address, and long words of a helper',
      {
        contact: { ...base.contact, mailingAddress: 'c/o Somewhere Street 12345, '.repeat(14) },
        trusted: nearly.slice(0, 300),
        asksForFast: true,
        fastReason: 'x'.repeat(300),
        filer: {
          kind: 'helper',
          relation: 'organization',
          awareness: 'doesNotKnow',
          name: 'A'.repeat(200),
          phone: '951-555-0171 '.repeat(3),
          organization: 'Organization of many words '.repeat(7),
          title: 'Title '.repeat(33),
        },
      },
    ],
    ['Khmer, which has no spaces', { trusted: 'វេជ្ជបណ្ឌិតនៅភ្នំពេញក្រុងរីវើសាយ'.repeat(9).slice(0, 300) }],
    ['Arabic over several lines', { trusted: 'عيادة الشمس في شارع النخيل '.repeat(11) }],
    ['three hundred lines', { trusted: 'o\n'.repeat(150) }],
  ];
  for (const [what, more] of long) {
    it(`holds ${what} without running out of the page`, async () => {
      for (const form of formsOf({ ...base, ...more }, iehp)) assertFits(await read(form));
    });
  }

  it('goes on to a further page where a text does not end', async () => {
    const { pages } = await read(formOf({ trusted: 'clinic '.repeat(3000) }));
    assert.equal(pages.length > 5, true);
  });

  it('is drawn also where nothing but a hundred and fifty pictures were typed', async () => {
    const pictures = '😀'.repeat(150);
    assertFits(await read(formOf({ asksForFast: true, fastReason: pictures, trusted: pictures })));
  });

  it('has no line that somebody typed as if it were a field', async () => {
    const typed = 'Clinic of the Example Sisters\nDate of birth: 1/1/1900';
    const { pages } = await read(formOf({ trusted: typed, asksForFast: true, fastReason: typed }));
    const begins = pages.flat().filter(({ text }) => text.startsWith('Date of birth: 1'));
    assert.deepEqual(begins, []);
  });

  it('can be made of whatever people type', async () => {
    await fc.assert(
      fc.asyncProperty(anyReferral(2), async (referral) => {
        for (const form of formsOf(referral, iehp)) assertFits(await read(form));
      }),
      // A counterexample is a whole referral: it is small enough as it is.
      { numRuns: 8, endOnFailure: true },
    );
  });
});

describe('a name on paper', () => {
  const names: readonly [script: string, name: string][] = [
    ['Latin', 'Pa Houa Vang'],
    ['Spanish', 'José Núñez Peña'],
    ['Vietnamese', 'Nguyễn Thị Ngọc Ánh'],
    ['Tagalog', 'Iñigo Dela Peña'],
    ['Russian', 'Гульнара Хасанова'],
    ['Ukrainian', 'Олексій Ґанок'],
    ['Armenian', 'Արմեն Սարգսյան'],
    ['Arabic', 'محمد عبد الله'],
    ['Farsi', 'فاطمه رضایی'],
    ['Hindi', 'प्रिया शर्मा'],
    ['Punjabi', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ'],
    ['Khmer', 'សុខ ចាន់ដារ៉ា'],
    ['Lao', 'ສົມສັກ ວົງສາ'],
    ['Thai', 'สมชาย น้ำฝน'],
    ['Japanese', '髙橋 花子'],
    ['Korean', '김민수'],
    ['simplified Chinese', '张伟 汉语'],
    ['traditional Chinese', '張偉 漢語'],
    ['Greek', 'Ελένη'],
    ['Hebrew', 'שרה כהן'],
    ['both directions', 'محمد (Mo) عبد الله'],
  ];
  for (const [script, name] of names) {
    it(`can be read back in ${script}: ${name}`, async () => {
      const form = named(name);
      assert.deepEqual(await signsWithoutFont(form), []);
      const { text } = await read(form);
      // This reader knows no syllables of several letters, and puts spaces into some; the letters and their order count.
      const letters = (of: string): string => of.normalize('NFC').replace(/\s/g, '');
      assert(letters(text).includes(letters(`Member name (first and last)${name}`)), text.slice(0, 900));
    });
  }

  it('is told word for word beside its glyphs, for readers that ask', async () => {
    const bytes = await pdfOf(named('ភ្នំពេញ'));
    const utf16 = Buffer.from('\uFEFFភ្នំពេញ', 'utf16le').swap16();
    const beside = Buffer.concat([Buffer.from('/ActualText ('), utf16, Buffer.from(')')]);
    assert(contentOf(bytes).includes(beside));
  });

  it('that no font has stands as its code points, and the desk is told of it', async () => {
    const form = named('Zaw မောင် 🙂');
    assert.deepEqual(await signsWithoutFont(form), ['[U+1019 U+1031]', '[U+102C]', '[U+1004 U+103A]', '[U+1F642]']);
    const { text } = await read(form);
    assert.match(text, /Zaw \[U\+1019 U\+1031\]\[U\+102C\]\[U\+1004 U\+103A\] \[U\+1F642\]/);
    assert.match(text, /Signs for which there is no font here are shown by their code points: \[U\+1019/);
  });

  it('cannot turn around what stands after it', async () => {
    const { text } = await read(named('Ann \u202Ednecsal\u202C Lee'));
    assert.match(text, /Ann dnecsal Lee/);
  });

  it('takes the shapes of Chinese characters from the member’s own language', async () => {
    const fonts = async (writtenLanguage: string): Promise<string> =>
      (await pdfOf(named('直骨', { writtenLanguage }))).toString('latin1');
    for (const [language, font] of [
      ['ja', 'NotoSansJP'],
      ['zh-Hant', 'NotoSansTC'],
      ['zh-Hans', 'NotoSansSC'],
    ] as const) {
      assert.match(await fonts(language), new RegExp(`FontName /[A-Z]+\\+${font}`));
    }
  });
});
