import assert from 'node:assert/strict';
import fc from 'fast-check';
import { detectLanguage, languageFromHeader } from '../../bot/language.ts';
import type { Tag } from '../../locales/languages.ts';

/** Short English answers whose words Spanish has too: the talk does not turn Spanish for them. */
const englishAnswers = [
  'no no',
  'no wait i meant no',
  'no one hurts me',
  'diabetes no asthma',
  'no drugs no alcohol',
  'me no',
];

const written: Readonly<Record<Tag, readonly string[]>> = {
  en: [
    'hello',
    'thanks',
    'I need help with rent',
    'my mom fell and cant cook',
    'what is ecm?',
    'how do i apply',
    'i have no place to live',
    'do you speak spanish',
    'He wont let me leave the house',
  ],
  es: [
    'hola',
    'Gracias',
    'ayuda',
    'necesito ayuda con la renta',
    'vivo en mi carro',
    'tengo diabetes',
    'mi mama se cayo',
    'no puedo pagar la renta',
    'quien me puede ayudar',
    'se me olvidan las pastillas',
    'soy de Merced',
    'necesito help con mi rent',
  ],
  hmn: [
    'nyob zoo',
    'ua tsaug',
    'hmoob',
    'kuv xav tau kev pab them nqi tsev',
    'kuv mob',
    'kuv tsis muaj tsev nyob',
    'Koj puas hais lus Hmoob?',
    'kuv niam da dej tsis tau',
    'tsis paub',
    'kuv tus txiv raug mob hnyav',
  ],
};

const unsure: readonly string[] = [
  '',
  '1',
  '1 3',
  'ok',
  'yes',
  'no',
  'STOP',
  'HELP',
  'Maria Lopez',
  'Pa Vang',
  '951-555-0123',
  '👍',
  'asdf',
  '<b></b>',
  // Vietnamese, with and without its marks
  'Tôi cần giúp đỡ về nhà ở',
  'toi can giup do ve nha o',
  'xin chao',
  'toi khong co nha',
  'cam on ban',
  'Mẹ tôi bị tiểu đường',
  // Tagalog, with its Spanish and English words
  'kailangan ko ng tulong sa bahay',
  'wala akong bahay',
  'kumusta po',
  'may diabetes po ako',
  'gusto ko ng tulong sa renta',
  'salamat po',
  // Portuguese
  'preciso de ajuda com minha casa',
  'quero falar com uma pessoa',
  'não tenho casa',
  'nao consigo pagar o aluguel',
  'bom dia tudo bem',
  'obrigado pela ajuda',
  'eu moro no meu carro',
  // Others
  "je n'ai pas de maison",
  'ho bisogno di aiuto',
  'Yie oix tengx meih nyei biauv',
  'ich habe keine wohnung',
  'मुझे मदद चाहिए',
  '我需要幫助',
  'мне нужна помощь',
  'أحتاج مساعدة',
];

describe('the language of a message', () => {
  it('is not Spanish for a "no" said twice in English', () => {
    for (const text of englishAnswers) assert.notEqual(detectLanguage(text), 'es', text);
  });

  for (const [tag, texts] of Object.entries(written))
    for (const text of texts) it(`hears ${tag} in "${text}"`, () => assert.equal(detectLanguage(text), tag));

  for (const text of unsure) it(`does not guess at "${text}"`, () => assert.equal(detectLanguage(text), undefined));

  it('takes any text at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void detectLanguage(text)));
    detectLanguage('a '.repeat(20_000));
  });
});

describe('the language of a browser', () => {
  const headers: readonly [header: string | undefined, expected: Tag | null][] = [
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['en-US,en;q=0.5', 'en'],
    ['en;q=0.5, es', 'es'],
    ['hmn', 'hmn'],
    ['hm-US', 'hmn'],
    ['mww', 'hmn'],
    ['mww-Latn-US,en;q=0.1', 'hmn'],
    ['hnj', 'hmn'],
    ['blu', 'hmn'],
    ['vi-VN,vi;q=0.9,en-US;q=0.8', 'en'],
    ['vi', null],
    ['es;q=0', null],
    ['*', null],
    ['', null],
    [undefined, null],
    [';;;,,q=,-', null],
  ];
  for (const [header, expected] of headers)
    it(`is ${expected ?? 'none of ours'} for ${JSON.stringify(header)}`, () =>
      assert.equal(languageFromHeader(header), expected));
});
