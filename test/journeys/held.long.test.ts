import assert from 'node:assert/strict';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { GatewaySettings } from '../../referral/gateway-settings.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import { clockFrom } from '../../server/clock.ts';
import type { Page, Visitor } from '../server/desk-visit.ts';
import { answerWith } from '../server/gateways/fhir-door.ts';
import { openFhirPlan } from '../server/gateways/fhir-plan.ts';
import { drop, pickUp, seen, sharedFolder } from '../server/gateways/folder/shared-folder.ts';
import { agreesToTexts, filesByText, statusByText } from './ana-by-text.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';
import { eventually } from './eventually.ts';

/** The one among the ways to be reached that says: do not contact me. */
const noWay = '5';

/** What the plan says of the referral: with a name and a script in it, as systems do. */
const nasty = '<script>alert(1)</script> & "Ana Example"';

type Plan = {
  readonly settings: GatewaySettings;
  /** When it all begins: tokens are given by the clock of the real day. */
  readonly begin: Date;
  /** Will not take it, and says why. */
  readonly refuse: (number: () => string) => Promise<void>;
  /** Takes it from now on. */
  readonly take: (number: string) => Promise<void>;
  /** How many of it the plan has. */
  readonly has: (number: string) => Promise<number>;
  readonly reason: string;
  readonly close: () => Promise<void>;
};

const plans: readonly [what: string, open: () => Promise<Plan>][] = [
  [
    'empties a folder',
    () => {
      const folder = sharedFolder();
      let had = 0;
      const settings = { kind: 'folder', path: folder, acknowledgedWithinHours: 24 } as const;
      return Promise.resolve({
        settings,
        begin: new Date('2026-11-20T20:00:00Z'),
        refuse: async (number) => {
          await eventually(() => assert.deepEqual(pickUp(folder), [number()]));
          drop(folder, `${number()}.nack`, { number: number(), reason: 'notOurMember', note: nasty });
        },
        take: async (number) => {
          await eventually(() => assert.deepEqual(pickUp(folder), [number]));
          had += 1;
          drop(folder, `${number}.ack`, { number });
        },
        has: () => Promise.resolve(had + seen(folder).length),
        reason: 'not know this person as a member',
        close: () => Promise.resolve(),
      });
    },
  ],
  [
    'has a FHIR server',
    async () => {
      const plan = await openFhirPlan();
      const said = {
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'error', code: 'value', diagnostics: nasty }],
      };
      return {
        settings: plan.settings,
        begin: new Date(),
        refuse: () => Promise.resolve(plan.door.always('referral', answerWith(422, said))),
        take: () => Promise.resolve(plan.door.always('referral', null)),
        has: async () => (await plan.engine.counts())['Patient'] ?? 0,
        reason: 'something in it is wrong',
        close: plan.close,
      };
    },
  ],
];

for (const [what, open] of plans) {
  describe(`The plan, which ${what}, refuses what Ana filed`, function () {
    this.timeout(60_000);
    const phone = '+15555550144';
    let plan: Plan;
    let door: FrontDoor;
    let number = '';
    let day: IsoDate;
    const desk = async (page: string): Promise<{ readonly worker: Visitor; readonly page: Page }> => {
      const worker = await door.worker();
      return { worker, page: await worker.get(`/desk/${page}`) };
    };
    before(async () => {
      plan = await open();
      day = clockFrom(() => plan.begin).todayInCalifornia();
      door = await openFrontDoor('iehp', day, { gateway: plan.settings }, plan.begin);
      if (plan.settings.kind === 'fhir') await plan.refuse(() => number);
      number = await filesByText(door, phone, agreesToTexts);
      if (plan.settings.kind === 'folder') {
        await plan.refuse(() => number);
      }
      await eventually(async () => {
        // An answer in a folder is looked for when time has passed.
        if (plan.settings.kind === 'folder') door.setDay((day = dayAfter(day)));
        assert.equal((await door.store.undelivered('test'))[0]?.state, 'refused');
      }, 1000);
    });
    after(async () => {
      await door.close();
      await plan.close();
    });

    it('and she hears, once she writes, that a person will call, and nothing of what the plan said', async () => {
      const told = (await door.text(phone, 'HELLO')).join('\n');
      assert.match(told, /IEHP has to check something first\. A person will call you/);
      assert.doesNotMatch(told, /script|alert|wrong|refus|invalid|notOurMember/);
    });

    it('and the same stands under her number', async () => {
      assert.match(
        await statusByText(door, phone, number),
        /IEHP has to check something first\. A person will call you/,
      );
    });

    it('and the desk sees why, what the plan said, and that somebody is to call her', async () => {
      const { worker, page } = await desk('not-delivered');
      const [row = ''] = rowsOf(page);
      assert.match(row, /Request to the plan/);
      assert.match(row, new RegExp(plan.reason));
      assert.match(row, /refused/);
      assert.match(row, /&#60;script&#62;alert\(1\)&#60;\/script&#62;/);
      assert.doesNotMatch(page.text, /<script>alert/);
      assert.match((await worker.get('/desk/call-backs')).text, /Ana Example[^]*the plan did not take the request/);
    });

    it('and the desk sends it again, and the plan takes it, once', async () => {
      const { worker, page } = await desk('not-delivered');
      const [taken, sent] = await Promise.all([plan.take(number), worker.send(page, '/desk/not-delivered/again', {})]);
      assert.equal(taken, undefined);
      assert.equal(sent.to, '/desk/not-delivered?saved=again');
      await eventually(async () => {
        if (plan.settings.kind === 'folder') door.setDay((day = dayAfter(day)));
        assert.ok((await door.store.referral(number, 'test'))?.receivedAt, 'not received');
      }, 1000);
      assert.equal(await plan.has(number), 1);
      assert.deepEqual(rowsOf((await desk('not-delivered')).page), []);
    });

    it('and her status says that the plan has it', async () => {
      const told = await statusByText(door, phone, number);
      assert.match(told, /IEHP has it/);
      assert.doesNotMatch(told, /check something/);
    });

    it('and of all that she got one text that she had not asked for, by day, which says nothing of why', async () => {
      door.setDay(dayAfter(day));
      const texts = (): readonly string[] => door.twilio.taken.map(({ body }) => body);
      await eventually(() => assert.equal(texts().length, 1));
      assert.doesNotMatch(texts().join(), /IEHP|plan|request|refus|referral|member|Ana/i);
    });

    it('and no name, number or word of hers or of the plan is in the log', () => {
      const logged = door.logged.join('\n');
      assert.doesNotMatch(logged, /Ana|Example|5550144|alert\(1\)/);
      assert.equal(logged.includes(number), false);
    });
  });
}

describe('The plan refuses what somebody filed who must not be contacted', function () {
  this.timeout(60_000);
  const phone = '+15555550145';
  let door: FrontDoor;
  let number: string;
  before(async () => {
    const folder = sharedFolder();
    const gateway = { kind: 'folder', path: folder, acknowledgedWithinHours: 24 } as const;
    door = await openFrontDoor('iehp', '2026-11-20', { gateway });
    number = await filesByText(door, phone, { ...agreesToTexts, 'file.safeWays': noWay });
    await eventually(() => assert.deepEqual(pickUp(folder), [number]));
    drop(folder, `${number}.nack`, { number, reason: 'invalid' });
    let day: IsoDate = '2026-11-20';
    await eventually(async () => {
      door.setDay((day = dayAfter(day)));
      assert.equal((await door.store.undelivered('test'))[0]?.state, 'refused');
    }, 1000);
  });
  after(() => door.close());

  it('and tells them, when they ask, whom they can call', async () => {
    const told = await statusByText(door, phone, number);
    assert.match(told, /IEHP has to check something first\. Please call them at 1-800-440-4347/);
    assert.doesNotMatch(told, /will call you/);
  });

  it('and texts them nothing, and has nobody call them', async () => {
    assert.deepEqual(door.twilio.taken, []);
    assert.doesNotMatch((await (await door.worker()).get('/desk/call-backs')).text, /Ana Example/);
  });
});

describe('The folder of a plan', function () {
  this.timeout(90_000);
  const troubles: readonly [
    what: string,
    words: RegExp,
    trouble: (folder: string) => void,
    mend: (folder: string) => void,
  ][] = [
    [
      'goes away',
      /the folder is not there/,
      (folder) => renameSync(folder, `${folder}-away`),
      (folder) => renameSync(`${folder}-away`, folder),
    ],
    [
      'cannot be written to',
      /the folder is full, or cannot be written to/,
      (folder) => writeFileSync(path.join(folder, '.part'), 'in the way'),
      (folder) => rmSync(path.join(folder, '.part')),
    ],
  ];
  for (const [what, words, trouble, mend] of troubles) {
    it(`that ${what} while we run is seen at the desk, and what was filed goes once it is mended`, async () => {
      const folder = sharedFolder();
      const gateway = { kind: 'folder', path: folder, acknowledgedWithinHours: 24 } as const;
      let day: IsoDate = '2026-11-01';
      const door = await openFrontDoor('iehp', day, { gateway });
      try {
        trouble(folder);
        const number = await filesByText(door, '+15555550146', agreesToTexts);
        await eventually(async () => {
          door.setDay((day = dayAfter(day)));
          assert.equal((await door.store.undelivered('test')).length, 1);
        }, 600);
        const worker = await door.worker();
        const page = await worker.get('/desk/not-delivered');
        assert.match(rowsOf(page)[0] ?? '', words);
        assert.match(page.text, /id="count-undelivered">1</);
        assert.match(await statusByText(door, '+15555550146', number), /It is on its way to IEHP/);
        mend(folder);
        await worker.send(page, '/desk/not-delivered/again', {});
        await eventually(() => assert.deepEqual(pickUp(folder), [number]));
        await eventually(async () => assert.deepEqual(await door.store.undelivered('test'), []));
      } finally {
        await door.close();
      }
    });
  }
});

describe('The answer of a plan that nobody can read', function () {
  this.timeout(90_000);
  const phone = '+15555550147';

  it('is kept for the desk, never told to a member, and no end of it', async () => {
    const folder = sharedFolder();
    const gateway = { kind: 'folder', path: folder, acknowledgedWithinHours: 24 } as const;
    let day: IsoDate = '2026-11-01';
    const door = await openFrontDoor('iehp', day, { gateway });
    try {
      const number = await filesByText(door, phone, agreesToTexts);
      drop(folder, `${number}.ack`, `<html>${nasty}`);
      await eventually(async () => {
        door.setDay((day = dayAfter(day)));
        assert.equal((await door.store.undelivered('test'))[0]?.reason, 'badAnswer');
      }, 600);
      const worker = await door.worker();
      const page = await worker.get('/desk/not-delivered');
      assert.match(rowsOf(page)[0] ?? '', /its answer could not be read[^]*&#60;html&#62;&#60;script&#62;alert/);
      assert.doesNotMatch(page.text, /<script>alert/);
      const told = await statusByText(door, phone, number);
      assert.match(told, /It is on its way to IEHP/);
      assert.doesNotMatch(told, /html|script|alert/);
      drop(folder, `${number}.ack`, { number });
      await worker.send(page, '/desk/not-delivered/again', {});
      await eventually(async () => assert.ok((await door.store.referral(number, 'test'))?.receivedAt, 'not received'));
      assert.match(await statusByText(door, phone, number), /IEHP has it/);
      assert.doesNotMatch(door.logged.join(), /html|alert\(1\)|Ana/);
    } finally {
      await door.close();
    }
  });
});

function dayAfter(day: IsoDate): IsoDate {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10) as IsoDate;
}

function rowsOf({ text }: Page): readonly string[] {
  const [, body = ''] = /<tbody[^>]*>([^]*?)<\/tbody>/.exec(text) ?? [];
  return body.split('<tr').slice(1);
}
