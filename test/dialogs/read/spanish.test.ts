import assert from 'node:assert/strict';
import { heardMany, heardOne, option } from '../../../dialogs/asking.ts';
import { questionById } from '../../../dialogs/questions.ts';
import { readAct } from '../../../dialogs/read/act.ts';
import { readCount } from '../../../dialogs/read/count.ts';
import { freshState } from '../../../dialogs/state.ts';
import { typed } from './heard.ts';

type Who = 'self' | 'other';
type Read = string | readonly string[] | { readonly from: number; readonly to: number | null } | undefined;

/** As people text in California: without accents, misspelt, half in English, in words and not in digits. */
const said: readonly [question: string, who: Who, text: string, expected: Read][] = [
  ['ecm', 'self', 'nel no tengo', 'none'],
  ['ecm', 'self', 'si tengo una case manager', 'has'],
  ['situation', 'other', 'ninguna d esas', []],
  ['situation', 'other', 'no nada de eso', []],
  ['situation', 'self', 'no pues ninguna', []],
  ['situation', 'self', 'si estoy enbarazada de 5 meses', ['pregnancy']],
  ['situation', 'self', 'sali de la carcel hace 2 semanas', ['jail']],
  ['situation', 'self', 'apenas sali del bote', ['jail']],
  ['housing', 'self', 'en mi troka', 'outside'],
  ['housing', 'self', 'de arrimado con mi primo', 'others'],
  ['housing', 'self', 'en el alvergue', 'shelter'],
  ['housing', 'self', 'en la casa, rentamos un apartamento', 'own'],
  ['housing', 'other', 'vive conmigo', undefined],
  ['steady', 'self', 'nel', 'no'],
  ['steady', 'self', 'si pues', 'yes'],
  ['steady', 'self', 'si pero tiene moho', undefined],
  ['steady', 'self', 'me van a correr', 'no'],
  ['stays', 'self', 'no pues ninguna ves', { from: 0, to: 0 }],
  ['stays', 'other', 'no lo han internado', { from: 0, to: 0 }],
  ['stays', 'self', 'como unas 3 o 4', { from: 3, to: 4 }],
  ['stays', 'self', '3', { from: 3, to: 3 }],
  ['emergency', 'self', 'cada mes', undefined],
  ['age', 'other', '9 añitos', { from: 9, to: 9 }],
  ['health', 'self', 'tengo la azucar bien alta', ['longIllness']],
  ['health', 'self', 'puedo cuidar mi salud', undefined],
  ['keepUp', 'self', 'batallo mucho', 'yes'],
  ['keepUp', 'self', 'no yo puedo sola', 'no'],
  ['keepUp', 'other', 'ella no puede sola', 'yes'],
  ['mind', 'self', 'las dos', ['feelings', 'substances']],
  ['mind', 'self', 'fumaba cristal pero ya lo dejé', undefined],
  ['hardThings', 'self', 'no me alcanza pa comer', ['food']],
  ['hardThings', 'self', 'si tengo comida', undefined],
  ['hardThings', 'self', 'trabajo', undefined],
  ['hardThings', 'self', 'no tengo problemas con la policia', undefined],
  ['childNeeds', 'other', 'no tengo ride', ['rides']],
  ['childNeeds', 'other', 'tengo transporte', undefined],
  ['childNeeds', 'other', 'hay transporte', undefined],
  ['asthmaCare', 'other', 'si lo he llevado a emergencias como 4 veces', ['emergency']],
  ['asthmaCare', 'other', 'no lo han internado', undefined],
  ['otherHelp', 'other', 'nomas yo pero trabajo', 'some'],
  ['ihss', 'other', 'no', 'none'],
  ['ihss', 'self', 'ya aplique', 'waiting'],
  ['nursingHome', 'other', 'no quiero mandarla a un asilo', undefined],
  ['leaving', 'self', 'si sali ayer del hospital', 'yes'],
  ['medicare', 'other', 'no, puro medical', 'none'],
  ['otherPrograms', 'self', 'no ninguno que yo sepa', []],
];

const state = freshState('es');

function read(id: string, who: Who, text: string): Read {
  const question = questionById(id);
  const options = question.options.map((each) => option(each.id, each.label[who]));
  if (question.kind === 'count') return readCount(typed(text), 'es', question.fact === 'age' ? 'years' : 'times');
  if (question.kind === 'many') return heardMany(options, option('none', 'common.noneOfThese'), typed(text), state);
  return heardOne(options, typed(text), state);
}

describe('what is answered in Spanish', () => {
  for (const [question, who, text, expected] of said)
    it(`to ${question} by "${text}" is ${expected === undefined ? 'unclear, and asked again' : JSON.stringify(expected)}`, () => {
      assert.deepEqual(read(question, who, text), expected);
    });

  for (const text of ['q es eso', 'no se que es', 'y eso pa que', 'no entiendo la pregunta'])
    it(`"${text}" asks why it is asked`, () => assert.equal(readAct(text, 'es', true), 'why'));

  for (const text of ['nose', 'no c', 'la vdd no se', 'pos quien sabe'])
    it(`"${text}" is not sure`, () => assert.equal(readAct(text, 'es', true), 'notSure'));
});
