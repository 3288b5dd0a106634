/** With what a practice desk starts: nothing of the real one, and nothing that leads outside. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigError, readConfig, type Config } from '../config.ts';
import { isLoopback } from '../loopback.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** What is set where real members come, or leads to others: by each of these a practice desk is refused. */
const ofTheRealOne = [
  ...['PUBLIC_URL', 'EMBED_ORIGINS', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ...['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'],
  ...['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID'],
  ...['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'OPENAI_MODEL'],
];

/** The configuration of a practice desk in this folder. Throws a ConfigError where this looks like a real one. */
export function practiceConfig(
  variables: Variables,
  { folder, port }: { readonly folder: string; readonly port: number },
): Config {
  const isSet = (name: string): boolean => (variables[name] ?? '') !== '';
  const refused = ofTheRealOne.filter(isSet).map((name) => `${name}: is set, so this is no place to practice`);
  if (isSet('HOST') && !isLoopback(variables['HOST'] ?? ''))
    refused.push('HOST: others can reach it; practice is for this machine');
  if (isSet('TRUST_PROXY') && variables['TRUST_PROXY'] !== '0') refused.push('TRUST_PROXY: a proxy leads others here');
  if (variables['WORDS'] === 'reviewed') refused.push('WORDS: reviewed is for real members');
  if (refused.length > 0) throw new ConfigError(refused);
  const { PLAN, LOG_LEVEL = 'warn' } = variables;
  return readConfig({
    PLAN,
    LOG_LEVEL,
    PORT: String(port),
    DATA_DIR: path.join(folder, 'data'),
    KEY_FILE: path.join(folder, 'keys', 'keys.json'),
  });
}

/** Says that a folder is ours, so that no other is ever written to. */
const mark = 'practice.txt';

export type PracticeFolder = {
  readonly folder: string;
  /** Whether its members have to be invented first. */
  readonly isNew: boolean;
  /** That they are there now. */
  readonly filled: () => void;
  /** Removes what was made for this one time. */
  readonly close: () => void;
};

/** A folder for one time, or the named one. Throws where that one holds something else than an earlier practice. */
export function practiceFolder(named: string | undefined, dataDir = './data'): PracticeFolder {
  if (named === undefined) {
    const folder = mkdtempSync(path.join(tmpdir(), 'practice-'));
    return {
      folder,
      isNew: true,
      filled: () => undefined,
      close: () => rmSync(folder, { recursive: true, force: true }),
    };
  }
  const folder = path.resolve(named);
  if (folder === path.resolve(dataDir)) throw new ConfigError(['--data: is DATA_DIR, where real members are kept']);
  const isOurs = existsSync(path.join(folder, mark));
  if (!isOurs && existsSync(folder) && readdirSync(folder).length > 0) {
    throw new ConfigError(['--data: holds something that is no practice; name an empty folder or a new one']);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const filled = (): void =>
    writeFileSync(path.join(folder, mark), 'Invented members only. Made by npm run practice.\n');
  return { folder, isNew: !isOurs, filled, close: () => undefined };
}
