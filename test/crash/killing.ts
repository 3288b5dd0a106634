/** Kills the real server again and again while members text, then looks at what they were told and what is stored. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../server/open-store.ts';
import { compare, type Faults } from './books.ts';
import { Carrier } from './carrier.ts';
import { arrived, deliverRest } from './delivery.ts';
import { leftBehind } from './left-behind.ts';
import { textOn } from './member.ts';
import { below, seeded, type Random } from './seeded.ts';
import { startServerProcess, type Places, type ServerProcess } from './server-process.ts';

export type Plan = {
  readonly kills: number;
  readonly seed: number;
  /**
   * How long the last server may take to bring every request to the desk, in seconds. What a killed one held waits for
   * its lease to run out (60 s); with less patience than that the clock is turned on instead.
   */
  readonly patience: number;
  /** Told after each kill. */
  readonly told?: (kills: number, turns: number) => void;
};

export type Report = {
  readonly kills: number;
  /** Messages answered. */
  readonly turns: number;
  readonly referrals: number;
  /** Messages that a kill cut off before, and after, their turn was stored. */
  readonly cutBefore: number;
  readonly cutAfter: number;
  /** Requests that a kill left in the sender's hands. */
  readonly heldBySender: number;
  readonly faults: Faults;
  /** What any of the servers wrote down as a failure. */
  readonly failures: readonly string[];
};

const members = 6;

export async function killAgainAndAgain(plan: Plan): Promise<Report> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kill-'));
  try {
    return await run(plan, { dataDir: path.join(folder, 'data'), keyFile: path.join(folder, 'keys.json') });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run({ kills, seed, patience, told }: Plan, places: Places): Promise<Report> {
  const file = path.join(places.dataDir, 'navigator.sqlite');
  const random = seeded(seed);
  const carrier = new Carrier(seeded(seed + 1));
  let over = false;
  let phones = 0;
  const phone = (): string => `+1${200 + Math.floor(phones / 100)}55501${String(phones++ % 100).padStart(2, '0')}`;
  const talks = Array.from({ length: members }, (_, at) =>
    textOn({ carrier, random: seeded(seed + 2 + at), phone, isOver: () => over }),
  );
  const count = { cutBefore: 0, cutAfter: 0 };
  const held = new Set<string>();
  const failures: string[] = [];

  for (let kill = 0; kill < kills; kill += 1) {
    const server = await startServerProcess(places);
    carrier.open(server.url);
    await killInTheMiddle(server, carrier, random);
    failures.push(...server.failures);
    const left = leftBehind(file, carrier.cut);
    carrier.wrong.push(...left.damage);
    count.cutAfter += left.stored;
    count.cutBefore += carrier.cut.size - left.stored;
    for (const item of left.held) held.add(item);
    carrier.cut.clear();
    told?.(kill + 1, carrier.turns);
  }

  const last = await startServerProcess(places);
  carrier.open(last.url);
  over = true;
  await Promise.all(talks);
  await arrived(file, patience);
  await last.stop();
  failures.push(...last.failures);

  const store = await openStore(places);
  if (patience === 0) await deliverRest(store);
  const referrals = (await store.referrals('the books')).length;
  const faults = await compare(carrier, store, file);
  await store.close();
  return { kills, turns: carrier.turns, referrals, ...count, heldBySender: held.size, faults, failures };
}

const mostSteps = 120;
const mostMilliseconds = 10;

/** After so many messages sent or answered, a little later, and never while nothing is under way. */
async function killInTheMiddle(server: ServerProcess, carrier: Carrier, random: Random): Promise<void> {
  for (let steps = 1 + below(random, mostSteps); steps > 0; steps -= 1) await once(carrier, 'step');
  await sleep(random() * mostMilliseconds);
  while (carrier.underWay === 0) await once(carrier, 'step');
  carrier.shut();
  await server.kill();
  while (carrier.underWay > 0) await once(carrier, 'step');
}
