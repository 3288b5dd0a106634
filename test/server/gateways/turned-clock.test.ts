import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { Gateways } from '../../../referral/outbox.ts';
import type { PlanGateway } from '../../../referral/plan-gateway.ts';
import { failuresBeforeRest } from '../../../server/gateways/fhir/spared.ts';
import { openRig, type Rig } from './network-rig.ts';
import type { Mishap } from './tcp-proxy.ts';
import { noFollowUps } from '../../referral/no-follow-ups.ts';

const hours = 3600;

describe('A clock that is turned by hours', () => {
  let rig: Rig;
  let time: sinon.SinonFakeTimers;
  beforeEach(async () => {
    rig = await openRig();
    time = sinon.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
  });
  afterEach(async () => {
    time.restore();
    await rig.close();
  });
  /** Of the whole system. */
  const turn = (seconds: number): void => {
    time.setSystemTime(Date.now() + seconds * 1000);
    rig.wait(seconds);
  };
  const answering =
    (head: string): Mishap =>
    ({ client }) =>
      client.end(`HTTP/1.1 ${head}\r\nContent-Length: 0\r\n\r\n`);

  it('back, does not hold referrals for hours from a plan that asked for half a minute of peace', async () => {
    const gateways = rig.gateways();
    rig.network.next('look', answering('503 Busy\r\nRetry-After: 30'));
    await rig.file();
    await rig.send(gateways);
    turn(-3 * hours);
    const other = await rig.file();
    await rig.send(gateways);
    assert.equal(await rig.isTold(other), true);
    turn(4 * hours);
    await rig.recover(gateways);
  });

  it('back, does not hold them from a plan that was down for a minute', async () => {
    const gateways = rig.gateways();
    rig.network.next('look', ...Array.from({ length: failuresBeforeRest }, () => answering('500 Broken')));
    for (let failures = 0; failures < failuresBeforeRest; failures += 1) await rig.file();
    await rig.send(gateways);
    const before = rig.network.count('look');
    turn(-3 * hours);
    const other = await rig.file();
    await rig.send(gateways);
    assert.ok(rig.network.count('look') > before, 'the plan is asked');
    assert.equal(await rig.isTold(other), true);
    turn(4 * hours);
    await rig.recover(gateways);
  });

  it('is no reason to try without a pause, whatever wait is asked for', async () => {
    let tries = 0;
    const plan: PlanGateway = {
      ...noFollowUps,
      submit: () => {
        tries += 1;
        return Promise.resolve(
          tries > 20 ? { kind: 'received' } : { kind: 'notYet', trouble: 'busy', waitSeconds: 3 * hours },
        );
      },
    };
    await rig.file();
    const gateways: Gateways = { ...rig.gateways(), plan };
    await rig.send(gateways);
    assert.equal(tries, 1);
    turn(16 * 60 + 100);
    await rig.send(gateways);
    assert.equal(tries, 2);
  });

  for (const [way, seconds] of [
    ['on', 3 * hours],
    ['back', -3 * hours],
  ] as const) {
    it(`${way}, in the middle of a try, does not double what another sender takes up then`, async () => {
      const number = await rig.file();
      rig.network.next('referral', async ({ request, client, plan }) => {
        turn(seconds);
        await rig.send(rig.gateways());
        client.write(await plan(request));
      });
      await rig.send(rig.gateways());
      assert.equal(await rig.isTold(number), true);
      assert.ok(rig.network.count('referral') >= 1, 'it was sent');
      await rig.recover();
    });
  }
});
