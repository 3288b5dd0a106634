import assert from 'node:assert/strict';
import fc from 'fast-check';
import { throwAwayKeys } from '../../../server/storage/keys.ts';
import { blindIndex, open, seal } from '../../../server/storage/seal.ts';

describe('Sealing', () => {
  const keys = throwAwayKeys();

  it('opens to the very words that were sealed, in any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        assert.equal(open(keys, seal(keys, words, 'row 1'), 'row 1'), words);
      }),
    );
  });

  it('does not open in the place of another row', () => {
    assert.throws(() => open(keys, seal(keys, 'Xiomara', 'row 1'), 'row 2'));
  });

  it('does not open when a single character was changed', () => {
    const sealed = seal(keys, 'Xiomara', 'row 1');
    for (let at = sealed.indexOf('.') + 1; at < sealed.length - 2; at += 1) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      assert.throws(() => open(keys, changed, 'row 1'), `changed at ${at}`);
    }
    assert.throws(() => open(keys, sealed.slice(0, sealed.length - 8), 'row 1'));
    assert.throws(() => open(keys, '', 'row 1'));
  });

  it('never looks the same twice, so that equal answers cannot be found', () => {
    assert.notEqual(seal(keys, 'yes', 'row 1'), seal(keys, 'yes', 'row 1'));
  });

  it('does not open with other keys', () => {
    assert.throws(() => open(throwAwayKeys(), seal(keys, 'Xiomara', 'row 1'), 'row 1'));
  });

  it('finds equal values, and only by the key and for the same purpose', () => {
    const index = blindIndex(keys, 'phone', ['5595550101']);
    assert.equal(index, blindIndex(keys, 'phone', ['5595550101']));
    assert.notEqual(index, blindIndex(keys, 'talk', ['5595550101']));
    assert.notEqual(index, blindIndex(throwAwayKeys(), 'phone', ['5595550101']));
    assert.notEqual(blindIndex(keys, 'proof', ['12', '3']), blindIndex(keys, 'proof', ['1', '23']));
  });
});
