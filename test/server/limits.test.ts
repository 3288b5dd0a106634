import assert from 'node:assert/strict';
import sinon from 'sinon';
import { networkOf } from '../../server/limits.ts';
import { statusTries } from '../../server/status-tries.ts';

describe('A limit by address', () => {
  for (const [address, network] of [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ] as const)
    it(`goes by ${network || 'nothing'} for ${address || 'no address'}`, () => {
      assert.equal(networkOf(address), network);
    });
});

describe('Tries at the status of a request', () => {
  const [number, other] = ['17049078849717', '17049078849725'];
  let tries: ReturnType<typeof statusTries>;
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: Date.parse('2026-11-20T20:00:00Z') });
    tries = statusTries();
  });
  afterEach(() => clock.restore());

  /** How many of so many tries were allowed. */
  const tried = async (times: number, whose: string, of = number): Promise<number> => {
    let allowed = 0;
    for (let i = 0; i < times; i += 1) if (await tries(of, whose)) allowed += 1;
    return allowed;
  };

  it('are five an hour for one number from one place', async () => {
    assert.equal(await tried(8, 'web 192.0.2.7'), 5);
    clock.tick(3_601_000);
    assert.equal(await tried(8, 'web 192.0.2.7'), 5);
  });

  it('are ten an hour from one place, whichever numbers it tries', async () => {
    assert.equal((await tried(5, 'web 192.0.2.7')) + (await tried(3, 'web 192.0.2.7', other)), 8);
    assert.equal(await tried(5, 'web 192.0.2.7', '17049078849733'), 2);
  });

  it('never shut the owner out for what one other place does, all day long', async () => {
    for (let hours = 0; hours < 20; hours += 1) {
      await tried(30, 'web 192.0.2.7');
      clock.tick(3_600_000);
    }
    assert.equal(await tried(5, 'sms +15555550142'), 5);
  });

  it('are twenty a day for one number, from however many places', async () => {
    let allowed = 0;
    for (let place = 0; place < 9; place += 1) allowed += await tried(5, `web 192.0.2.${place}`);
    assert.equal(allowed, 20);
    clock.tick(25 * 3_600_000);
    assert.equal(await tried(5, 'web 192.0.2.1'), 5);
  });
});
