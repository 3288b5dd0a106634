import assert from 'node:assert/strict';
import { killAgainAndAgain } from './killing.ts';

describe('A server that is killed while members text', function () {
  this.timeout(300_000);

  it('has said nothing that it did not store, stored nothing twice, and brings every request to the desk', async () => {
    const { faults, failures, ...seen } = await killAgainAndAgain({ kills: 6, seed: 20261121, patience: 0 });
    assert.deepEqual(faults, { lost: [], doubled: [], toldNotStored: [] });
    assert.deepEqual(failures, []);
    assert.equal(seen.kills, 6);
    assert.ok(seen.cutBefore + seen.cutAfter > 0, 'the kills came in the middle of turns');
    assert.ok(seen.referrals > 0, 'somebody filed');
  });
});
