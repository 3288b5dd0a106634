import assert from 'node:assert/strict';
import type { Bundle, Communication, FhirResource, QuestionnaireResponse, ServiceRequest, Task } from 'fhir/r4.js';
import { codes, profiles } from '../../../referral/bundle/systems.ts';
import { filingOf } from '../../../referral/bundle/filing.ts';
import type { FollowUp } from '../../../referral/follow-up.ts';
import type { PlanGateway, Submitted } from '../../../referral/plan-gateway.ts';
import { askName, optionName } from '../../../server/desk/referral/info-asks.ts';
import { followUpInFhir } from '../../../referral/bundle/follow-up.ts';
import { verdictsOn } from '../../fhir/judge.ts';
import { hasGuide } from '../../fhir/validators.ts';
import { referral } from '../storage/samples.ts';
import { answerWith, loseAnswer, outcome, type Mishap } from './fhir-door.ts';
import { openFhirPlan, type FhirPlan } from './fhir-plan.ts';

const plan = { id: 'iehp', name: 'Inland Empire Health Plan' };
const words = { ask: askName, option: optionName };
const at = '2026-11-23T18:00:00.000Z';

describe('What a member says after the filing, at a plan with a FHIR server', function () {
  this.timeout(30_000);
  let house: FhirPlan;
  let gateway: PlanGateway;
  before(async () => {
    house = await openFhirPlan();
    gateway = house.gateway({ followUpOf: (followUp, now) => followUpInFhir(followUp, { plan, words, at: now }) });
  });
  after(() => house.close());

  let filed: ReturnType<typeof referral>;
  let last = 0;
  beforeEach(async () => {
    last += 1;
    filed = referral(String(12345678901000 + last), { caseId: `case ${last}` });
    assert.equal((await gateway.submit(filed)).kind, 'received');
  });
  afterEach(() => {
    house.door.clear();
    house.door.always('referral', null);
    house.door.always('look', null);
  });

  const said = { event: 3, at, programmes: ['ecm'] as const, by: 'member' } as const;
  const withdrawn = (): FollowUp => ({ ...said, referral: filed, what: 'withdrawn' });
  const reminder = (): FollowUp => ({
    referral: filed,
    what: 'reminder',
    event: 1,
    at,
    programmes: ['ecm', 'medicallyTailoredMeals'],
    clock: 'decision',
  });
  const answered = (answer: Extract<FollowUp, { what: 'answered' }>['answer'], event = 3): FollowUp => ({
    ...said,
    referral: filed,
    what: 'answered',
    event,
    answer,
    askedOn: '2026-11-22',
    open: [],
  });
  const phone = (): FollowUp => answered({ ask: 'phone', said: { kind: 'text', text: '951-555-0199' } });

  const ids = () => filingOf(filed, plan).ids;
  const read = async <T extends FhirResource>(type: T['resourceType'], id: string): Promise<T> =>
    ((await house.engine.stored(type)).find((one) => one.id === id) ?? assert.fail(`no ${type}`)) as T;
  const task = (programme: 'ecm' | 'medicallyTailoredMeals' = 'ecm'): Promise<Task> =>
    read<Task>('Task', ids().task(programme));
  const request = (): Promise<ServiceRequest> => read<ServiceRequest>('ServiceRequest', ids().request('ecm'));
  /** As the plan's staff do. */
  const sets = async (more: Partial<Task>): Promise<void> =>
    house.engine.put({ ...(await task()), id: ids().task('ecm'), ...more });
  const own = async <T extends Communication | QuestionnaireResponse>(type: T['resourceType']): Promise<T[]> =>
    ((await house.engine.stored(type)) as T[]).filter(({ basedOn }) =>
      basedOn?.some(({ reference }) => reference === `ServiceRequest/${ids().request('ecm')}`),
    );
  const brief = (told: Submitted): string =>
    told.kind === 'received' ? told.kind : `${told.kind} ${told.kind === 'refused' ? told.reason : told.trouble}`;
  const follow = async (one: FollowUp): Promise<string> => brief(await gateway.followUp(one));
  const faults = (resource: FhirResource): readonly string[] =>
    verdictsOn(resource, { profiles: hasGuide }).flatMap(({ faults: found }) => found);

  describe('when they take a request back', () => {
    it('revokes the request and cancels its Task, says why by code, and leaves the other as it is', async () => {
      assert.equal(await follow(withdrawn()), 'received');
      const [one, of] = [await task(), await request()];
      assert.deepEqual(
        [of.status, one.status, one.statusReason?.coding],
        ['revoked', 'cancelled', [{ system: codes.followUp, code: 'withdrawn' }]],
      );
      assert.deepEqual([one.meta?.profile, faults(one), faults(of)], [[profiles.task], [], []]);
      assert.equal((await task('medicallyTailoredMeals')).status, 'requested');
    });

    it('writes once, whoever sends it again', async () => {
      await follow(withdrawn());
      const before = house.door.count('referral');
      const { meta } = await task();
      assert.equal(await follow(withdrawn()), 'received');
      assert.deepEqual([house.door.count('referral'), (await task()).meta], [before, meta]);
    });

    it('writes once where its answer was lost', async () => {
      house.door.next('referral', loseAnswer);
      assert.equal(await follow(withdrawn()), 'notYet unreachable');
      const { meta } = await task();
      assert.equal(await follow(withdrawn()), 'received');
      assert.deepEqual((await task()).meta, meta);
    });

    for (const status of ['rejected', 'completed', 'failed', 'cancelled'] as const)
      it(`does not set back what the plan has ended as ${status}`, async () => {
        await sets({ status, description: 'The plan has the last word' });
        const before = [await task(), await request()];
        assert.equal(await follow(withdrawn()), 'received');
        assert.deepEqual([await task(), await request()], before);
      });

    it('keeps what the plan wrote in between, and reads once more', async () => {
      const meanwhile: Mishap = async (response, goOn) => {
        const told = await goOn();
        await sets({ status: 'accepted', description: 'Ours since' });
        response.writeHead(told.status, told.headers).end(told.body);
      };
      house.door.next('look', meanwhile);
      assert.equal(await follow(withdrawn()), 'received');
      const { status, description } = await task();
      assert.deepEqual([status, description], ['cancelled', 'Ours since']);
    });

    it('does not set back what the plan ends between the look and the write', async () => {
      const meanwhile: Mishap = async (response, goOn) => {
        const told = await goOn();
        await sets({ status: 'completed' });
        response.writeHead(told.status, told.headers).end(told.body);
      };
      house.door.next('look', meanwhile);
      assert.equal(await follow(withdrawn()), 'received');
      assert.deepEqual([(await task()).status, (await request()).status], ['completed', 'active']);
    });

    it('comes again later where somebody there writes each time', async () => {
      house.door.always('referral', answerWith(412, outcome('conflict')));
      assert.equal(await follow(withdrawn()), 'notYet busy');
      assert.equal((await task()).status, 'requested');
    });

    it('writes nothing to a server that keeps no versions, and tells the desk', async () => {
      house.door.always('look', withoutVersions);
      assert.equal(await follow(withdrawn()), 'refused notSupported');
      assert.equal((await task()).status, 'requested');
    });

    it('tells the desk where the plan knows no such request, and asks no more where it has deleted it', async () => {
      const entry = (status: string) => ({ response: { status } });
      const told = (status: string) => ({
        resourceType: 'Bundle',
        type: 'batch-response',
        entry: [entry(status), entry(status)],
      });
      house.door.next('look', answerWith(200, told('404')), answerWith(200, told('410')));
      assert.equal(await follow(withdrawn()), 'refused notFound');
      assert.equal(await follow(withdrawn()), 'received');
    });
  });

  describe('when they answer what it asked', () => {
    it('is a QuestionnaireResponse to which the Task leads, once, and the Task stays as the plan set it', async () => {
      await sets({ status: 'on-hold', lastModified: '2026-11-22T20:00:00Z' });
      for (let times = 0; times < 2; times += 1) assert.equal(await follow(phone()), 'received');
      const [response = assert.fail('none'), ...more] = await own<QuestionnaireResponse>('QuestionnaireResponse');
      assert.deepEqual([more, faults(response)], [[], []]);
      assert.deepEqual(response.item, [
        { linkId: 'phone', text: 'A phone that works', answer: [{ valueString: '951-555-0199' }] },
      ]);
      const one = await task();
      const links = one.input?.filter(({ type }) => type.coding?.[0]?.code === 'planAsked');
      assert.deepEqual(
        links?.map(({ valueReference }) => valueReference?.reference),
        [`QuestionnaireResponse/${response.id}`],
      );
      assert.deepEqual([one.status, one.lastModified, faults(one)], ['on-hold', '2026-11-22T20:00:00Z', []]);
    });

    it('links what a cut-off try has left unlinked', async () => {
      let writes = 0;
      house.door.always('referral', async (response, goOn) => {
        writes += 1;
        if (writes === 2) return void response.destroy();
        const told = await goOn();
        response.writeHead(told.status, told.headers).end(told.body);
      });
      assert.equal(await follow(phone()), 'notYet unreachable');
      assert.equal(await follow(phone()), 'received');
      assert.equal((await own('QuestionnaireResponse')).length, 1);
      assert.equal((await task()).input?.filter(({ type }) => type.coding?.[0]?.code === 'planAsked').length, 1);
    });

    it('comes to a plan that has ended it, and does not change its Task', async () => {
      await sets({ status: 'rejected' });
      const before = await task();
      assert.equal(await follow(phone()), 'received');
      assert.deepEqual([(await own('QuestionnaireResponse')).length, await task()], [1, before]);
    });

    const kinds: readonly [what: string, answer: Extract<FollowUp, { what: 'answered' }>['answer']][] = [
      ['a day', { ask: 'birthDate', said: { kind: 'date', date: '1964-03-09' } }],
      ['what was chosen', { ask: 'question:housingRisk', said: { kind: 'chosen', ids: ['eviction', 'violence'] } }],
      ['none of these', { ask: 'question:housingRisk', said: { kind: 'chosen', ids: [] } }],
      ['a number', { ask: 'question:visits', said: { kind: 'count', count: { from: 3, to: 3 } } }],
      ['five or more', { ask: 'question:visits', said: { kind: 'count', count: { from: 5, to: null } } }],
      ['that they do not know', { ask: 'card', said: { kind: 'notSure' } }],
      ['that they would rather not say', { ask: 'address', said: { kind: 'declined' } }],
      ['what nobody can read', { ask: 'name', said: { kind: 'text', text: '\u0007\u202e ' } }],
      [
        'hostile text',
        { ask: 'trusted', said: { kind: 'text', text: '<script>x</script> [a](javascript:b)\n\u0000' } },
      ],
    ];
    it('is right before both judges, whatever was said', async () => {
      for (const [what, answer] of kinds) {
        const { made } = followUpInFhir(answered(answer), { plan, words, at });
        const [entry] = (made as Bundle).entry ?? [];
        assert.deepEqual(faults(entry?.resource as FhirResource), [], what);
        assert.doesNotMatch(JSON.stringify(entry), /"answer":\[\]|"text":""/, what);
      }
      assert.equal(await follow(answered(kinds[1]![1], 4)), 'received');
    });
  });

  describe('when they ask that the plan be reminded', () => {
    it('is one Communication about each request, by code, with no word of theirs', async () => {
      for (let times = 0; times < 2; times += 1) assert.equal(await follow(reminder()), 'received');
      const [one = assert.fail('none'), ...more] = await own<Communication>('Communication');
      assert.deepEqual([more, faults(one)], [[], []]);
      assert.deepEqual(
        one.about?.map(({ reference }) => reference),
        [`Task/${ids().task('ecm')}`, `Task/${ids().task('medicallyTailoredMeals')}`],
      );
      assert.deepEqual(one.reasonCode?.[0]?.coding, [{ system: codes.followUp, code: 'reminder-decision' }]);
      assert.deepEqual([one.payload, one.note, one.sent], [undefined, undefined, at]);
      assert.doesNotMatch(JSON.stringify(one), /Xiomara|Quetzalli|5550134/);
    });

    for (const [status, body, reason] of [
      [405, outcome('not-supported'), 'notSupported'],
      [404, outcome('not-found'), 'notFound'],
      [422, outcome('not-supported'), 'notSupported'],
    ] as const)
      it(`is the desk's where the plan's server takes none (${status})`, async () => {
        house.door.next('referral', answerWith(status, body));
        assert.equal(await follow(reminder()), `refused ${reason}`);
      });

    it('comes again where the plan is down', async () => {
      house.door.next('referral', answerWith(503));
      assert.equal(await follow(reminder()), 'notYet busy');
      assert.equal(await follow(reminder()), 'received');
    });
  });

  it('is restricted where the member must not be found', () => {
    const contact = { ...filed.contact, confidential: true };
    for (const one of [phone(), reminder()]) {
      const { made } = followUpInFhir({ ...one, referral: { ...filed, contact } }, { plan, at });
      assert.equal(made?.entry?.[0]?.resource?.meta?.security?.[0]?.code, 'R', one.what);
    }
  });

  it('has ids that the same case alone can have', () => {
    const id = (one: FollowUp): string | undefined => followUpInFhir(one, { plan, at }).made?.entry?.[0]?.resource?.id;
    const all = [phone(), answered({ ask: 'card', said: { kind: 'notSure' } }, 4), reminder()];
    const theirs = all.map((one) => ({ ...one, referral: { ...filed, caseId: 'case of somebody else' } }));
    assert.equal(new Set([...all, ...all, ...theirs].map(id)).size, 6);
  });
});

const withoutVersions: Mishap = async (response, goOn) => {
  const { status, headers, body } = await goOn();
  const told = JSON.parse(body) as Bundle;
  for (const { resource } of told.entry ?? []) delete resource?.meta?.versionId;
  response.writeHead(status, headers).end(JSON.stringify(told));
};
