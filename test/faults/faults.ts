/** A thousand referrals to a plan that is often down, slow, or answers twice, by two processes that are often killed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../server/open-store.ts';
import { seeded } from '../crash/seeded.ts';
import { find, openOutbox, type FaultFigures, type Places } from './figures.ts';
import { openHouse, type House } from './houses.ts';
import { joined } from './joined.ts';
import { killAgainAndAgain, longest } from './kills.ts';
import { houseOf, houses, numberAt } from './numbers.ts';
import { openTroubledFolder } from './troubled-folder.ts';
import type { TroubledPlan } from './troubled-plan.ts';
import { openTroubledServer } from './troubled-server.ts';

export const gateways = ['fhir', 'folder'] as const;
const openings = { fhir: openTroubledServer, folder: openTroubledFolder };

export type FaultPlan = {
  readonly referrals: number;
  readonly kills: number;
  readonly seed: number;
  readonly gateway: (typeof gateways)[number];
  /** Told now and then how far it is. */
  readonly told?: (line: string) => void;
};

/** How much faster than real time the two processes live: leases run out, and waits end, so much sooner. */
const faster = 20;

export async function benchFaults(plan: FaultPlan): Promise<FaultFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'faults-'));
  const house = await joined('test/faults/house.ts');
  const troubled = await openings[plan.gateway](seeded(plan.seed + 1), folder);
  const opened: House[] = [];
  try {
    const places = { dataDir: path.join(folder, 'data'), keyFile: path.join(folder, 'keys.json') };
    return await run(plan, troubled, places, (parts) => {
      const one = openHouse({ file: house.file, places, settings: troubled.settings, faster, ...parts });
      opened.push(one);
      return one;
    });
  } finally {
    for (const one of opened) await one.kill();
    await troubled.close();
    house.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Open = (parts: { readonly began: number; readonly filed: (number: string) => void }) => House;

async function run(plan: FaultPlan, troubled: TroubledPlan, places: Places, openOne: Open): Promise<FaultFigures> {
  await (await openStore(places)).close();
  const began = Date.now();
  const seconds = (): number => Math.round((Date.now() - began) / 1000);
  const told = new Set<string>();
  const numbers = Array.from({ length: plan.referrals }, (_, place) => numberAt(place));
  const progress = (what: string): void =>
    plan.told?.(`${seconds()} s: ${told.size} of ${numbers.length} filed, ${what}`);
  const open = (at: number, share: number): House => {
    const left = numbers.filter((number) => houseOf(number) === at && !told.has(number));
    const house = openOne({ began, filed: (number) => told.add(number) });
    void house.feed(left.slice(0, share), longest / share);
    return house;
  };

  // A process lives half of the longest time, as a rule: so filing goes on to the last kill.
  const share = Math.max(1, Math.ceil((2 * plan.referrals) / Math.max(1, plan.kills)));
  const cut = await killAgainAndAgain(
    plan,
    (at) => open(at, share),
    (kills) => {
      if (kills % 10 === 0) progress(`${kills} of ${plan.kills} kills`);
    },
  );
  troubled.recover();
  const running = Array.from({ length: houses }, (_, at) => open(at, numbers.length));
  await untilSent(running, places, () => numbers.length - told.size, progress);
  for (const house of running) await house.kill();
  return { ...(await find(places, troubled, told)), ...cut, seconds: seconds() };
}

/** In seconds. What waits is tried again after 45 of them at the latest: a quarter of an hour of theirs. */
const patience = 300;

/** Until all are filed and nothing waits, or nobody can wait any longer. */
async function untilSent(
  running: readonly House[],
  places: Places,
  unfiled: () => number,
  progress: (what: string) => void,
): Promise<void> {
  const outbox = openOutbox(places);
  try {
    for (let left = patience * 2; left > 0; left -= 1) {
      const waiting = outbox.count('waiting');
      if (waiting + unfiled() === 0) return;
      if (running.some((house) => house.isOver())) throw new Error('a process ended by itself');
      if (left % 10 === 0) progress(`${waiting} on their way`);
      await sleep(500);
    }
  } finally {
    outbox.close();
  }
}
