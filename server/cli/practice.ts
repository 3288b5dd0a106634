/** `npm run practice`: the real server with invented members, for learning the desk. Nothing of it leaves this machine. */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { systemClock } from '../clock.ts';
import { deskUrl } from '../desk/sign-in/desk-auth.ts';
import { Role } from '../desk/sign-in/session.ts';
import { mintSignInLink } from '../desk/sign-in/sign-in-link.ts';
import { words } from '../desk/words.ts';
import { createLog } from '../log.ts';
import { openStore } from '../open-store.ts';
import { planById } from '../plans/index.ts';
import { busyMonday, fillWithPractice } from '../practice/fill.ts';
import { practiceConfig, practiceFolder } from '../practice/settings.ts';
import { startServer } from '../start.ts';

const whole = z.coerce.number().int();
const Options = z.strictObject({
  name: z.string().trim().min(1).max(100).default('Practice'),
  role: Role.default('admin'),
  open: whole.min(1).max(5000).default(busyMonday.open),
  seed: whole.default(busyMonday.seed),
  port: whole.min(0).max(65535).default(3979),
  data: z.string().min(1).optional(),
});

try {
  await main();
} catch (error) {
  const lines =
    error instanceof z.ZodError ? error.issues.map(({ path, message }) => `--${path.join()}: ${message}`) : [];
  process.stderr.write(
    `${lines.length > 0 ? lines.join('\n') : String(error instanceof Error ? error.message : error)}\n`,
  );
  process.exitCode = 2;
}

async function main(): Promise<void> {
  // What says that real members come here may stand in the file.
  if (existsSync('.env')) process.loadEnvFile('.env');
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { name: text, role: text, open: text, seed: text, port: text, data: text } });
  const { name, role, open, seed, port, data } = Options.parse(values);
  // Refused before anything is made.
  practiceConfig(process.env, { folder: data ?? '.', port });
  const place = practiceFolder(data, process.env['DATA_DIR'] || undefined);
  process.once('exit', place.close);
  const config = practiceConfig(process.env, { folder: place.folder, port });
  const plan = { ...planById(config.plan), gateway: { kind: 'desk' } } as const;

  let now: Date | null = null;
  const store = await openStore(config, () => now ?? systemClock.now());
  if (place.isNew) {
    process.stdout.write(`${words.practice.filling}\n`);
    await fillWithPractice(store, { open, seed, until: systemClock.now(), plan, me: name }, (then) => (now = then));
    now = null;
    place.filled();
  }
  const log = createLog(config.logLevel);
  const running = await startServer({ config, store, clock: systemClock, log, plan, practice: true });
  const url = deskUrl({ ...config, port: Number(new URL(running.url).port) });
  const link = await mintSignInLink(store, { name, role }, url, systemClock.now());
  process.stdout.write(`${words.practice.banner}\n  data  ${place.folder}\n${words.cli.link}\n${link}\n`);
  const stop = (): void => void running.close();
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
