import assert from 'node:assert/strict';
import { benchFaults, gateways } from '../faults/faults.ts';

describe('Two senders that are killed, and a plan that fails', function () {
  this.timeout(300_000);

  for (const gateway of gateways) {
    it(`bring every referral there exactly once (${gateway})`, async () => {
      const found = await benchFaults({ referrals: 30, kills: 3, seed: 20261121, gateway });
      const { lost, doubled, toldNotStored, early, waiting, refused } = found;
      assert.deepEqual(
        { lost, doubled, toldNotStored, early, waiting, refused },
        { lost: 0, doubled: 0, toldNotStored: 0, early: 0, waiting: 0, refused: 0 },
      );
      assert.deepEqual([found.referrals, found.kills], [30, 3]);
      assert.ok(Object.keys(found.faults).length > 0, 'the plan failed now and then');
    });
  }
});
