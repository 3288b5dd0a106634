/** Ends one of the processes in the middle of its work, and starts another in its place, again and again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { below, seeded } from '../crash/seeded.ts';
import type { House } from './houses.ts';
import { houses } from './numbers.ts';

/** How long a process works at the most before it is killed, in milliseconds. */
export const longest = 1500;

export type Cut = {
  readonly kills: number;
  /** Tries to reach the plan that a kill cut off. */
  readonly triesCut: number;
  /** Numbers that a process was killed over before it had said that they were stored. */
  readonly filingsCut: number;
};

/** `open` starts the process of a place; `killed` hears after each kill. The last ones are killed, too. */
export async function killAgainAndAgain(
  { kills, seed }: { readonly kills: number; readonly seed: number },
  open: (at: number) => House,
  killed: (kills: number) => void,
): Promise<Cut> {
  const random = seeded(seed);
  const running = Array.from({ length: houses }, (_, at) => open(at));
  let triesCut = 0;
  let filingsCut = 0;
  const kill = async (house: House): Promise<void> => {
    const { tries, filings } = await house.kill();
    triesCut += tries;
    filingsCut += filings;
  };
  for (let done = 1; done <= kills; done += 1) {
    const at = below(random, houses);
    const house = running[at] ?? open(at);
    // Never while it is still starting; the other works on meanwhile.
    await house.ready;
    await sleep(random() * longest);
    if (house.isOver()) throw new Error('a process ended by itself');
    await kill(house);
    running[at] = open(at);
    killed(done);
  }
  for (const house of running) await kill(house);
  return { kills, triesCut, filingsCut };
}
