/** `npm start`: reads the environment, opens the data, listens, and says what is on and what is off. */
import { existsSync } from 'node:fs';
import { ConfigError, readConfig, type Config } from './config.ts';
import { systemClock } from './clock.ts';
import { createLog } from './log.ts';
import { openStore } from './open-store.ts';
import { planById } from './plans/index.ts';
import { startServer } from './start.ts';

try {
  await main();
} catch (error) {
  // What is wrong with the configuration is the operator's own and safe to show; nothing of a member is in it.
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  // What the environment already says stands before the file.
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const running = await startServer({ config, store: await openStore(config), clock: systemClock, log });
  process.stdout.write(`${told(config, running.url).join('\n')}\n`);
  const stop = (): void => void running.close();
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** A few lines for the one who starts it: what runs where, and how the rest is turned on. */
function told(config: Config, url: string): readonly string[] {
  const plan = planById(config.plan);
  const ways = { desk: 'this desk', fhir: "the plan's FHIR server", folder: 'a folder that the plan empties' };
  const state = (on: boolean, what: string, how: string): string =>
    `  ${on ? 'on ' : 'off'}  ${what}${on ? '' : `: ${how}`}`;
  return [
    plan.name,
    `  chat  ${url}/`,
    `  desk  ${url}/desk`,
    `  data  ${config.dataDir}   keys ${config.keyFile}`,
    `  words ${config.words === 'preview' ? 'preview: drafts are shown, under a banner that says so' : 'reviewed: only signed words are shown'}`,
    state(
      config.twilio !== null && config.publicUrl !== null,
      'text messages',
      'set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM and PUBLIC_URL',
    ),
    state(
      config.botFramework !== null,
      'Bot Framework endpoint',
      'set MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD, or BOT_LOCAL=yes',
    ),
    state(false, 'model', 'not built yet; everything works without one'),
    state(
      config.oidc !== null,
      'desk sign-in by OIDC',
      'set OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET; here: npm run desk-link -- --name N --role worker',
    ),
    state(true, `plan gateway: ${ways[plan.gateway.kind]}`, ''),
  ];
}
