import assert from 'node:assert/strict';
import type { Bundle, Task } from 'fhir/r4.js';
import { bundleOf } from '../../../referral/bundle.ts';
import { codes } from '../../../referral/bundle/systems.ts';
import { clockFrom } from '../../../server/clock.ts';
import { signedIn } from '../../../server/gateways/fhir/signed-in.ts';
import { hearTasks, type Place, type Round, type RoundParts } from '../../../server/gateways/fhir/task-round.ts';
import { tokenKeeper } from '../../../server/gateways/fhir/tokens.ts';
import { openMemoryStore, type WholeStore } from '../../../server/storage/sqlite.ts';
import { referral, unit } from '../storage/samples.ts';
import { answerWith, openDoor, type Door, type Mishap } from './fhir-door.ts';
import { openFhirPlan, type FhirPlan } from './fhir-plan.ts';

const plan = { id: 'iehp', name: 'Inland Empire Health Plan' };
const [one, other] = ['12345678901234', '12345678901242'] as const;

describe('What the plan answers by FHIR', function () {
  this.timeout(30_000);
  let house: FhirPlan;
  before(async () => (house = await openFhirPlan()));
  after(() => house.close());

  let store: WholeStore;
  let place: Place;
  let parts: RoundParts;
  let elsewhere: Door | undefined;
  beforeEach(async () => {
    const now = (): Date => new Date();
    store = await openMemoryStore({ now });
    place = { after: null };
    const tokens = tokenKeeper(house.settings, { now, log: undefined });
    parts = {
      store,
      plan,
      base: house.door.url,
      post: () => signedIn(house.settings, tokens, 20_000),
      now,
      isStopped: () => false,
      today: clockFrom(now).todayInCalifornia,
      dayOf: (instant) => clockFrom(() => instant).todayInCalifornia(),
    };
    for (const number of [one, other]) await files(number);
  });
  afterEach(async () => {
    house.door.always('look', null);
    await elsewhere?.close();
    elsewhere = undefined;
    await store.close();
  });

  const filed = (number: string) => {
    const { requests } = referral(number);
    return referral(number, { filedOn: '2026-11-02', caseId: `case ${number}`, requests: requests.slice(0, 1) });
  };
  async function files(number: string): Promise<void> {
    const { id, version } = await store.conversation('web', number);
    await store.commit(unit(id, version, number, { referral: filed(number) }));
    await store.receive(number, new Date().toISOString());
    const received = await house.gateway().submit(filed(number));
    assert.equal(received.kind, 'received');
    // The engine is one for all tests: as it was sent.
    for (const resource of tasksOf(number)) await house.engine.put(resource);
  }
  const tasksOf = (number: string): (Task & { id: string })[] =>
    (bundleOf(filed(number), plan).entry ?? [])
      .filter(({ resource }) => isTask(resource))
      .map(({ resource }) => resource as Task & { id: string });
  const taskOf = (number: string): Task & { id: string } => tasksOf(number)[0] ?? assert.fail('no task');

  const says = (decision: string, more: Partial<Task> = {}): Partial<Task> => ({
    status: 'accepted',
    businessStatus: { coding: [{ system: codes.decision, code: decision }] },
    lastModified: '2026-11-20T20:00:00Z',
    ...more,
  });
  const answers = (number: string, more: Partial<Task>): Promise<void> =>
    house.engine.put({ ...taskOf(number), ...more });
  const round = (): Promise<Round> => hearTasks(parts, place);
  const decisionOf = async (number: string): Promise<string | undefined> =>
    (await store.referral(number, 'test'))?.status[0]?.decision;
  const kept = async (): Promise<readonly string[]> =>
    (await store.planAnswers('test')).map(({ number, problem }) => `${number} ${problem}`);
  /** What the plan has said is changed on the way. */
  const changing =
    (change: (told: Bundle) => unknown): Mishap =>
    async (response, goOn) => {
      const { status, headers, body } = await goOn();
      const told = JSON.parse(body) as Bundle;
      response.writeHead(status, headers).end(JSON.stringify(change(told) ?? told));
    };
  const eachTask = (change: (task: Task) => unknown): Mishap =>
    changing(({ entry }) => {
      for (const { resource } of entry ?? []) if (isTask(resource)) change(resource as Task);
    });

  it('is recorded in its own name once, also by one who starts anew', async () => {
    await round();
    await answers(one, says('approved'));
    assert.equal((await round()).recorded, 1);
    assert.equal((await round()).recorded, 0);
    place = { after: null };
    assert.equal((await round()).recorded, 0);
    const file = await store.referral(one, 'test');
    assert.deepEqual(
      file?.events.map(({ by, what }) => [by, what.kind === 'decision' && what.decision]),
      [['plan system', 'approved']],
    );
    assert.deepEqual([await decisionOf(other), await kept()], ['pending', []]);
  });

  it('is kept once where it is not clear, until somebody has dealt with it or it says something else', async () => {
    await answers(one, { status: 'rejected' });
    assert.equal((await round()).kept, 1);
    assert.equal((await round()).kept, 0);
    const [answer] = await store.planAnswers('test');
    assert.deepEqual([answer?.problem, await decisionOf(one)], ['ambiguous', 'pending']);
    assert.match(answer?.answer ?? '', /"status": "rejected"/);
    assert.equal(await store.dealWithPlanAnswer(answer?.id ?? '', 'Lee Xiong'), true);
    assert.equal(await store.dealWithPlanAnswer(answer?.id ?? '', 'Lee Xiong'), false);
    await round();
    assert.deepEqual(await kept(), []);
    await answers(one, { status: 'cancelled' });
    await round();
    assert.deepEqual(await kept(), [`${one} ambiguous`]);
  });

  it('is not what we have cancelled ourselves, for a member who has thought better of it since', async () => {
    await answers(one, says('approved'));
    await round();
    const said = {
      what: 'withdrawn',
      event: 2,
      at: '2026-11-22T20:00:00Z',
      programmes: ['ecm'],
      by: 'member',
    } as const;
    const told = await house.gateway().followUp({ referral: filed(one), ...said });
    assert.equal(told.kind, 'received');
    const { recorded, kept: keeps } = await round();
    assert.deepEqual([recorded, keeps, await decisionOf(one), await kept()], [0, 0, 'approved', []]);
    const [ours] = (await house.engine.stored('Task')).filter(({ id }) => id === taskOf(one).id);
    await house.engine.put({ ...(ours as Task), id: taskOf(one).id, status: 'rejected' });
    await round();
    assert.deepEqual(await kept(), [`${one} contradicts`], 'what the plan makes of it is its own word');
  });

  it('does not undo what a worker has set', async () => {
    const { programme } = filed(one).requests[0] ?? assert.fail('no request');
    const denied = { kind: 'decision', decision: 'denied', decidedOn: '2026-11-21', noticeMailedOn: null } as const;
    await store.record(one, { programme, what: denied }, 'Lee Xiong');
    await answers(one, says('approved'));
    await round();
    assert.deepEqual([await decisionOf(one), await kept()], ['denied', [`${one} setByHand`]]);
  });

  it('is kept in so few rows as are of use, though it is never twice the same', async () => {
    for (let at = 0; at < 8; at += 1) {
      await answers(one, { status: 'rejected', description: `Answer ${at}` });
      await round();
    }
    const rows = await store.planAnswers('test');
    assert.equal(rows.length, 5);
    assert.match(rows.map(({ answer }) => answer).join(), /Answer 7/);
  });

  it('is cut where it is long', async () => {
    await answers(one, { status: 'rejected', description: 'x'.repeat(50_000) });
    await round();
    assert.equal((await store.planAnswers('test'))[0]?.answer?.length, 8000);
  });

  it('is shown where the Task is gone, once it was there', async () => {
    const gone = changing(({ entry }) => entry?.splice(0, 1, { response: { status: '404' } }) && undefined);
    house.door.always('look', gone);
    await round();
    assert.deepEqual(await kept(), []);
    house.door.always('look', null);
    await round();
    house.door.always('look', gone);
    await round();
    assert.deepEqual(await kept(), [`${one} gone`]);
  });

  const hostile: readonly [what: string, mishap: () => Mishap, keeps: readonly string[]][] = [
    [
      'ids are swapped',
      () => changing(({ entry }) => void entry?.reverse()),
      [`${one} wrongTask`, `${other} wrongTask`],
    ],
    [
      'what is inside is swapped',
      () => eachTask((task) => (task.id = task.id === taskOf(one).id ? taskOf(other).id : taskOf(one).id)),
      [`${one} wrongTask`, `${other} wrongTask`],
    ],
    [
      'resources are of another type',
      () => eachTask((task) => Object.assign(task, { resourceType: 'Patient' })),
      [`${one} unreadable`, `${other} unreadable`],
    ],
    [
      'a Task is nested too deep to be walked through',
      () => async (response, goOn) => {
        const { status, headers, body } = await goOn();
        const deep = `"deep":${'['.repeat(100_000)}${']'.repeat(100_000)},"status"`;
        response.writeHead(status, headers).end(body.replace('"status":"accepted"', `${deep}:"accepted"`));
      },
      [`${one} unreadable`],
    ],
  ];
  for (const [what, mishap, keeps] of hostile) {
    it(`changes nothing where ${what}`, async () => {
      for (const number of [one, other]) await answers(number, says('approved'));
      house.door.always('look', mishap());
      await round();
      assert.deepEqual([...(await kept())].sort(), keeps);
      for (const row of keeps) assert.equal(await decisionOf(row.slice(0, 14)), 'pending');
    });
  }

  it('is read of the others, where one is of five megabytes', async () => {
    for (const number of [one, other]) await answers(number, says('approved'));
    house.door.always(
      'look',
      eachTask((task) => task.id === taskOf(one).id && Object.assign(task, { description: 'x'.repeat(5_000_000) })),
    );
    await round();
    assert.deepEqual([await decisionOf(one), await decisionOf(other)], ['pending', 'approved']);
    assert.deepEqual(await kept(), [`${one} unreadable`]);
    assert.equal((await store.planAnswers('test'))[0]?.answer?.length, 8000);
  });

  it('leads nobody to another host, by no link and no reference', async () => {
    elsewhere = await openDoor(house.engine.url);
    const away = `${elsewhere.url}/Organization/7`;
    await answers(one, says('approved'));
    house.door.always(
      'look',
      changing((told) => {
        told.link = [{ relation: 'next', url: `${away}?page=2` }];
        const task = told.entry?.[0]?.resource as Task;
        task.businessStatus?.coding?.push({ system: codes.loop, code: 'accepted' });
        task.owner = { reference: away };
      }),
    );
    await round();
    assert.equal(elsewhere.came.length, 0);
    assert.deepEqual(await kept(), [`${one} providerLeftOut`]);
    assert.equal((await store.referral(one, 'test'))?.status[0]?.provider, null);
  });

  it('brings who will call from their own resource', async () => {
    const telecom = [{ system: 'phone' as const, value: '(951) 555-0170' }];
    await house.engine.put({ resourceType: 'Organization', id: 'hope', name: 'Hope Care', telecom });
    const coding = [
      { system: codes.decision, code: 'approved' },
      { system: codes.loop, code: 'accepted' },
    ];
    await answers(one, says('approved', { businessStatus: { coding }, owner: { reference: 'Organization/hope' } }));
    await round();
    const provider = (await store.referral(one, 'test'))?.status[0]?.provider;
    assert.deepEqual(provider, { name: 'Hope Care', phone: '(951) 555-0170' });
  });

  it('leaves a plan in peace that is down: one question, and the rest another time', async () => {
    house.door.always('look', answerWith(503, '', { 'retry-after': '120' }));
    const before = house.door.count('look');
    const { trouble } = await round();
    assert.deepEqual([trouble?.trouble, trouble?.waitSeconds], ['busy', 120]);
    assert.equal(house.door.count('look') - before, 1);
    assert.deepEqual(await kept(), []);
  });
});

const isTask = (resource: { readonly resourceType: string } | undefined): boolean => resource?.resourceType === 'Task';
