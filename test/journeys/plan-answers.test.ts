import assert from 'node:assert/strict';
import type { Task } from 'fhir/r4.js';
import { codes } from '../../referral/bundle/systems.ts';
import { clockFrom } from '../../server/clock.ts';
import { openReferral, type Visitor } from '../server/desk-visit.ts';
import { openFhirPlan, type FhirPlan } from '../server/gateways/fhir-plan.ts';
import { filesByText, statusByText } from './ana-by-text.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';
import { eventually } from './eventually.ts';

const phone = '+15555550145';

describe('Ana asks her plan, and its FHIR server answers', function () {
  this.timeout(60_000);
  let plan: FhirPlan;
  let door: FrontDoor;
  let worker: Visitor;
  let number: string;
  const today = clockFrom(() => new Date()).todayInCalifornia();
  before(async () => {
    plan = await openFhirPlan();
    const gateway = { gateway: plan.settings };
    door = await openFrontDoor('iehp', today, gateway, new Date(), { answersEveryMs: 200 });
    worker = await door.worker();
    number = await filesByText(door, phone);
    await eventually(async () => assert.ok((await door.store.referral(number, 'test'))?.receivedAt, 'not received'));
  });
  after(async () => {
    await door.close();
    await plan.close();
  });

  /** As the plan's staff set it in their own system. */
  async function sets(more: Partial<Task>): Promise<void> {
    const [task] = (await plan.engine.stored('Task')) as (Task & { id: string })[];
    await plan.engine.put({ ...(task ?? assert.fail('no Task')), lastModified: new Date().toISOString(), ...more });
  }
  const status = (): Promise<string> => statusByText(door, phone, number);

  it('what is not clear waits at the desk until somebody has dealt with it, and she hears nothing of it', async () => {
    await sets({ status: 'rejected', statusReason: { text: 'not now <img src=x>' } });
    await eventually(async () => assert.match((await worker.get('/desk/not-delivered')).text, /mean more than one/));
    const page = await worker.get('/desk/not-delivered');
    assert.match(page.text, /<h2 id="plan-answers">Plan answers that could not be read<\/h2>/);
    assert.match(page.text, /id="count-undelivered">1</);
    assert.match(page.text, /href="\/desk\/referrals\/[^"]+">[^<]+</);
    assert.match(page.text, /not now &#60;img/);
    assert.doesNotMatch(page.text, /<img/);
    assert.doesNotMatch(page.text, new RegExp(`(href|action)="[^"]*${number}`));
    assert.match(await status(), /IEHP has it/);
    assert.equal(
      (await worker.send(page, '/desk/not-delivered/dealt-with', {})).to,
      '/desk/not-delivered?saved=dealtWith',
    );
    assert.equal((await worker.send(page, '/desk/not-delivered/dealt-with', {})).status, 409);
    assert.doesNotMatch((await worker.get('/desk/not-delivered')).text, /plan-answers/);
  });

  it('an approval with who will call is at the desk in the name of the plan, and in her status', async () => {
    const telecom = [{ system: 'phone' as const, value: '(951) 555-0170' }];
    await plan.engine.put({ resourceType: 'Organization', id: 'hope', name: 'Hope Care', telecom });
    const coding = [
      { system: codes.decision, code: 'approved' },
      { system: codes.loop, code: 'accepted' },
    ];
    await sets({ status: 'accepted', businessStatus: { coding }, owner: { reference: 'Organization/hope' } });
    await eventually(async () =>
      assert.equal((await door.store.referral(number, 'test'))?.status[0]?.loop?.state, 'accepted'),
    );
    const { text } = await openReferral(worker, 'Ana Example');
    assert.match(text, /plan system/);
    assert.match(text, /approved/);
    const told = await status();
    assert.match(told, /Hope Care/);
    assert.match(told, /555-0170/);
  });

  it('nothing of it is in the log', () => {
    const logged = door.logged.join('\n');
    assert.doesNotMatch(logged, /Ana|Example|1964|5550145|Hope|not now/);
    assert.ok(!logged.includes(number), 'the number is in the log');
  });
});
