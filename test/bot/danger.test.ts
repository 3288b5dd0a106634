import assert from 'node:assert/strict';
import { SegmentedMessage } from 'sms-segments-calculator';
import fc from 'fast-check';
import { dangerOfChoice, readDanger, readDangers } from '../../bot/danger.ts';
import { dangerLines } from '../../bot/danger/lines.ts';
import { dangerSays } from '../../bot/danger/says.ts';
import type { World } from '../../dialogs/world.ts';
import { DangerKind } from '../../dialogs/danger-kind.ts';
import { languages } from '../../locales/languages.ts';
import { text } from '../../locales/index.ts';
import { planById } from '../../server/plans/index.ts';

describe('danger in a message', () => {
  const dangers: Readonly<Record<DangerKind, readonly string[]>> = {
    suicide: [
      'I want to die',
      "I wish I wouldn't wake up",
      'everyone is better off without me',
      'I gave my things away and said goodbye to my kids',
      'my son says he wants to die',
      'STOP I want to die',
      'No, quiero morir',
      'ya no quiero vivir',
      'mi mamá dice que se quiere morir',
      'Kuv xav tuag',
      'kuv tsis xav ua neej lawm',
      'kuv tus tub hais tias nws xav tuag',
    ],
    selfHarm: ['I have been cutting myself', 'mi hija se corta los brazos', 'kuv hlais kuv txhais npab'],
    medical: ["my mom can't breathe", 'I have chest pain', 'no para de sangrar', 'kuv ua tsis taus pa'],
    overdose: ['I took all my pills', 'mi hijo tomó cloro', 'nws noj tshuaj lom'],
    abuse: ['he hits me', "he won't let me leave", 'mi esposo me pega', 'kuv tus txiv ntaus kuv'],
    harmToOthers: ['I have a gun and I am going over there', 'lo voy a matar', 'kuv yuav tua nws'],
    childInDanger: ['my kids are home alone', 'mis niños están solos', 'kuv cov me nyuam nyob ib leeg hauv tsev'],
  };
  for (const kind of DangerKind.options) {
    for (const message of dangers[kind]) it(`is ${kind}: ${message}`, () => assert.equal(readDanger(message), kind));
  }
});

describe('danger that is hidden or misspelt', () => {
  const hidden = [
    'k i l l  m y s e l f',
    's.u.i.c.i.d.e',
    'su1cide',
    'kill\u200B myself',
    'I want to dieeee',
    'killmyself',
    'sucide',
    'me kiero morir',
    'QUIERO MORIR',
    'ia no kiero bibir',
    'nesesito kitarme la bida',
    'yo q se, ya no qiero segir biviendo aki',
    'tua kuv tuskheej',
    'kuv xavtuag',
    'I want to... die',
  ];
  for (const message of hidden) it(`is still read: ${message}`, () => assert.equal(readDanger(message), 'suicide'));
});

describe('danger that is told in other words', () => {
  const told: readonly [kind: DangerKind, ...messages: string[]][] = [
    ['suicide', 'the rope is tied already', 'ya tengo la soga amarrada', 'kuv khi tau txoj hlua lawm'],
    [
      'suicide',
      'life has no meaning anymore',
      'ya no le hallo sentido a la vida',
      'kuv lub neej tsis muaj qab hau lawm',
    ],
    ['suicide', 'my family would be happier without me', 'soy un estorbo', 'tsis muaj kuv lawv yuav zoo dua'],
    ['suicide', "tomorrow I won't be here", 'mañana ya no voy a estar', 'tag kis kuv yuav tsis nyob lawm'],
    ['suicide', 'quiero die', 'me quiero suicide', 'kuv xav die', 'kuv want to die', 'I just want to morirme'],
    ['suicide', 'No\nquiero morir'],
    ['selfHarm', 'i burn myself so i can feel something', 'se quema con cigarros a proposito'],
    ['selfHarm', 'i started cutting again', 'me vuelvo a cortar', 'kuv rov hlais kuv tus kheej dua'],
    ['abuse', 'the aide hits my dad and ties him to the bed', 'le da cachetadas y la deja encerrada'],
    ['abuse', 'in the car he hit me', 'he hits me hard', 'me pega muy fuerte', 'hauv tsheb nws ntaus kuv'],
    ['abuse', 'me anda buscando mi ex y dice que me va a matar', 'el me quiere matar'],
    ['medical', 'i ran out of insulin', 'se me acabó la insulina', 'tsis muaj insulin lawm'],
    ['medical', 'my belly hurts so bad and im 7 months', 'me duele mucho la panza y tengo 7 meses'],
    ['medical', 'mi mamá se perdió y no la encuentro', 'kuv txiv ntog tsis feeb meej'],
    ['childInDanger', 'her stepdad is touching her, she is 9', 'su padrastro la toca, tiene 9 años'],
    ['childInDanger', 'my 3 kids are home alone', 'kuv tus tub 5 xyoos nyob ib leeg hauv tsev'],
    ['overdose', 'my son took like 40 tylenols', 'se tomo como 40 tylenoles', 'kuv tus tub noj 40 lub tylenol'],
  ];
  for (const [kind, ...messages] of told) {
    for (const message of messages) it(`is ${kind}: ${message}`, () => assert.equal(readDanger(message), kind));
  }
});

describe('a message that only looks like danger', () => {
  const calm = [
    "I'm dying to know if I qualify",
    'i dont have a phone how will they find me',
    'my back is killing me',
    "I'm not suicidal",
    'I tried to kill myself in 2015',
    'I went to the ER for chest pain last month',
    'my husband died',
    "I don't want to live in my car",
    'me muero de hambre',
    'no quiero morir',
    'tengo asma y me cuesta respirar en la noche',
    'kuv nyuaj siab',
    'kuv txiv tuag lawm',
    'kuv mob plawv',
    'niam tuag tes tuag ceg',
    'No chest pain, no trouble breathing, just my diabetes',
    'My landlord is going to kill me when he sees the carpet haha',
    'mi casero me va a matar cuando vea la alfombra jajaja',
    'I left my abusive husband 6 years ago and live with my sister now',
    'la renta me ahorca cada mes',
    'los niños estan solos en su cuarto jugando',
    'cov me nyuam ua si ib leeg hauv chav',
    'tus tswv tsev ncaws kuv tawm tsev',
  ];
  for (const message of calm) it(`is not danger: ${message}`, () => assert.equal(readDanger(message), null));

  it('is danger when it is not the landlord', () => {
    assert.equal(readDanger('kuv tus txiv ncaws kuv tawm tsev'), 'abuse');
  });

  it('is danger again when history comes back', () => {
    assert.equal(readDanger('I had chest pain last month and it is back'), 'medical');
    assert.equal(readDanger('hace dos años quise suicidarme y otra vez lo pienso'), 'suicide');
  });

  it('does not hide a danger that stands beside it', () => {
    assert.equal(readDanger("I don't want to kill myself but I can't go on"), 'suicide');
    assert.equal(readDanger('me muero de hambre y mi esposo me pega'), 'abuse');
  });
});

describe('danger that is told in parts', () => {
  it('is read when the parts stand in any order, and in different sentences', () => {
    assert.equal(readDanger('I give up. Tell my kids I love them'), 'suicide');
    assert.equal(readDanger('Tell my kids I love them. I give up'), 'suicide');
  });

  it('is not read from one part alone', () => {
    assert.equal(readDanger('I give up'), null);
    assert.equal(readDanger('Tell my worker I love her'), null);
  });

  it('is not taken back by a "never" that an "unless" follows', () => {
    assert.equal(readDanger('he never hits me'), null);
    assert.equal(readDanger('he never hits me unless he drinks'), 'abuse');
  });
});

describe('several dangers in one message', () => {
  it('are all known, the gravest first', () => {
    assert.deepEqual(readDangers('my husband beats me and I want to die'), ['suicide', 'abuse']);
  });
});

describe('a choice that was ticked', () => {
  it('counts as much as words', () => {
    assert.equal(dangerOfChoice('housingRisk.violence'), 'abuse');
    assert.equal(dangerOfChoice('housingRisk.losing'), null);
    assert.equal(dangerOfChoice('violence'), null);
  });
});

describe('any text at all', () => {
  it('is read without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (message) => void readDangers(message)),
      {
        numRuns: 40,
      },
    );
  });

  it('is read to the end, however long', () => {
    for (const filler of ['a', 'want to ', 'x!', 'k i ', '2019 overdose ', 'tus']) {
      const long = filler.repeat(20_000 / filler.length);
      readDanger(long);
      assert.equal(readDanger(`${long}. I want to die`), 'suicide', filler);
    }
  });
});

describe('what is said', () => {
  const world = { plan: planById('iehp') } as World;
  const values = Object.fromEntries(Object.entries(dangerLines).map(([gap, { number }]) => [gap, number]));
  const keysOf = (kind: DangerKind) =>
    dangerSays(kind, world).flatMap((say) => (say.kind === 'danger' ? say.lines : []));
  for (const { tag } of languages) {
    for (const kind of DangerKind.options) {
      const said = keysOf(kind).map(({ key }) => text(tag, key, values) ?? assert.fail(`${tag} ${key}`));

      it(`names 911, and fits two text messages: ${kind}, ${tag}`, () => {
        const message = new SegmentedMessage(said.join(' '));
        assert.match(said.join(' '), /911/);
        assert.doesNotMatch(said.join(' '), /\{\{/);
        assert.equal(message.encodingName, 'GSM-7');
        assert.ok(message.segmentsCount <= 2, `${message.segmentsCount} parts`);
      });
    }
  }

  it('sends Hmong speakers to call, not to text, where texts are not answered in Hmong', () => {
    const said = keysOf('suicide')
      .map(({ key }) => text('hmn', key, values))
      .join(' ');
    assert.match(said, /hu 988/);
    assert.match(said, /Hais "Hmong" ua lus Askiv/);
    assert.doesNotMatch(said, /text/i);
  });
});
