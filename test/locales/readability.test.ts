import assert from 'node:assert/strict';
import { fleschKincaid, inflesz, sentences, syllables } from './readability.ts';

describe('how hard a text is to read', () => {
  const english: readonly [word: string, count: number][] = [
    ['plan', 1],
    ['home', 1],
    ['needed', 2],
    ['helped', 1],
    ['decides', 2],
    ['people', 2],
    ['doctor', 2],
    ['services', 3],
    ['hospital', 3],
    ['immigration', 4],
    ['medicine', 3],
    ['being', 2],
    ['diabetes', 4],
    ['places', 2],
    ['your', 1],
  ];
  for (const [word, count] of english) {
    it(`counts ${count} in the English word "${word}"`, () => assert.equal(syllables.en(word), count));
  }

  const spanish: readonly [word: string, count: number][] = [
    ['aéreo', 4],
    ['país', 2],
    ['cuidado', 3],
    ['pingüino', 3],
    ['transeúnte', 4],
    ['quiere', 2],
    ['guía', 2],
    ['muy', 1],
    ['ayuda', 3],
    ['comunitarios', 5],
  ];
  for (const [word, count] of spanish) {
    it(`counts ${count} in the Spanish word "${word}"`, () => assert.equal(syllables.es(word), count));
  }

  it('does not let the name of a programme make a plain sentence look hard', () => {
    const named = 'Enhanced Care Management (ECM) is free. You can ask for it now.';
    assert.ok(fleschKincaid(named) < 0, String(fleschKincaid(named)));
    assert.ok(fleschKincaid(named, []) > 2, String(fleschKincaid(named, [])));
  });

  it('tells bureaucratic Spanish from plain Spanish', () => {
    const hard =
      'Los servicios de administración de la atención mejorada constituyen un beneficio destinado a aquellos afiliados que presentan necesidades complejas.';
    const plain = 'Es gratis. Una persona le ayuda. Puede decir que no. Su plan decide.';
    assert.ok(inflesz(hard) < 40, String(inflesz(hard)));
    assert.ok(inflesz(plain) > 80, String(inflesz(plain)));
  });

  it('ends a sentence at its mark, and not inside a number', () => {
    assert.deepEqual(sentences('The limit is $7,500. Not sure? Ask {{plan}}.'), [
      'The limit is $7,500',
      'Not sure',
      'Ask it',
    ]);
  });
});
