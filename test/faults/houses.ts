/** The processes that file and send: started, fed with numbers, killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

export type House = {
  /** Resolves when it works, or has ended. */
  readonly ready: Promise<void>;
  readonly isOver: () => boolean;
  /** Gives it numbers to file, one after the other, until it has ended. */
  readonly feed: (numbers: readonly string[], everyMs: number) => Promise<void>;
  /** Gives back how many tries, and how many filings, were under way at that moment. */
  readonly kill: () => Promise<{ readonly tries: number; readonly filings: number }>;
};

export type HouseParts = {
  /** The process, as one file. */
  readonly file: string;
  readonly places: { readonly dataDir: string; readonly keyFile: string };
  readonly settings: object;
  /** When its time began, and how much faster than ours it runs. */
  readonly began: number;
  readonly faster: number;
  readonly filed: (number: string) => void;
};

export function openHouse({ file, places, settings, began, faster, filed }: HouseParts): House {
  const data = path.join(places.dataDir, 'navigator.sqlite');
  const child = spawn(
    process.execPath,
    [file, data, places.keyFile, JSON.stringify(settings), String(began), String(faster)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  let tries = 0;
  let filings = 0;
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const ready = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, number] = line.split(' ');
      if (word === 'ready') resolve();
      if (word === 'filed' && number) {
        filings -= 1;
        filed(number);
      }
      if (word === 'sends') tries += 1;
      if (word === 'received' || word === 'not') tries -= 1;
    });
  });
  // What it was given when it was killed is given to the next.
  child.stdin.on('error', () => undefined);
  return {
    ready,
    isOver,
    feed: async (numbers, everyMs) => {
      await ready;
      for (const number of numbers) {
        if (isOver()) return;
        filings += 1;
        child.stdin.write(`${number}\n`);
        await sleep(everyMs);
      }
    },
    kill: async () => {
      if (!isOver()) {
        child.kill('SIGKILL');
        await once(child, 'close');
      }
      return { tries, filings };
    },
  };
}
