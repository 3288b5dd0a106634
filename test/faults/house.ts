/**
 * A process that files referrals and sends them to the plan, as the server does, until it is killed. Two of them work on
 * one file. Arguments: data file, key file, the plan's settings as JSON, when its time began, how much faster it runs.
 * Each line that comes in is a number to file (it may have been filed before: the same message twice is one filing).
 */
import { writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { GatewaySettings } from '../../referral/gateway-settings.ts';
import type { Clock } from '../../referral/outbox.ts';
import { trySeconds } from '../../referral/outbox.ts';
import type { PlanGateway } from '../../referral/plan-gateway.ts';
import { folderGateway } from '../../server/gateways/folder-gateway.ts';
import { noTexter } from '../../server/gateways/no-texter.ts';
import { gatewayOf } from '../../server/gateways/plan-gateway.ts';
import { startSender } from '../../server/gateways/sender.ts';
import { iehp } from '../../server/plans/iehp.ts';
import { readPlan } from '../../server/plans/index.ts';
import { openKeys } from '../../server/storage/keys.ts';
import { openSqliteStore } from '../../server/storage/sqlite.ts';
import { filedReferral, referralOf } from '../server/storage/samples.ts';
import { memberOf } from './numbers.ts';

const [file = '', keyFile = '', given = '{}', began = '0', timesFaster = '1'] = process.argv.slice(2);
const start = Number(began);
const faster = Number(timesFaster);
const settings = GatewaySettings.parse(JSON.parse(given));
const clock: Clock = {
  now: () => new Date(start + (Date.now() - start) * faster),
  random: Math.random,
  wait: (milliseconds, signal) => sleep(milliseconds / faster, undefined, { signal }).catch(() => undefined),
};
const say = (line: string): unknown => writeSync(1, `${line}\n`);
const keys = openKeys({ file: keyFile, dataDir: dirname(file), mayCreate: false });
const store = await openSqliteStore({ file, keys, now: clock.now });

const sender = startSender(
  store,
  { plan: watched(gateway()), texter: noTexter, news: { tell: () => Promise.resolve({ kind: 'done' }) } },
  {
    everyMs: 2000,
    troubled: (error) => writeSync(2, `${error instanceof Error ? (error.stack ?? error.message) : 'trouble'}\n`),
    clock,
  },
);

say('ready');
for await (const number of createInterface({ input: process.stdin })) {
  // The parent hears of a number only when it is stored, as a member does.
  await filedReferral(store, referralOf(memberOf(number), number), memberOf(number));
  say(`filed ${number}`);
  sender.nudge();
}
// Nobody is there any more to kill it.
process.exit();

/** The plan lives in true time, and so do the waits for it that no clock is given for. */
function gateway(): PlanGateway {
  const now = (): Date => new Date();
  const plan = readPlan({ ...iehp, gateway: settings });
  if (settings.kind !== 'folder') {
    const fhirPace = { restSeconds: 30 / faster, wholeTrySeconds: (trySeconds - 2) / faster };
    return gatewayOf(plan, { store, now, fhirPace });
  }
  // Two thousand forms would measure how fast they are drawn.
  const files = ['adult', 'medicallyTailoredMeals'].map((form) => ({ name: `${form}.pdf`, bytes: Buffer.from(form) }));
  return folderGateway(settings, {
    plan,
    now,
    files: ({ number }) => Promise.resolve(files.map(({ name, bytes }) => ({ name: `${number}-${name}`, bytes }))),
  });
}

/** The parent knows how many tries a kill has cut off. */
function watched(plan: PlanGateway): PlanGateway {
  return {
    ...plan,
    submit: async (filed) => {
      say('sends');
      const submitted = await plan.submit(filed);
      say(submitted.kind === 'received' ? 'received' : 'not yet');
      return submitted;
    },
  };
}
