import assert from 'node:assert/strict';
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import type { PlanGateway, Submitted } from '../../../referral/plan-gateway.ts';
import { createLog } from '../../../server/log.ts';
import { referral } from '../storage/samples.ts';
import { answerWith, passOn, type Mishap } from './fhir-door.ts';
import { openFhirPlan, type FhirPlan } from './fhir-plan.ts';

const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

const secretToken = { access_token: 'do not tell', token_type: 'mac', expires_in: 300 };

describe('Signing in to a plan’s FHIR server', () => {
  let plan: FhirPlan;
  const open = async (more: Parameters<typeof openFhirPlan>[0] = {}): Promise<void> => {
    plan = await openFhirPlan(more);
  };
  afterEach(() => plan.close());

  let last = 10_000_000_000_000;
  /** Each time another referral. */
  const submit = (gateway: PlanGateway): Promise<Submitted> => gateway.submit(referral(String((last += 1))));
  const kindOf = async (gateway: PlanGateway): Promise<string> => {
    const submitted = await submit(gateway);
    return submitted.kind === 'notYet' ? submitted.trouble : submitted.kind;
  };
  const claims = (at = 0): Record<string, unknown>[] =>
    (plan.authorization.asked[at]?.get('client_assertion') ?? '')
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>);

  for (const alg of ['RS384', 'ES384'] as const) {
    it(`is done with our key (${alg}), as SMART Backend Services asks`, async () => {
      await open({ alg });
      assert.equal(await kindOf(plan.gateway()), 'received');
      const [header, payload] = claims();
      assert.equal(header?.['alg'], alg);
      assert.equal(header['typ'], 'JWT');
      assert.ok(typeof header['kid'] === 'string');
      assert.equal(payload?.['iss'], 'navigator');
      assert.equal(payload['sub'], 'navigator');
      assert.equal(payload['aud'], plan.authorization.tokenUrl);
      assert.ok(Number(payload['exp']) < Date.now() / 1000 + 300);
      assert.equal(plan.authorization.asked[0]?.get('scope'), 'system/*.cruds');
    });
  }

  it('uses the token address of the plan’s file where there is one', async () => {
    await open();
    plan.engine.tellSmart({});
    assert.equal(await kindOf(plan.gateway()), 'badAnswer');
    assert.equal(await kindOf(plan.gateway({ tokenUrl: plan.authorization.tokenUrl })), 'received');
    assert.equal(plan.door.count('smart'), 1);
  });

  it('takes no token address that is not safe', async () => {
    await open();
    for (const token_endpoint of ['http://plan.example/token', 'ftp://127.0.0.1/token', 'not an address', 7]) {
      plan.engine.tellSmart({ token_endpoint });
      assert.equal(await kindOf(plan.gateway()), 'badAnswer');
    }
  });

  it('asks for a token once, however many need one', async () => {
    await open();
    const gateway = plan.gateway();
    const all = await Promise.all(Array.from({ length: 8 }, () => kindOf(gateway)));
    assert.deepEqual([...new Set(all)], ['received']);
    assert.equal(await kindOf(gateway), 'received');
    assert.equal(plan.authorization.asked.length, 1);
  });

  it('keeps a token until shortly before its end', async () => {
    await open({ tokenSeconds: 300 });
    let now = Date.now();
    const gateway = plan.gateway({ now: () => new Date(now) });
    await submit(gateway);
    now += 269_000;
    assert.equal(await kindOf(gateway), 'received');
    assert.equal(plan.authorization.asked.length, 1);
    now += 2_000;
    assert.equal(await kindOf(gateway), 'received');
    assert.equal(plan.authorization.asked.length, 2);
  });

  it('throws away a token that has ended at the plan before it has for us, and asks once more', async () => {
    await open();
    const gateway = plan.gateway();
    assert.equal(await kindOf(gateway), 'received');
    const ended = new Set<string | undefined>();
    for (const { headers } of plan.door.came) ended.add(headers.authorization?.replace('Bearer ', ''));
    plan.engine.requireToken(async (token) => !ended.has(token) && (await plan.authorization.passes(token)));
    assert.deepEqual(await Promise.all([kindOf(gateway), kindOf(gateway)]), ['received', 'received']);
    assert.equal(plan.authorization.asked.length, 2);
  });

  it('waits for an operator where a new token is not taken either', async () => {
    await open();
    const gateway = plan.gateway();
    await submit(gateway);
    plan.engine.requireToken(() => false);
    assert.equal(await kindOf(gateway), 'unauthorized');
    assert.equal(plan.authorization.asked.length, 2);
    plan.engine.requireToken(plan.authorization.passes);
    assert.equal(await kindOf(gateway), 'received');
  });

  it('does not ask for a second token where the first one, just given, is not taken', async () => {
    await open();
    plan.engine.requireToken(() => false);
    assert.equal(await kindOf(plan.gateway()), 'unauthorized');
    assert.equal(plan.authorization.asked.length, 1);
    assert.equal(plan.door.count('look'), 1);
  });

  it('sends a referral twice at the most in one try, with the old token and with a new one', async () => {
    await open();
    const gateway = plan.gateway();
    await submit(gateway);
    plan.door.always('referral', answerWith(401));
    assert.equal(await kindOf(gateway), 'unauthorized');
    assert.equal(plan.door.count('referral'), 3);
    assert.equal(plan.authorization.asked.length, 2);
  });

  it('asks no third time where another has brought the new token meanwhile, and it is not taken either', async () => {
    await open();
    const gateway = plan.gateway();
    await submit(gateway);
    let came: () => void = () => undefined;
    const bothCame = new Promise<void>((resolve) => (came = resolve));
    let over: () => void = () => undefined;
    const firstIsOver = new Promise<void>((resolve) => (over = resolve));
    const refuse: Mishap = answerWith(401);
    plan.door.next(
      'look',
      async (...given) => {
        await bothCame;
        await refuse(...given);
      },
      async (...given) => {
        came();
        await firstIsOver;
        await refuse(...given);
      },
      passOn,
      refuse,
    );
    const first = kindOf(gateway);
    const second = kindOf(gateway);
    assert.equal(await first, 'received');
    over();
    assert.equal(await second, 'unauthorized');
    assert.equal(plan.authorization.asked.length, 2);
  });

  it('asks for new rights where the old ones do not do', async () => {
    await open();
    const gateway = plan.gateway();
    await submit(gateway);
    plan.door.next('referral', answerWith(403));
    assert.equal(await kindOf(gateway), 'received');
    assert.equal(plan.authorization.asked.length, 2);
  });

  it('works with clocks a minute apart, and says what is wrong where they are an hour apart', async () => {
    await open();
    const off = (minutes: number): PlanGateway => plan.gateway({ now: () => new Date(Date.now() + minutes * 60_000) });
    assert.equal(await kindOf(off(-1)), 'received');
    assert.equal(await kindOf(off(1)), 'received');
    const late = await submit(off(-60));
    assert.ok(late.kind === 'notYet' && late.trouble === 'unauthorized');
    assert.match(late.answer ?? '', /invalid_client/);
  });

  it('takes a new key from the file, while it runs', async () => {
    await open();
    let now = Date.now();
    const lines: string[] = [];
    const log = createLog('warn', { write: (line) => lines.push(line) });
    const gateway = plan.gateway({ now: () => new Date(now), log });
    assert.equal(await kindOf(gateway), 'received');
    const { settings } = plan;
    const publicKey = plan.changeKey('RS384');
    now += 300_000;
    assert.equal(await kindOf(gateway), 'unauthorized', 'the plan does not know it yet');
    await plan.authorization.register(publicKey);
    assert.equal(await kindOf(gateway), 'received');
    rmSync(settings.privateKeyFile);
    now += 300_000;
    assert.equal(await kindOf(gateway), 'unauthorized', 'the file is gone');
    plan.changeKey();
    chmodSync(settings.privateKeyFile, 0o644);
    assert.equal(await kindOf(gateway), 'unauthorized', 'others may read it');
    const { d } = JSON.parse(readFileSync(settings.privateKeyFile, 'utf8')) as { d: string };
    assert.match(lines.join(), /there is no file .*chmod 600/s);
    assert.ok(!lines.join().includes(d));
  });

  const troubles: readonly [what: string, answer: RequestListener, trouble: string][] = [
    ['breaks', answering(500, {}), 'planFailed'],
    ['is too busy', answering(503, {}, { 'retry-after': '7' }), 'busy'],
    ['does not know us', answering(401, { error: 'invalid_client' }), 'unauthorized'],
    ['does not give that right', answering(400, { error: 'invalid_scope' }), 'unauthorized'],
    ['is not there', answering(404, {}), 'unauthorized'],
    ['sends us elsewhere', answering(302, {}, { location: 'http://127.0.0.1:9/' }), 'badAnswer'],
    ['gives something that is no token', answering(200, { access_token: 7 }), 'badAnswer'],
    ['gives a token of a kind that we do not know', answering(200, secretToken), 'badAnswer'],
    ['answers with a page', (_request, response) => response.end('<p>'), 'badAnswer'],
    ['hangs up', (_request, response) => response.destroy(), 'unreachable'],
    ['never answers', () => undefined, 'timeout'],
  ];
  for (const [what, answer, trouble] of troubles) {
    it(`is ${trouble} where the token endpoint ${what}, and nothing is lost`, async () => {
      await open();
      plan.authorization.next(answer);
      const gateway = plan.gateway(trouble === 'timeout' ? { timeoutSeconds: 0.5 } : {});
      const submitted = await submit(gateway);
      assert.ok(submitted.kind === 'notYet');
      assert.equal(submitted.trouble, trouble);
      assert.equal(submitted.waitSeconds, trouble === 'busy' ? 7 : undefined);
      assert.doesNotMatch(JSON.stringify(submitted), /do not tell/);
      assert.equal(plan.door.count('look') + plan.door.count('referral'), 0);
      assert.equal(await kindOf(plan.gateway()), 'received');
    });
  }

  it('is no longer possible, and nothing is lost, where the plan’s configuration cannot be read', async () => {
    await open();
    plan.door.next('smart', answerWith(500), answerWith(404), answerWith(200, '<p>'), (response) => response.destroy());
    const gateway = plan.gateway();
    const found = [await kindOf(gateway), await kindOf(gateway), await kindOf(gateway), await kindOf(gateway)];
    assert.deepEqual(found, ['planFailed', 'badAnswer', 'badAnswer', 'unreachable']);
    assert.equal(await kindOf(gateway), 'received');
  });
});
