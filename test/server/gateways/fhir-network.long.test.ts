import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { PlanGateway } from '../../../referral/plan-gateway.ts';
import { createLog } from '../../../server/log.ts';
import { referral } from '../storage/samples.ts';
import { answerWith, loseAnswer, passOn, type Mishap } from './fhir-door.ts';
import { openFhirPlan, type FhirPlan } from './fhir-plan.ts';

const number = '12345678901234';

describe('A bad network between us and a plan', () => {
  let plan: FhirPlan;
  beforeEach(async () => {
    plan = await openFhirPlan();
  });
  afterEach(() => plan.close());

  const troubleOf = async (gateway: PlanGateway, which = number): Promise<string> => {
    const submitted = await gateway.submit(referral(which));
    return submitted.kind === 'notYet' ? submitted.trouble : submitted.kind;
  };
  const requests = async (): Promise<number | undefined> => (await plan.engine.counts())['ServiceRequest'];

  const impatient: readonly [what: string, mishap: Mishap][] = [
    ['never answers', () => undefined],
    ['does the work and never answers', async (_response, goOn) => goOn()],
    ['answers half and stops', (response) => response.writeHead(200).write('{"resourceType":')],
    ['answers for ever, a little at a time', trickle],
  ];
  for (const [what, mishap] of impatient) {
    it(`does not hold a referral for a plan that ${what}`, async () => {
      plan.door.always('referral', mishap);
      assert.equal(await troubleOf(plan.gateway({ timeoutSeconds: 2 })), 'timeout');
      plan.door.always('referral', null);
      assert.equal(await troubleOf(plan.gateway()), 'received');
      assert.equal(await requests(), 2);
    });
  }

  it('gives one try so long and no longer, for all its requests together', async () => {
    const slowly: Mishap = async (response, goOn) => {
      await new Promise((done) => setTimeout(done, 700));
      await passOn(response, goOn);
    };
    plan.door.always('look', slowly);
    plan.door.always('referral', slowly);
    assert.equal(await troubleOf(plan.gateway({ wholeTrySeconds: 1 })), 'timeout');
    assert.equal(await troubleOf(plan.gateway({ wholeTrySeconds: 8 })), 'received');
    assert.equal(await requests(), 2);
  });

  it('gives up a try that has not been let in by then, however long one request may take', async () => {
    plan.door.next('smart', () => undefined);
    const gateway = plan.gateway({ wholeTrySeconds: 0.5 });
    assert.equal(await troubleOf(gateway), 'timeout');
    assert.equal(plan.door.count('look'), 0);
    assert.equal(await troubleOf(plan.gateway()), 'received');
  }).timeout(10_000);

  const broken: readonly [what: string, mishap: Mishap, trouble: string][] = [
    ['hangs up', (response) => response.destroy(), 'unreachable'],
    ['hangs up after the work was done', loseAnswer, 'unreachable'],
    ['hangs up in the middle of its answer', halfAnswer, 'unreachable'],
    ['closes in the middle of its answer', (response) => response.end('{"resourceType":"Bund'), 'badAnswer'],
    ['answers without end', endless, 'badAnswer'],
    ['answers more than we can hold, packed small', bomb, 'badAnswer'],
    ['says no HTTP', (response) => response.socket?.end('SMTP ready\r\n'), 'unreachable'],
  ];
  for (const [what, mishap, trouble] of broken) {
    it(`loses and doubles nothing where it ${what}`, async () => {
      plan.door.next('referral', mishap);
      const gateway = plan.gateway();
      assert.equal(await troubleOf(gateway), trouble);
      assert.equal(await troubleOf(gateway), 'received');
      assert.equal(await requests(), 2);
    });
  }

  it('waits for a plan that nothing listens for, or that cannot be found', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    for (const host of [`http://127.0.0.1:${port}`, 'https://no-such-plan.invalid']) {
      assert.equal(await troubleOf(plan.gateway({ baseUrl: `${host}/fhir`, timeoutSeconds: 10 })), 'unreachable');
    }
  });

  it('leaves a plan that is down in peace, and finds out with one referral whether it is back', async () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    const gateway = plan.gateway({ restSeconds: 1, log });
    plan.door.always('look', answerWith(503));
    const tries = await Promise.all(Array.from({ length: 5 }, () => troubleOf(gateway)));
    assert.deepEqual([...new Set(tries)], ['busy']);
    const resting = await gateway.submit(referral(number));
    assert.deepEqual(resting, { kind: 'notYet', trouble: 'resting', waitSeconds: 1 });
    assert.equal(plan.door.count('look'), 5);

    await new Promise((done) => setTimeout(done, 1100));
    const again = await Promise.all(Array.from({ length: 4 }, () => troubleOf(gateway)));
    assert.deepEqual(again.sort(), ['busy', 'resting', 'resting', 'resting']);
    assert.equal(plan.door.count('look'), 6);

    plan.door.always('look', null);
    await new Promise((done) => setTimeout(done, 1100));
    const others = ['10000000000001', '10000000000002', '10000000000003'];
    const back = await Promise.all(others.map((one) => troubleOf(gateway, one)));
    assert.deepEqual(back, ['received', 'received', 'received']);
    assert.equal(lines.length, 3);
    assert.doesNotMatch(lines.join(), /Xiomara|Quetzalli|555|1000000000000/);
  });

  it('does not leave a plan in peace for a referral that it refuses', async () => {
    const gateway = plan.gateway();
    plan.door.always('referral', answerWith(422));
    for (let tries = 0; tries < 8; tries += 1) assert.equal(await troubleOf(gateway), 'refused');
    plan.door.always('referral', null);
    assert.equal(await troubleOf(gateway), 'received');
  });

  it('comes back when the plan has asked it to, with none of its referrals sooner', async () => {
    let now = Date.now();
    const gateway = plan.gateway({ now: () => new Date(now) });
    plan.door.next('referral', answerWith(429, '', { 'retry-after': '40' }));
    const busy = await gateway.submit(referral(number));
    assert.ok(busy.kind === 'notYet' && busy.trouble === 'busy' && busy.waitSeconds === 40);
    now += 30_000;
    const other = await gateway.submit(referral('10000000000001'));
    assert.deepEqual(other, { kind: 'notYet', trouble: 'busy', waitSeconds: 10 });
    assert.equal(plan.door.count('look'), 1);
    now += 10_000;
    assert.equal(await troubleOf(gateway), 'received');
  });

  it('is not put off for days by a slip of the plan’s, and reads a date as well', async () => {
    const now = new Date();
    const waits: (number | undefined)[] = [];
    for (const header of ['999999', new Date(now.getTime() + 90_000).toUTCString(), 'soon', '-5', '0']) {
      plan.door.next('referral', answerWith(503, '', { 'retry-after': header }));
      const submitted = await plan.gateway({ now: () => now }).submit(referral(number));
      assert.ok(submitted.kind === 'notYet');
      waits.push(submitted.waitSeconds);
    }
    assert.equal(waits[0], 900);
    assert.ok(waits[1] === 90 || waits[1] === 89);
    assert.deepEqual(waits.slice(2), [undefined, undefined, undefined]);
  });
});

function trickle(...[response]: Parameters<Mishap>): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(timer));
}

/** As fast as it is read. */
function endless(...[response]: Parameters<Mishap>): void {
  response.writeHead(200, { 'content-type': 'application/fhir+json' });
  Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(65_536, ' ');
    })(),
  ).pipe(response);
}

async function halfAnswer(...[response, goOn]: Parameters<Mishap>): Promise<void> {
  const { status, headers, body } = await goOn();
  response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
  response.write(body.slice(0, body.length / 2), () => response.destroy());
}

/** 200 MB of nothing in 200 kB. */
function bomb(...[response, goOn]: Parameters<Mishap>): unknown {
  return answerWith(200, gzipSync(Buffer.alloc(200_000_000, ' ')), { 'content-encoding': 'gzip' })(response, goOn);
}
