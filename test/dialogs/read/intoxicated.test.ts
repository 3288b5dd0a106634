import assert from 'node:assert/strict';
import { isIntoxicatedNow } from '../../../dialogs/read/intoxicated.ts';
import { openTalk } from '../../invariants/talk.ts';

const now = [
  'i am drunk right now and need a place to sober up',
  "I'm so drunk",
  'im really fucking drunk',
  'my brother is drunk, where can he go',
  'drunk rn',
  'right now i am wasted',
  'need somewhere to sober up',
  'im high right now and cant go home',
  'he drinks every day and he is drunk right now',
  'where can she sleep it off',
  'estoy borracho ahorita',
  'ando bien pedo',
  'toy muy tomado',
  'mi esposo está borracho y no sé a dónde llevarlo',
  'necesito donde se me baje la borrachera',
  'ahorita ando bien drogada',
  'kuv qaug cawv',
  'tam sim no kuv qaug yeeb tshuaj',
  'nws qaug cawv lawm, mus qhov twg tau',
];

const notNow = [
  'my husband is drunk every day',
  'i was drunk yesterday',
  'when i am drunk i fall',
  'I am not drunk',
  'a drunk driver hit me',
  'my blood pressure is high right now',
  'my dad is a drunk',
  'what is a sobering center',
  'i want to get sober for good',
  'i am in a high risk pregnancy',
  'the rent is too high now',
  'I stopped drinking',
  'siempre anda borracho',
  'cuando ando borracho me caigo',
  'no estoy borracho',
  'he tomado esa medicina ahora',
  'tengo una bola en el pecho ahora',
  'ando tomando medicina',
  'tengo la presión alta ahorita',
  'estaba borracho ayer',
  'kuv tsis qaug cawv',
  'nws qaug cawv txhua hnub',
  'nag hmo kuv qaug cawv',
  'kuv qaug zog heev',
];

describe('Somebody who is drunk or high now', () => {
  for (const text of now) it(`is heard in "${text}"`, () => assert.equal(isIntoxicatedNow(text), true));
  for (const text of notNow) it(`is not heard in "${text}"`, () => assert.equal(isIntoxicatedNow(text), false));

  it('is told of 911, a sobering center and a person, is asked no form, and can go on where they were', async () => {
    const talk = await openTalk({ channel: 'web' });
    await talk.picks('screen');
    await talk.picks('self');
    const before = await talk.picks('none');
    const replies = (await talk.state()).cases[0]?.replies;
    assert.equal(replies?.length, 1);
    const told = await talk.types('sorry im drunk right now');
    assert.equal(told.outcome.question, 'person');
    assert.match(told.all, /call 911/);
    assert.match(told.all, /Sobering Centers are safe places/);
    assert.deepEqual((await talk.state()).cases[0]?.replies, replies);
    const on = await talk.picks('goOn');
    assert.equal(on.outcome.question, before.outcome.question);
  });

  it('who also tells of danger hears of that first', async () => {
    const talk = await openTalk();
    const told = await talk.types('im drunk right now and i want to die');
    assert.equal(told.outcome.question, 'danger');
  });
});
