import assert from 'node:assert/strict';
import { readChoices } from '../../../dialogs/read/choices.ts';
import type { Tag } from '../../../locales/languages.ts';
import { act, chosen, typed } from './heard.ts';

const concerns = [
  { id: 'housing', labels: ['No steady place to live, or I may lose it'] },
  { id: 'hospital', labels: ['I am in the hospital or ER a lot'] },
  { id: 'illness', labels: ['A long illness, like diabetes or heart trouble'] },
  { id: 'mind', labels: ['Sad, worried, or alcohol or drugs cause trouble'] },
  { id: 'dailyHelp', labels: ['I need help with bathing, meals or chores'] },
];
const none = { id: 'none', labels: ['Something else'] };

const cases: readonly [
  text: string,
  expected: readonly string[] | 'notSure' | 'declined' | undefined,
  language?: Tag,
][] = [
  ['1', ['housing']],
  ['1 3', ['housing', 'illness']],
  ['1,3 and 4', ['housing', 'illness', 'mind']],
  ['3, 1', ['housing', 'illness']],
  ['1 & 3', ['housing', 'illness']],
  ['numbers 1 and 3 please', ['housing', 'illness']],
  ['1 y 3', ['housing', 'illness'], 'es'],
  ['la 1 y la 3', ['housing', 'illness'], 'es'],
  ['uno y tres', ['housing', 'illness'], 'es'],
  ['1 thiab 3', ['housing', 'illness'], 'hmn'],
  ['ib thiab peb', ['housing', 'illness'], 'hmn'],
  ['13', ['housing', 'illness']],
  ['12345', ['housing', 'hospital', 'illness', 'mind', 'dailyHelp']],
  ['١ ٣', ['housing', 'illness']],
  ['6', []],
  ['11', undefined],
  ['17', undefined],
  ['1-3', undefined],
  ['1 or 3', undefined],
  ['1 7', undefined],
  ['none', []],
  ['None of these', []],
  ['no', []],
  ['something else', []],
  ['ninguno', [], 'es'],
  ['ninguna de las anteriores', [], 'es'],
  ['tsis muaj ib qho', [], 'hmn'],
  ['all of them', ['housing', 'hospital', 'illness', 'mind', 'dailyHelp']],
  ['todas', ['housing', 'hospital', 'illness', 'mind', 'dailyHelp'], 'es'],
  ['tag nrho', ['housing', 'hospital', 'illness', 'mind', 'dailyHelp'], 'hmn'],
  ["I've been in a tent three years, and my diabetes", ['housing', 'illness']],
  ['rent and I keep ending up in the hospital', ['housing', 'hospital']],
  ["I can't cook or shop", ['dailyHelp']],
  ['no diabetes', undefined],
  ['la renta y la presión alta', ['housing', 'illness'], 'es'],
  ['no tengo casa y estoy deprimido', ['housing', 'mind'], 'es'],
  ['tsis muaj tsev nyob thiab mob ntshav qab zib', ['housing', 'illness'], 'hmn'],
  ['no sé', 'notSure', 'es'],
  ['prefer not to say', 'declined'],
  ['hello there', undefined],
  ['', undefined],
];

describe('some of several', () => {
  for (const [text, expected, language = 'en'] of cases)
    it(`reads "${text}" (${language}) as ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(readChoices(concerns, none, typed(text), language), expected);
    });

  it('takes ticks as they are, and never reads nothing ticked as none of these', () => {
    assert.deepEqual(readChoices(concerns, none, chosen('mind', 'housing'), 'en'), ['housing', 'mind']);
    assert.deepEqual(readChoices(concerns, none, chosen('none'), 'en'), []);
    assert.equal(readChoices(concerns, none, chosen('none', 'mind'), 'en'), undefined);
    assert.equal(readChoices(concerns, none, chosen(), 'en'), undefined);
    assert.equal(readChoices(concerns, none, chosen('yes'), 'en'), undefined);
    assert.equal(readChoices(concerns, none, act('notSure'), 'en'), 'notSure');
  });

  it('reads "bathing and cooking" as both by the parts of their labels', () => {
    const needs = [
      { id: 'bathe', labels: ['Bathing or dressing'] },
      { id: 'cook', labels: ['Cooking or shopping'] },
    ];
    assert.deepEqual(readChoices(needs, none, typed('bathing and cooking'), 'en'), ['bathe', 'cook']);
    assert.deepEqual(readChoices(needs, none, typed('both'), 'en'), ['bathe', 'cook']);
  });
});
