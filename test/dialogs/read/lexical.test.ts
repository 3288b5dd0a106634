import assert from 'node:assert/strict';
import fc from 'fast-check';
import { concernsIn, lexicalUnderstanding } from '../../../dialogs/lexical.ts';
import type { Intent } from '../../../dialogs/understanding.ts';
import { isOneSlip } from '../../../dialogs/read/near.ts';

const understanding = lexicalUnderstanding();
const read = (text: string, language: 'en' | 'es'): Promise<Intent | null> => understanding.read(text, language);
const learn = (topic: Extract<Intent, { wants: 'learn' }>['topic']): Intent => ({ wants: 'learn', topic });
const screen = (...concerns: Extract<Intent, { wants: 'screen' }>['concerns']): Intent => ({
  wants: 'screen',
  concerns,
});
const file = (...programmes: Extract<Intent, { wants: 'file' }>['programmes']): Intent => ({
  wants: 'file',
  programmes,
});
const wants = (what: 'status' | 'person' | 'complaint' | 'greeting' | 'thanks'): Intent => ({ wants: what });

const cases: readonly [text: string, expected: Intent | null][] = [
  ['What is ECM?', learn('ecm')],
  ['que es ecm', learn('ecm')],
  ['ECM yog dab tsi', learn('ecm')],
  ['tell me about community supports', learn('communitySupports')],
  ['how much does it cost?', learn('cost')],
  ['¿Es gratis?', learn('cost')],
  ['puas yuav them nqi', learn('cost')],
  ['can i keep my doctor', learn('doctorsAndPlan')],
  ['will immigration find out', learn('privacy')],
  ['me van a reportar con la migra?', learn('privacy')],
  ['does my immigration status matter', learn('privacy')],
  ['importa mi estatus migratorio', learn('privacy')],
  ['how do i apply', learn('howToAsk')],
  ['cuánto tarda', learn('howLong')],
  ['cuanto me va a costar', learn('cost')],
  ['y si no me cae bien la persona que me toca, puedo cambiarla', learn('changeCareManager')],
  ['necesito poder notarial para pedir por mi papa', learn('whoMayAsk')],
  ['me van a pedir papeles de migracion', learn('privacy')],
  ['que papeles ocupo', learn('howToAsk')],
  ['ya no la quiero, como la dejo', learn('stopping')],
  ['donde me quejo', learn('grievance')],
  ['ya paso un mes y nadie me ha hablado', wants('status')],
  ['no quiero que me llamen', null],
  ['I want meals', file('medicallyTailoredMeals')],
  ['sign me up for meals and a ramp please', file('homeModifications', 'medicallyTailoredMeals')],
  ['quiero aplicar para ECM', file('ecm')],
  ['kuv xav thov khoom noj xa tuaj tom tsev', file('medicallyTailoredMeals')],
  ['ask my plan', file()],
  ['do i qualify?', screen()],
  ['califico?', screen()],
  ['Kuv puas tsim nyog', screen()],
  ['I need help with rent', screen('housing')],
  ['been in a tent 3 yrs, diabetis and high blood presure', screen('housing', 'illness')],
  ['My dad was in the hospital 4 times, he has depression and cant cook', screen('hospital', 'mind', 'dailyHelp')],
  ['me van a desalojar', screen('housing')],
  ['mi mamá se cae mucho y no puede bañarse sola', screen('dailyHelp')],
  ['tomo mucho alcohol y estuve internado', screen('hospital', 'mind')],
  ['kuv tsis muaj tsev nyob thiab mob ntshav qab zib', screen('housing', 'illness')],
  ['kuv niam da dej tsis tau', screen('dailyHelp')],
  ['i lost my rent money pero tengo azucar', screen('housing', 'illness')],
  // A name, old or new, in whichever language, and nothing besides: what it is, also where it names a trouble.
  ['Nursing Facility Transition/Diversion to Assisted Living Facilities', learn('assistedLivingTransitions')],
  ['nursing facility transition/diversion', learn('assistedLivingTransitions')],
  ['what is nursing facility transition to assisted living', learn('assistedLivingTransitions')],
  ['Community Transition Services/Nursing Facility Transition to a Home', learn('homeTransition')],
  ['nursing facility transition to a home', learn('homeTransition')],
  ['community transition services', learn('homeTransition')],
  ['Environmental Accessibility Adaptations', learn('homeModifications')],
  ['EAA', learn('homeModifications')],
  ['Medically-Supportive Food', learn('medicallyTailoredMeals')],
  ['MTM', learn('medicallyTailoredMeals')],
  ['caregiver respite services', learn('respite')],
  ['Asthma Remediation', learn('asthmaRemediation')],
  ['Cambios en Casa contra el Asma', learn('asthmaRemediation')],
  ['Medical Respite', learn('recuperativeCare')],
  ['In Lieu of Services', learn('communitySupports')],
  ['ILOS', learn('communitySupports')],
  ['what happened with my request', wants('status')],
  ['qué pasó con mi solicitud', wants('status')],
  ['nobody called me', wants('status')],
  ['kuv daim ntawv thov mus txog qhov twg lawm', wants('status')],
  ['can you have someone call me', wants('person')],
  ['quiero hablar con alguien', wants('person')],
  ['how do I reach my plan?', wants('person')],
  ['cuál es el teléfono de mi plan', wants('person')],
  ['kuv xav hu rau kuv lub phiaj kho mob', wants('person')],
  ['kuv xav tau neeg txhais lus', wants('person')],
  ['I want to file a complaint', wants('complaint')],
  ['tengo una queja', wants('complaint')],
  ['kuv tsis txaus siab', wants('complaint')],
  ['hola, buenas tardes', wants('greeting')],
  ['Hi there', wants('greeting')],
  ['nyob zoo os', wants('greeting')],
  ['thank you so much!!', wants('thanks')],
  ['muchas gracias', wants('thanks')],
  ['ua tsaug ntau', wants('thanks')],
  ['asdf qwer', null],
  ['I have no diabetes', null],
  ['purple elephants', null],
  ['', null],
];

describe('what a member wants, with no model', () => {
  for (const [text, expected] of cases)
    it(`hears ${JSON.stringify(expected)} in "${text}"`, async () =>
      assert.deepEqual(await read(text, 'en'), expected));

  it('reads any text at all without failing, a flood of it too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 500 }), async (text) => {
        await read(text, 'es');
      }),
    );
    await read('diabetes '.repeat(20_000), 'en');
  });
});

describe('what is going on', () => {
  it('is heard in the words of three languages at once', () => {
    assert.deepEqual(concernsIn('vivo en mi carro, my kidneys, thiab kuv nyuaj siab'), ['housing', 'illness', 'mind']);
  });

  it('is not heard where it is denied', () => {
    assert.deepEqual(concernsIn('no diabetes, no depression, but my rent is late'), ['housing']);
    assert.deepEqual(concernsIn('no tengo diabetes'), []);
    assert.deepEqual(concernsIn('tsis mob ntshav qab zib'), []);
  });

  it('hears the lack of a home as a trouble, not as a denial', () => {
    for (const text of ['I have no home', 'no tengo casa', 'tsis muaj tsev nyob'])
      assert.deepEqual(concernsIn(text), ['housing']);
  });
});

describe('a slip of one letter', () => {
  for (const [a, b, expected] of [
    ['diabetis', 'diabetes', true],
    ['presure', 'pressure', true],
    ['hosptial', 'hospital', true],
    ['hospital', 'hospice', false],
    ['cooking', 'looking', false],
  ] as const)
    it(`${expected ? 'is' : 'is not'} between ${a} and ${b}`, () => assert.equal(isOneSlip(a, b), expected));
});
