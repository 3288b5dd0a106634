import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layoutChoices, layoutTexts, numbering, plainLine, readNumber, segments } from '../../bot/channel.ts';
import { inDirection } from '../../bot/layout/param.ts';
import { fitsOneText, mostChoices, mostSegments, packedText } from '../../bot/layout/parts.ts';
import { withPlainMarks } from '../../bot/layout/segments.ts';
import type { Ask, Input, Option, Params, Say } from '../../dialogs/say.ts';
import { keys, raw, type Key } from '../../locales/index.ts';

const line = (key: Key, params?: Params): Say => ({ kind: 'line', line: params ? { key, params } : { key } });
const option = (id: string, key: Key = 'sms.privacy.options.here'): Option => ({ id, label: { key } });
const ask = (input: Input, more: Partial<Ask> = {}): Ask => ({
  kind: 'ask',
  id: 'question',
  line: { key: 'sms.privacy.ask' },
  input,
  mayDecline: true,
  mayAskWhy: true,
  mayGoBack: true,
  ...more,
});
const where: readonly Option[] = [
  option('here'),
  option('web', 'sms.privacy.options.web'),
  option('call', 'sms.privacy.options.call'),
];
const missing = 'sms.noSuchWords' as 'sms.voice';
const help: Say = {
  kind: 'danger',
  lines: [
    { key: 'sms.help', params: { plan: 'IEHP', phone: { phone: '18004404347' }, tty: { digits: '711' } } },
    { key: 'sms.voice' },
  ],
};

const byText = (...says: Say[]) => layoutTexts(says, 'en', { medium: 'sms' });
const inPlainText = (...says: Say[]) => layoutTexts(says, 'en', { medium: 'plain' });

describe('what is said, as text messages', () => {
  it('a question has its choices by digit, and under them what else may be answered', () => {
    assert.deepEqual(byText(ask({ kind: 'one', options: where }, { mayDecline: false })), [
      [
        'Texts are not private. Others may see them on your phone. How do you want to answer?',
        'Reply with one number.',
        '1 Here, by text',
        '2 On a web page',
        '3 In a phone call',
        '0 a person',
      ].join('\n'),
    ]);
  });

  it('a question with several answers says so, and "none of these" is its last digit', () => {
    const [text] = byText(ask({ kind: 'many', options: where, none: option('none', 'sms.typed.notSure') })) ?? [];
    assert.match(text!, /Reply with all that fit, like 1 3\n1 .*\n2 .*\n3 .*\n4 I don't know\n/);
    assert.match(text!, /\n0 a person, 8 I don't know, 9 rather not say$/);
  });

  it('a finding has plain words and the name that letters have, and never brackets in brackets', () => {
    const of = { lines: [], more: [], cites: [], offers: [] };
    const meals: Say = { kind: 'finding', programme: 'medicallyTailoredMeals', truth: 'met', ...of };
    const [english] = layoutTexts([meals], 'en', { medium: 'sms' }) ?? [];
    const [spanish] = layoutTexts([meals], 'es', { medium: 'sms' }) ?? [];
    assert.match(english!, /^May fit: .* \(Medically Tailored Meals\)/);
    assert.match(spanish!, /^Podría calificar: .* - Comidas .* \(Medically Tailored Meals\)/);
  });

  it('where a number is asked for, 0 and 8 are answers: the other ways are in words', () => {
    const asked = ask({ kind: 'number' });
    const [text] = byText(asked) ?? [];
    assert.match(text!, /Reply with a number, like 3\nOr write: a person, I don't know, rather not say$/);
    assert.doesNotMatch(text!, /^[089] /m);
    for (const digit of ['0', '8', '9']) assert.equal(readNumber(digit, [asked], numbering.sms), undefined);
  });

  it('a hint takes the place of our own', () => {
    const [text] = byText(ask({ kind: 'date' }, { hint: { key: 'sms.voice' } })) ?? [];
    assert.doesNotMatch(text!, /month\/day\/year/);
  });

  it('a person is not offered twice, and what asks nothing has no digits', () => {
    const [text] = byText(ask({ kind: 'one', options: [option('act:person')] }, { mayDecline: false })) ?? [];
    assert.doesNotMatch(text!, /0 a person/);
    assert.deepEqual(byText(line('sms.typeNumber')), ['Reply with a number, like 3']);
  });

  it("names are seen by their first letters and birth dates by their year; on a screen of one's own, whole", () => {
    const rows: Say = {
      kind: 'rows',
      title: { key: 'sms.typed.person' },
      rows: [
        {
          label: { key: 'sms.typed.person' },
          values: [{ key: 'sms.source', params: { title: 'David  Ñuñez Á' } }],
          masked: true,
        },
        {
          label: { key: 'sms.typed.person' },
          values: [{ key: 'sms.source', params: { title: { date: '1964-04-27' } } }],
          masked: true,
        },
        { label: { key: 'sms.typed.person' }, values: [{ key: 'sms.source', params: { title: 'tent' } }] },
      ],
    };
    const [text] = byText(rows) ?? [];
    assert.equal(text, 'a person\na person: Source: D... Ñ... Á...\na person: Source: 1964\na person: Source: tent');
    assert.match(inPlainText(rows)?.[0] ?? '', /David Ñuñez Á\n.*April 27, 1964/);
  });

  it('phones, long numbers and times are written as people read them', () => {
    const written = (title: Params[string]) => plainLine('en', { key: 'sms.source', params: { title } });
    assert.equal(written({ phone: '+18004404347' }), 'Source: 1-800-440-4347');
    assert.equal(written({ digits: '12345678901234' }), 'Source: 1234 567 890 1234');
    assert.equal(written({ time: '17:00' }), 'Source: 5:00 PM');
    assert.equal(written({ words: ['sms.typed.person', 'sms.typed.decline'] }), 'Source: a person and rather not say');
    assert.equal(written({ word: missing }), undefined);
  });

  it('what somebody typed as a name cannot turn, break or fill the message', () => {
    const typed = `A\u202eB\n\n\u200b<b>C</b> {{plan}} $t(sms.help)${'x'.repeat(20_000)}`;
    const text = plainLine('en', { key: 'sms.source', params: { title: typed } });
    assert.match(text!, /^Source: AB bC\/b \{\{plan\}\} \$t\(sms\.help\)x+$/);
    assert.ok(text!.length < 220);
  });

  it('a number keeps its direction in a right-to-left text; names in that script need no help', () => {
    assert.equal(inDirection('rtl', '1-800-440-4347'), '\u200e1-800-440-4347\u200e');
    assert.equal(inDirection('rtl', 'مریم'), 'مریم');
    assert.equal(inDirection('ltr', '1-800-440-4347'), '1-800-440-4347');
  });

  it('sources are told on a screen, by title alone, and in a text only when asked for', () => {
    const cited: Say = {
      kind: 'source',
      cites: [{ source: 'ecmPolicyGuide2026', place: 'p. 12', standing: 'verified' }],
    };
    assert.deepEqual(byText(cited, line('sms.typeNumber')), ['Reply with a number, like 3']);
    assert.match(inPlainText(cited)?.[0] ?? '', /^Source: CalAIM Enhanced Care Management Policy Guide, p\. 12$/);
    assert.equal(layoutTexts([cited], 'en', { medium: 'sms', sources: true })?.length, 1);
  });

  it('a language without the words gives nothing at all, rather than half a sentence or another language', () => {
    assert.equal(byText(line('sms.typeNumber'), line(missing)), undefined);
    assert.equal(byText(ask({ kind: 'one', options: [option('a', missing)] })), undefined);
  });
});

describe('danger words', () => {
  it('come first, whatever was said before them, and once where English is the language', () => {
    const texts = byText(line('sms.typeNumber'), help) ?? [];
    assert.equal(texts.length, 2);
    assert.match(texts[0]!, /Emergency: 911/);
  });

  it('come in English too, in a message of its own', () => {
    const texts = layoutTexts([help], 'es', { medium: 'sms' }) ?? [];
    const own = plainLine('es', { key: 'sms.voice' });
    assert.equal(texts.length, own === undefined ? 1 : 2);
    assert.match(texts.at(-1)!, /Emergency: 911\. Crisis: call or text 988/);
  });

  it('come even where every other word is missing', () => {
    assert.equal(byText(help, line(missing))?.length, 1);
    assert.equal(inPlainText(help, line(missing))?.length, 1);
  });
});

describe('digits', () => {
  const offers: Say = { kind: 'offers', options: [option('learn'), option('status'), option('learn')] };
  const asked = ask({ kind: 'one', options: where });

  it("stand for the same choice when read as when shown; offers come after the question's own", () => {
    const [text] = byText(offers, asked) ?? [];
    assert.match(text!, /^4 Here, by text\n5 Here, by text\n/);
    assert.deepEqual(readNumber('4', [offers, asked], numbering.sms), { kind: 'chosen', ids: ['status'] });
    assert.deepEqual(readNumber(' ５ ', [offers, asked], numbering.sms), { kind: 'chosen', ids: ['learn'] });
    assert.equal(readNumber('2', [offers, asked], numbering.sms), undefined, 'the question reads its own');
    assert.equal(readNumber('6', [offers, asked], numbering.sms), undefined);
    assert.deepEqual(readNumber('0', [asked], numbering.sms), { kind: 'act', act: 'person' });
    assert.deepEqual(readNumber('9', [asked], numbering.sms), { kind: 'act', act: 'decline' });
    assert.deepEqual(
      layoutChoices([offers, asked], 'en', 'sms').map(({ id }) => id),
      ['here', 'web', 'call', 'status', 'learn'],
    );
  });

  it('8 and 9 are choices where there are so many', () => {
    const many = ask({ kind: 'one', options: Array.from({ length: 9 }, (_, at) => option(`choice${String(at)}`)) });
    assert.equal(readNumber('8', [many], numbering.plain), undefined);
    assert.match(inPlainText(many)?.[0] ?? '', /\n9 Here, by text\nOr write: /);
  });
});

describe('the length of a text message', () => {
  const golden: readonly [string, number, 'GSM-7' | 'UCS-2'][] = [
    ['a'.repeat(160), 1, 'GSM-7'],
    ['a'.repeat(161), 2, 'GSM-7'],
    ['a'.repeat(459), 3, 'GSM-7'],
    ['a'.repeat(460), 4, 'GSM-7'],
    ['[]'.repeat(40), 1, 'GSM-7'],
    ['[]'.repeat(40) + '[', 2, 'GSM-7'],
    ['¿Qué tal, señor?', 1, 'GSM-7'],
    ['¿Cuántos años tiene?', 1, 'UCS-2'],
    ['á'.repeat(70), 1, 'UCS-2'],
    ['á'.repeat(71), 2, 'UCS-2'],
    ['Koj puas xav tau ib tug neeg hu rau koj?', 1, 'GSM-7'],
  ];
  for (const [text, count, encoding] of golden)
    it(`${String(text.length)} characters (${text.slice(0, 12)}) are ${String(count)} in ${encoding}`, () =>
      assert.deepEqual(segments(text), { count, encoding }));

  for (const key of keys.filter((each) => each.startsWith('sms.')))
    it(`${key} is cheap to send and no longer than two segments`, () => {
      const { count, encoding } = segments(raw('en', key) ?? '');
      assert.equal(encoding, 'GSM-7');
      assert.ok(count <= 2);
    });

  it("printers' marks do not double the price, and letters are never touched", () => {
    assert.equal(withPlainMarks('Don’t — “wait”…\u00a0OK'), 'Don\'t - "wait"... OK');
    assert.equal(withPlainMarks('“¿Cuántos?”'), '“¿Cuántos?”');
  });

  it('a long talk goes in numbered messages; a question stays with its choices', () => {
    const texts = byText(
      line('sms.confirmStop'),
      line('sms.help', { plan: 'IEHP', phone: { phone: '18004404347' }, tty: { digits: '711' } }),
      line('sms.voice'),
      ask({ kind: 'one', options: where }),
    );
    assert.equal(texts?.length, 2);
    assert.match(texts[0]!, /^\(1\/2\) Do you want no more texts/);
    assert.match(texts[1]!, /^\(2\/2\) Texts are not private.*\n.*\n1 .*\n2 .*\n3 .*\n0 a person/);
    for (const text of texts) assert.ok(segments(text).count <= mostSegments['GSM-7']);
  });

  it('no message has more than five choices', () => {
    const nine = Array.from({ length: 9 }, (_, at) => option(`choice${String(at)}`));
    const texts = byText(ask({ kind: 'one', options: nine })) ?? [];
    assert.equal(texts.length, 2);
    for (const text of texts) assert.ok((text.match(/^\d+ (?!a person)/gm) ?? []).length <= mostChoices);
    assert.match(texts[0]!, /\n5 Here, by text$/);
    assert.match(texts[1]!, /^\(2\/2\) 6 Here, by text\n7 /);
  });

  const words = fc.array(
    fc.constantFrom('home', 'año', 'ສະບາຍດີ', 'សួស្ដី', 'नमस्ते', '👩‍👩‍👧‍👦', 'tsev.', 'Why?', '食物', 'é', 'x'.repeat(300)),
    { minLength: 1, maxLength: 120 },
  );
  const withoutMark = (text: string) => text.replace(/^\(\d+\/\d+\) /, '');
  const bare = (text: string) => text.replace(/\s/gu, '');

  it('whatever is said fits, in order, with nothing lost', () => {
    fc.assert(
      fc.property(words, (list) => {
        const whole = list.join(' ');
        const texts = packedText(whole, 'en');
        assert.ok(texts.every(fitsOneText));
        assert.equal(bare(texts.map(withoutMark).join('')), bare(whole));
      }),
      { numRuns: 40 },
    );
  });

  it('a letter of any script is never cut in two', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
    const count = (text: string) => [...graphemes.segment(text)].length;
    for (const letter of ['👩‍👩‍👧‍👦', 'ក្រុំ', 'नि', 'e\u0301']) {
      const whole = letter.repeat(300);
      const texts = packedText(whole, 'en').map(withoutMark);
      assert.ok(texts.length > 1);
      assert.equal(
        texts.map(count).reduce((sum, each) => sum + each),
        count(whole),
      );
    }
  });
});
