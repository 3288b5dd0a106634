import assert from 'node:assert/strict';
import type { GlobalAct } from '../../../dialogs/heard.ts';
import { readAct } from '../../../dialogs/read/act.ts';
import { readLanguage } from '../../../dialogs/read/language.ts';
import type { Tag } from '../../../locales/languages.ts';

const acts: Readonly<Record<Exclude<GlobalAct, 'file'>, readonly string[]>> = {
  person: [
    '0',
    'agent',
    'Human please',
    'I want to talk to a person',
    'hablar con una persona',
    'llámeme por favor',
    'thov hu rau kuv',
    'kuv xav tham nrog neeg',
    'interpreter',
  ],
  back: ['back', 'go back please', 'atrás', 'Atras', 'me equivoqué', 'rov qab'],
  why: ['why', 'Why do you ask?', '¿por qué?', 'para que', 'vim li cas', 'Vim li cas koj nug?'],
  notSure: ['8', "I don't know", 'i dont know', 'idk', 'no sé', 'nose', 'tsis paub', 'kuv tsis paub meej'],
  decline: ['9', "I'd rather not say", 'skip', 'prefiero no decir', 'tsis xav teb', 'hla'],
  language: ['language', 'idioma', 'cambiar idioma', 'hom lus', 'hloov hom lus'],
  menu: ['menu', 'help', 'menú', 'ayuda', 'pab kuv'],
  startOver: ['start over', 'empezar de nuevo', 'pib dua'],
  known: ['what do you know about me?', '¿Qué sabe de mí?', 'koj paub dab tsi txog kuv'],
  complaint: ['I want to complain', 'complaint', 'quiero poner una queja', 'queja', 'kuv tsis txaus siab'],
  appeal: ['I want to appeal', 'I disagree with the letter', 'quiero apelar', 'thov kom rov xyuas'],
  answer: ['answer', "answer the plan's question", 'contestar', 'teb'],
  takeBack: ['take it back', 'I want to withdraw my request', 'cancelar mi solicitud', 'thim daim ntawv thov'],
  repeat: ['repeat', 'say that again', 'repita por favor', 'hais dua'],
};

describe('what can be done at any moment', () => {
  for (const [act, texts] of Object.entries(acts))
    for (const text of texts)
      it(`hears ${act} in "${text}"`, () => {
        for (const language of ['en', 'es', 'hmn'] as const) assert.equal(readAct(text, language, true), act);
      });

  it('leaves 0, 8 and 9 to the question while a number, a date or a phone is awaited', () => {
    for (const text of ['0', '8', '9']) assert.equal(readAct(text, 'en', false), undefined);
    assert.equal(readAct('back', 'en', false), 'back');
  });

  for (const text of [
    '10',
    '80',
    '1',
    'yes',
    'my back hurts',
    'why my mother needs help',
    'I was a person in care',
    'no',
    'para mi mamá',
    'kuv nyob',
    '',
  ])
    it(`hears no act in "${text}"`, () => assert.equal(readAct(text, 'en', true), undefined));
});

const languages: readonly [text: string, expected: Tag | 'other' | undefined][] = [
  ['Spanish', 'es'],
  ['español', 'es'],
  ['ESPANOL', 'es'],
  ['en español por favor', 'es'],
  ['¿Habla español?', 'es'],
  ['can we talk in spanish please', 'es'],
  ['Hmong', 'hmn'],
  ['Hmoob', 'hmn'],
  ['lus Hmoob', 'hmn'],
  ['kuv hais lus Hmoob', 'hmn'],
  ['Moob Leeg', 'hmn'],
  ['English', 'en'],
  ['inglés', 'en'],
  ['lus Askiv', 'en'],
  ['I speak Mien', 'other'],
  ['hablo mixteco', 'other'],
  ['Tagalog', 'other'],
  ['tiếng Việt', 'other'],
  ['中文', 'other'],
  ['Русский', 'other'],
  ['sign language', 'other'],
  ['another language', 'other'],
  ['otro idioma', 'other'],
  ['lwm hom lus', 'other'],
  ['I do not speak English', undefined],
  ['no hablo inglés', undefined],
  ['no english', undefined],
  ['tsis paub lus Askiv', undefined],
  ['English and Spanish', undefined],
  ['rent', undefined],
  ['', undefined],
];

describe('a language asked for by name', () => {
  for (const [text, expected] of languages)
    it(`reads "${text}" as ${expected ?? 'none'}`, () => assert.equal(readLanguage(text), expected));
});
