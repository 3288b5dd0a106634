import assert from 'node:assert/strict';
import { readChoice } from '../../../dialogs/read/choice.ts';
import type { Labelled } from '../../../dialogs/read/labels.ts';
import type { Tag } from '../../../locales/languages.ts';
import { act, chosen, typed } from './heard.ts';

const yesNo: readonly Labelled[] = [
  { id: 'yes', labels: ['Yes', 'Sí', 'Muaj'] },
  { id: 'no', labels: ['No', 'Tsis muaj'] },
];
const sleeps: readonly Labelled[] = [
  { id: 'outside', labels: ['Outside, in a tent, or in a car'] },
  { id: 'shelter', labels: ['In a shelter, or a motel that a program pays for'] },
  { id: 'others', labels: ['With others or in a motel, as I have no home of my own'] },
  { id: 'own', labels: ["In my own or my family's home"] },
];
const ihss: readonly Labelled[] = [
  { id: 'receives', labels: ['I get IHSS now'] },
  { id: 'waiting', labels: ['I asked, and I am waiting'] },
  { id: 'notEligible', labels: ['I was told that I cannot get it'] },
  { id: 'notFinished', labels: ['I started, but did not finish'] },
  { id: 'none', labels: ['I never asked'] },
];
const awareness: readonly Labelled[] = [
  { id: 'agrees', labels: ['Yes, and they agree'] },
  { id: 'doesNotKnow', labels: ['No, they do not know yet'] },
  { id: 'cannotAgree', labels: ['They are not able to agree'] },
];
const whose: readonly Labelled[] = [
  { id: 'self', labels: ['For me', 'Para mí', 'Rau kuv'] },
  { id: 'other', labels: ['For a family member or friend'] },
  { id: 'organization', labels: ['For somebody I help through my work'] },
];
const relation: readonly Labelled[] = [
  { id: 'child', labels: ['Their son or daughter'] },
  { id: 'parent', labels: ['Their parent'] },
  { id: 'spouse', labels: ['Their husband, wife or partner'] },
  { id: 'relative', labels: ['Another relative'] },
  { id: 'friend', labels: ['A friend or caregiver'] },
];
const spoken: readonly Labelled[] = [
  { id: 'en', labels: ['{{name}}'] },
  { id: 'es', labels: ['{{name}}'] },
  { id: 'hmn', labels: ['{{name}}'] },
  { id: 'other', labels: ['Another language'] },
];

type Row = readonly [text: string, expected: string | undefined, language?: Tag];

function table(title: string, options: readonly Labelled[], rows: readonly Row[]): void {
  describe(title, () => {
    for (const [text, expected, language = 'en'] of rows)
      it(`reads "${text}" (${language}) as ${expected ?? 'nothing'}`, () => {
        assert.equal(readChoice(options, typed(text), language), expected);
      });
  });
}

describe('one of several', () => {
  table('yes or no', yesNo, [
    ...[
      'yes',
      'YES!!',
      'Yeah',
      'yep',
      'y',
      'yes please',
      'yes i do',
      'I do',
      'sure',
      'ok',
      'si',
      'Sí',
      'sí señora',
      'simón',
      'claro que si',
      'yes, I have been there',
      '👍🏽',
      '1',
      '1.',
      'the first one',
      'ｙｅｓ',
    ].map((text): Row => [text, 'yes']),
    ...[
      'no',
      'Nope',
      'nah',
      'no thanks',
      "I don't",
      'not really',
      'nel',
      'no, gracias',
      'para nada',
      'No, I sleep in my car',
      '2',
      'number 2',
    ].map((text): Row => [text, 'no']),
    ...['muaj', 'Muaj os', 'xav tau', 'xav tau kawg', 'yog', 'yog lawm', 'tau', 'paub', 'kuv muaj', 'aws', 'ib'].map(
      (text): Row => [text, 'yes', 'hmn'],
    ),
    ...['tsis muaj', 'Tsis xav tau', 'tsis yog os', 'tsis tau', 'kuv tsis muaj', 'tsis muaj li', 'ob'].map(
      (text): Row => [text, 'no', 'hmn'],
    ),
    ["I don't know", 'notSure'],
    ['idk', 'notSure'],
    ['maybe', 'notSure'],
    ['no sé', 'notSure', 'es'],
    ['no se', 'notSure', 'es'],
    ['tsis paub', 'notSure', 'hmn'],
    ["I'd rather not say", 'declined'],
    ['prefiero no contestar', 'declined', 'es'],
    ['tsis xav teb', 'declined', 'hmn'],
    ['yes and no', undefined],
    ['yeah no', undefined],
    ['yes, no', undefined],
    ['yes but not always', undefined],
    ['sometimes', undefined],
    ['no one helps me', undefined],
    ['no problem', undefined],
    ['3', undefined],
    ['0', undefined],
    ['1 or 2', undefined],
    ['what does that mean?', undefined],
    ["I don't know what you mean", undefined],
    ['no entiendo', undefined, 'es'],
    ['tsis to taub', undefined, 'hmn'],
    ['purple', undefined],
    ['', undefined],
  ]);

  table('where somebody sleeps', sleeps, [
    ['1', 'outside'],
    ['#2', 'shelter'],
    ['option 3 please', 'others'],
    ['the fourth', 'own'],
    ['last', 'own'],
    ['la 2', 'shelter', 'es'],
    ['el tercero', 'others', 'es'],
    ['2ª', 'shelter', 'es'],
    ['qhov peb', 'others', 'hmn'],
    ['plaub', 'own', 'hmn'],
    ['in a tent, three years now', 'outside'],
    ["I've been sleeping in my car", 'outside'],
    ['the shelter', 'shelter'],
    ['couch surfing', 'others'],
    ['with my family', 'own'],
    ['my own apartment', 'own'],
    ['en la calle', 'outside', 'es'],
    ['duermo en mi carro', 'outside', 'es'],
    ['de arrimado con unos amigos', 'others', 'es'],
    ['en un albergue', 'shelter', 'es'],
    ['en mi casa', 'own', 'es'],
    ['pw hauv tsheb', 'outside', 'hmn'],
    ['kuv nyob hauv tent', 'outside', 'hmn'],
    ['nrog kuv tus phooj ywg', 'others', 'hmn'],
    ['hauv kuv lub tsev', 'own', 'hmn'],
    ['tam sim no kuv pw hauv tsheb', 'outside', 'hmn'],
    ['hmo no kuv pw hauv shelter', 'shelter', 'hmn'],
    ['nrog kuv tus tub nyob', 'own', 'hmn'],
    ['not in a shelter', undefined],
    ['sometimes the shelter, sometimes my car', undefined],
    ['a shelter or in my car', undefined],
    ['a motel', undefined],
    ['I have a car payment due and my mom is sick', undefined],
    ['I lost my house', undefined],
    ['5', undefined],
    ['12', undefined],
  ]);

  table('IHSS', ihss, [
    ['I began with IHSS but did not finish', 'notFinished'],
    ['started it, never finished', 'notFinished'],
    ['still waiting', 'waiting'],
    ['they denied me', 'notEligible'],
    ['never applied', 'none'],
    ['empecé pero no terminé', 'notFinished', 'es'],
    ['me lo negaron', 'notEligible', 'es'],
    ['tseem tos', 'waiting', 'hmn'],
    ['kuv tsis paub ihss yog dab tsi', 'notSure', 'hmn'],
    ['ua tsis tiav', 'notFinished', 'hmn'],
  ]);

  table('whether somebody knows', awareness, [
    ['yes', 'agrees'],
    ['She knows and agrees', 'agrees'],
    ["she doesn't know", 'doesNotKnow'],
    ["no, I haven't told her", 'doesNotKnow'],
    ['he has dementia', 'cannotAgree'],
    ['sí, está de acuerdo', 'agrees', 'es'],
    ['no sabe', 'doesNotKnow', 'es'],
    ['nws pom zoo', 'agrees', 'hmn'],
    ['nws tsis paub', 'doesNotKnow', 'hmn'],
  ]);

  table('whom it is for', whose, [
    ['me', 'self'],
    ["it's for me", 'self'],
    ['for my mom', 'other'],
    ['my dad', 'other'],
    ['one of my clients', 'organization'],
    ['para mi', 'self', 'es'],
    ['para mi mamá', 'other', 'es'],
    ['es para mi papá, él está enfermo', 'other', 'es'],
    ['rau kuv', 'self', 'hmn'],
    ['rau kuv niam', 'other', 'hmn'],
    ['me and my mom', undefined],
    ['tell me more', undefined],
  ]);

  table('what a helper is to the member', relation, [
    ['daughter', 'child'],
    ["I'm her daughter", 'child'],
    ['he is my dad', 'child'],
    ['my son', 'parent'],
    ['I am his mother', 'parent'],
    ['wife', 'spouse'],
    ['neighbor', 'friend'],
    ['es mi papá', 'child', 'es'],
    ['es mi hijo', 'parent', 'es'],
    ['soy su hija', 'child', 'es'],
    ['kuv niam', 'child', 'hmn'],
    ['kuv tus ntxhais', 'parent', 'hmn'],
    ['nws tus ntxhais', 'child', 'hmn'],
  ]);

  table('a language', spoken, [
    ['Spanish', 'es'],
    ['español', 'es'],
    ['hmoob', 'hmn'],
    ['3', 'hmn'],
    ['english please', 'en'],
    ['lus Askiv', 'en'],
    ['another language', 'other'],
    ['Mixteco', undefined],
  ]);

  it('takes a button by its id, and only one of the question that is asked', () => {
    assert.equal(readChoice(sleeps, chosen('shelter'), 'es'), 'shelter');
    assert.equal(readChoice(sleeps, chosen('yes'), 'es'), undefined);
    assert.equal(readChoice(sleeps, chosen('shelter', 'own'), 'es'), undefined);
    assert.equal(readChoice(sleeps, act('notSure'), 'es'), 'notSure');
    assert.equal(readChoice(sleeps, act('decline'), 'es'), 'declined');
    assert.equal(readChoice(sleeps, act('back'), 'es'), undefined);
    assert.equal(readChoice(sleeps, { kind: 'unreadable' }, 'es'), undefined);
  });
});
