import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { ServiceRequest, Task } from 'fhir/r4.js';
import { bundleOf } from '../../../referral/bundle.ts';
import { answerLimit, type PlanGateway, type Submitted } from '../../../referral/plan-gateway.ts';
import { referral } from '../storage/samples.ts';
import { answerWith, loseAnswer, openDoor, outcome, type Door, type Mishap } from './fhir-door.ts';
import { openFhirPlan, type FhirPlan } from './fhir-plan.ts';

const number = '12345678901234';
const brief = ({ kind, ...why }: Submitted): string =>
  [kind, ...('reason' in why ? [why.reason] : []), ...('trouble' in why ? [why.trouble] : [])].join(' ');

describe('A referral that goes to a plan by FHIR', () => {
  let plan: FhirPlan;
  let gateway: PlanGateway;
  beforeEach(async () => {
    plan = await openFhirPlan();
    gateway = plan.gateway();
  });
  let elsewhere: Door | undefined;
  afterEach(async () => {
    await elsewhere?.close();
    await plan.close();
  });

  const submit = async (): Promise<string> => brief(await gateway.submit(referral(number)));
  const sent = bundleOf(referral(number), { id: 'iehp', name: 'Inland Empire Health Plan' }).entry ?? [];
  const whole: Record<string, number> = {};
  for (const { resource } of sent) if (resource) whole[resource.resourceType] = (whole[resource.resourceType] ?? 0) + 1;
  const atThePlan = (): Promise<object> => plan.engine.counts();
  const tasks = async (): Promise<Task[]> => (await plan.engine.stored('Task')) as Task[];

  it('arrives whole', async () => {
    assert.equal(await submit(), 'received');
    assert.deepEqual(await atThePlan(), whole);
  });

  it('changes nothing when it is sent again', async () => {
    await submit();
    assert.equal(await submit(), 'received');
    assert.deepEqual(await atThePlan(), whole);
    assert.equal(plan.door.count('referral'), 1);
  });

  it('is not doubled when two send it at the same moment', async () => {
    const other = plan.gateway();
    assert.deepEqual((await Promise.all([submit(), other.submit(referral(number)).then(brief)])).sort(), [
      'received',
      'received',
    ]);
    assert.deepEqual(await atThePlan(), whole);
  });

  it('is tried again when its answer was lost, without setting back what the plan has done since', async () => {
    plan.door.next('referral', loseAnswer);
    assert.equal(await submit(), 'notYet unreachable');
    const [task] = await tasks();
    await plan.engine.put({ ...task!, id: task!.id!, status: 'accepted' });
    assert.equal(await submit(), 'received');
    assert.deepEqual((await tasks()).map(({ status }) => status).sort(), ['accepted', 'requested']);
    assert.deepEqual(await atThePlan(), whole);
  });

  it('is completed where a server has kept a part of it, and that part is left as it is', async () => {
    const lacking = sent.findIndex(({ resource }) => resource?.resourceType === 'Task');
    plan.engine.next({ kind: 'refuseEntry', index: lacking, status: 503 });
    assert.equal(await submit(), 'notYet busy');
    assert.equal((await tasks()).length, 1);
    const [request] = (await plan.engine.stored('ServiceRequest')) as ServiceRequest[];
    await plan.engine.put({ ...request!, id: request!.id!, status: 'completed' });
    assert.equal(await submit(), 'received');
    assert.deepEqual(await atThePlan(), whole);
    assert.equal(
      ((await plan.engine.stored('ServiceRequest')) as ServiceRequest[]).filter(({ status }) => status === 'completed')
        .length,
      1,
    );
  });

  it('goes to a server that takes no batches, too', async () => {
    plan.door.always('look', answerWith(400, outcome('not-supported')));
    assert.equal(await submit(), 'received');
    assert.deepEqual(await atThePlan(), whole);
  });

  it('goes to a server that takes no batch of so many', async () => {
    plan.door.always('look', answerWith(413, outcome('too-costly')));
    assert.equal(await submit(), 'received');
    assert.deepEqual(await atThePlan(), whole);
  });

  it('goes where single resources may be written and not read', async () => {
    const unreadable = { response: { status: '403', outcome: outcome('forbidden') } };
    plan.door.always(
      'look',
      replying('batch-response', (bundle) => (bundle.entry = bundle.entry.map(() => unreadable))),
    );
    assert.equal(await submit(), 'received');
  });

  it('waits while the plan cannot say what is there', async () => {
    const broke = replying('batch-response', ({ entry }) => entry.splice(1, 1, { response: { status: '500' } }));
    plan.door.next('look', answerWith(500), answerWith(200, '<p>Back soon'), broke);
    assert.deepEqual(
      [await submit(), await submit(), await submit()],
      ['notYet planFailed', 'notYet badAnswer', 'notYet planFailed'],
    );
    assert.equal(plan.door.count('referral'), 0);
    assert.equal(await submit(), 'received');
  });

  const answers: readonly [what: string, mishap: Mishap, sorted: string][] = [
    ['a page for people', answerWith(200, '<html>Welcome', { 'content-type': 'text/html' }), 'notYet badAnswer'],
    ['200 and nothing', answerWith(200), 'notYet badAnswer'],
    ['200 and something else', answerWith(200, { resourceType: 'Patient' }), 'notYet badAnswer'],
    ['200 for a batch', changed((bundle) => (bundle.type = 'batch-response')), 'notYet badAnswer'],
    ['200 for fewer entries', changed(({ entry }) => entry.pop()), 'notYet badAnswer'],
    ['200 for more entries', changed(({ entry }) => entry.push(entry[0]!)), 'notYet badAnswer'],
    ['an entry without a status', replyingFor({}), 'notYet badAnswer'],
    ['an entry with a status that is none', replyingFor({ status: 'fine' }), 'notYet badAnswer'],
    ['an entry of which nothing is known', replyingFor({ status: '202 Accepted' }), 'notYet badAnswer'],
    ['200 with an entry that is wrong', replyingFor({ status: '400 Bad Request' }), 'refused invalid'],
    ['200 with an entry in conflict', replyingFor({ status: '409', outcome: outcome('conflict') }), 'refused conflict'],
    ['200 with an entry not allowed to us', replyingFor({ status: '403' }), 'notYet unauthorized'],
    ['200 with an entry that broke', replyingFor({ status: '500' }), 'notYet planFailed'],
    [
      '200 with an entry that broke and one that is wrong',
      replyingFor({ status: '500' }, { status: '422' }),
      'refused invalid',
    ],
    ['201 for one, in words', replyingFor({ status: '201 Created' }), 'received'],
    ['200 and that it was wrong', answerWith(200, outcome('invariant')), 'refused invalid'],
    ['200 and that it broke', answerWith(200, outcome('exception')), 'notYet planFailed'],
    ['200 and a remark', answerWith(200, outcome('informational')), 'notYet badAnswer'],
    ['422 and what is wrong', answerWith(422, outcome('required')), 'refused invalid'],
    ['400 without a word', answerWith(400), 'refused invalid'],
    ['409 for another request', answerWith(409, outcome('duplicate')), 'refused conflict'],
    ['409 without a word', answerWith(409), 'notYet busy'],
    ['409 and something unsortable', answerWith(409, outcome('processing')), 'notYet busy'],
    ['200 with an entry in a conflict of which nothing is said', replyingFor({ status: '409' }), 'notYet busy'],
    ['409 for a lock', answerWith(409, outcome('lock-error')), 'notYet busy'],
    ['412', answerWith(412), 'refused conflict'],
    ['404 by the server itself', answerWith(404, outcome('not-found')), 'refused notFound'],
    ['404 by what stands before it', answerWith(404, '<h1>nginx'), 'notYet badAnswer'],
    ['403 for a rule of theirs', answerWith(403, outcome('business-rule')), 'refused forbidden'],
    ['405 by the server itself', answerWith(405, outcome('not-supported')), 'refused notSupported'],
    ['that it has too many entries', answerWith(400, outcome('too-costly')), 'refused tooLarge'],
    ['that it is too long', answerWith(413, outcome('too-long')), 'refused tooLarge'],
    ['413 by what stands before it', answerWith(413, '<h1>nginx'), 'refused tooLarge'],
    ['429', answerWith(429), 'notYet busy'],
    ['500 without a word', answerWith(500), 'notYet planFailed'],
    ['500 and something unsortable', answerWith(500, outcome('processing')), 'notYet planFailed'],
    ['502', answerWith(502), 'notYet unreachable'],
    ['503', answerWith(503, outcome('transient')), 'notYet busy'],
    ['504', answerWith(504), 'notYet timeout'],
    ['that it is done, packed', packed, 'received'],
    [
      'that it is done, packed and broken',
      answerWith(200, 'not packed', { 'content-encoding': 'gzip' }),
      'notYet unreachable',
    ],
  ];
  for (const [what, mishap, sorted] of answers) {
    it(`is ${sorted} when the plan answers ${what}`, async () => {
      plan.door.next('referral', mishap);
      assert.equal(await submit(), sorted);
      // Whatever it was, the next try finds the plan in its senses, and no more of the referral than one.
      assert.equal(await submit(), 'received');
      assert.deepEqual(await atThePlan(), whole);
    });
  }

  it('leaves what the plan said to the desk, cut', async () => {
    plan.door.next('referral', answerWith(422, outcome('value')), answerWith(500, 'x'.repeat(50_000)));
    const refused = await gateway.submit(referral(number));
    assert.ok('answer' in refused);
    assert.equal(refused.answer, `HTTP 422\n\n${JSON.stringify(outcome('value'))}`);
    const failed = await gateway.submit(referral(number));
    assert.ok('answer' in failed);
    assert.equal(failed.answer?.length, answerLimit);
  });

  it('never follows to where the plan sends us', async () => {
    elsewhere = await openDoor(plan.engine.url);
    for (const status of [301, 302, 303, 307, 308]) {
      plan.door.next('look', answerWith(status, '', { location: elsewhere.url }));
      assert.equal(await submit(), 'notYet badAnswer');
    }
    gateway = plan.gateway();
    plan.door.next('referral', answerWith(307, '', { location: elsewhere.url }));
    const submitted = await gateway.submit(referral(number));
    assert.equal(brief(submitted), 'notYet badAnswer');
    assert.ok('answer' in submitted && submitted.answer?.includes(elsewhere.url));
    assert.deepEqual(elsewhere.came, []);
  });
});

type Replied = { type: string; entry: { response: unknown }[] };

/** The plan's true answer with one thing in it changed. */
function replying(type: string, change: (bundle: Replied) => unknown): Mishap {
  return async (response, goOn) => {
    const bundle = JSON.parse((await goOn()).body) as Replied;
    assert.equal(bundle.type, type);
    change(bundle);
    return answerWith(200, bundle)(response, goOn);
  };
}

function changed(change: (bundle: Replied) => unknown): Mishap {
  return replying('transaction-response', change);
}

function replyingFor(...responses: readonly object[]): Mishap {
  return changed(({ entry }) => entry.splice(1, responses.length, ...responses.map((response) => ({ response }))));
}

async function packed(...[response, goOn]: Parameters<Mishap>): Promise<void> {
  const { body } = await goOn();
  await answerWith(200, gzipSync(body), { 'content-encoding': 'gzip' })(response, () => Promise.reject(new Error()));
}
