import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clockFrom, clockOn } from '../../server/clock.ts';
import { isReferralNumber, mintReferralNumber } from '../../server/ids.ts';
import { createLog, logFailure } from '../../server/log.ts';

describe('A confirmation number', () => {
  it('has 14 digits, never the same twice, and ends in its check digit', () => {
    const minted = Array.from({ length: 500 }, mintReferralNumber);
    assert.equal(new Set(minted).size, 500);
    for (const number of minted) assert.ok(isReferralNumber(number), number);
  });

  it('is known as wrong when one digit was misread', () => {
    fc.assert(
      fc.property(fc.nat(13), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = Array.from(mintReferralNumber());
        digits[place] = String((Number(digits[place]) + by) % 10);
        return !isReferralNumber(digits.join(''));
      }),
    );
  });

  it('agrees with the published example of the check digit', () => assert.ok(isReferralNumber('00079927398713')));
});

describe('The clock', () => {
  it('says the day in California, where it is still yesterday when it is morning in Europe', () => {
    assert.equal(clockFrom(() => new Date('2026-11-22T07:59:00Z')).todayInCalifornia(), '2026-11-21');
    assert.equal(clockFrom(() => new Date('2026-11-22T08:00:00Z')).todayInCalifornia(), '2026-11-22');
  });

  it('goes with summer time', () => {
    assert.deepEqual(clockFrom(() => new Date('2026-07-01T07:30:00Z')).timeInCalifornia(), {
      weekday: 'wed',
      time: '00:30',
    });
  });

  it('can be set to a day, for tests and the terminal', () => {
    assert.equal(clockOn('2026-01-31').todayInCalifornia(), '2026-01-31');
    assert.equal(clockOn('2026-07-31').todayInCalifornia(), '2026-07-31');
  });
});

describe('The log', () => {
  it('tells of a failure by an id and a place, never by the words that may stand in its message', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => void lines.push(line) });
    const id = logFailure(log, new TypeError('cannot store "Ana Ruiz, 555-0142"\nAna again'), 'turn failed');
    assert.match(lines.join(''), new RegExp(id));
    assert.match(lines.join(''), /TypeError/);
    assert.doesNotMatch(lines.join(''), /Ana|0142/);
  });
});
