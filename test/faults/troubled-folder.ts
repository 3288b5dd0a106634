/** A plan that picks sets up from a shared folder, and acknowledges them late, twice, by halves, or not until asked. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { below, type Random } from '../crash/seeded.ts';
import type { Manifest } from '../server/gateways/folder/shared-folder.ts';
import { before } from './numbers.ts';
import { often, outages, type TroubledPlan } from './troubled-plan.ts';

const everyMs = 50;

export function openTroubledFolder(random: Random, parent: string): Promise<TroubledPlan> {
  const folder = path.join(parent, 'shared');
  const acks = path.join(folder, 'acks');
  const away = path.join(parent, 'acks away');
  mkdirSync(acks, { recursive: true, mode: 0o700 });
  /** How often each file came, by its name. */
  const came = new Map<string, number>();
  const numbers = new Set<string>();
  const count: Record<string, number> = {};
  const timers = new Set<NodeJS.Timeout>();
  const isDown = outages(10_000, 1_500);
  let isCalm = false;
  let early = 0;

  const acknowledge = (number: string, text = JSON.stringify({ number })): void => {
    // While the share is gone nobody can write to it.
    if (existsSync(acks)) writeFileSync(path.join(acks, `${number}.ack`), text);
    else later(200, () => acknowledge(number, text));
  };
  const later = (milliseconds: number, act: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, milliseconds);
    timers.add(timer);
  };
  const answers: Readonly<Record<string, (number: string) => void>> = {
    'acknowledged late': (number) => later(3000, () => acknowledge(number)),
    'acknowledged twice': (number) => {
      acknowledge(number);
      later(1000, () => acknowledge(number));
    },
    'acknowledged by halves': (number) => {
      acknowledge(number, '{"num');
      later(1000, () => acknowledge(number));
    },
    'took its acknowledgement away': (number) => {
      acknowledge(number);
      later(1500, () => rmSync(path.join(acks, `${number}.ack`), { force: true }));
    },
    'never acknowledged': () => undefined,
  };
  const answer = (number: string): void => {
    const names = Object.keys(answers);
    const name = isCalm || below(random, 100) >= often ? undefined : names[below(random, names.length)];
    if (name === undefined) return acknowledge(number);
    count[name] = (count[name] ?? 0) + 1;
    answers[name]?.(number);
  };
  const takeUp = (name: string): void => {
    const { number, files } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Manifest;
    for (const one of [...files.map((file) => file.name), name]) {
      if (!existsSync(path.join(folder, one))) continue;
      rmSync(path.join(folder, one));
      came.set(one, (came.get(one) ?? 0) + 1);
    }
    // Several may lie there at once, in no order.
    if (!before(number).every((one) => numbers.has(one) || existsSync(path.join(folder, `${one}.manifest.json`)))) {
      early += 1;
    }
    numbers.add(number);
    answer(number);
  };
  const lookIn = (): void => {
    const down = !isCalm && isDown();
    if (down === existsSync(acks)) {
      renameSync(...(down ? ([acks, away] as const) : ([away, acks] as const)));
      if (down) count['share gone'] = (count['share gone'] ?? 0) + 1;
    }
    if (down) return;
    for (const name of readdirSync(folder)) if (name.endsWith('.manifest.json')) takeUp(name);
  };
  const picker = setInterval(lookIn, everyMs);

  return Promise.resolve({
    settings: { kind: 'folder' as const, path: folder, acknowledgedWithinHours: 24 },
    balance: (filed) => {
      const expected = new Set(filed.flatMap(({ number }) => partsOf(number)));
      const times = (name: string): number => came.get(name) ?? 0;
      return Promise.resolve({
        lacking: filed.filter(({ number }) => partsOf(number).some((name) => times(name) === 0)).length,
        doubled:
          filed.filter(({ number }) => partsOf(number).some((name) => times(name) > 1)).length +
          [...came.keys()].filter((name) => !expected.has(name)).length,
      });
    },
    early: () => early,
    faults: () => count,
    recover: () => {
      isCalm = true;
      lookIn();
      // Somebody at the plan has looked into what we said was never acknowledged.
      for (const number of numbers) acknowledge(number);
    },
    close: () => {
      clearInterval(picker);
      for (const timer of timers) clearTimeout(timer);
      return Promise.resolve();
    },
  });
}

const partsOf = (number: string): readonly string[] => [
  `${number}.json`,
  `${number}-adult.pdf`,
  `${number}-medicallyTailoredMeals.pdf`,
  `${number}.manifest.json`,
];
