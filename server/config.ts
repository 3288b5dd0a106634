/** What this process was told to be: read once, at the start, and refused as a whole when any of it is wrong. */
import { homedir } from 'node:os';
import path from 'node:path';
import { Environment } from './environment.ts';
import { isLoopback } from './loopback.ts';

/** The environment, parsed, defaults filled in; a part that is off is null. */
export type Config = {
  readonly port: number;
  readonly host: string;
  readonly plan: string;
  readonly dataDir: string;
  /** Keys of sealed columns; never inside `dataDir`, so that a copy of the data alone opens nothing. */
  readonly keyFile: string;
  /** Where people reach us, without a slash at the end. */
  readonly publicUrl: string | null;
  /** How many proxies stand before us whose word on the sender's address we take. */
  readonly trustProxy: number;
  readonly words: 'reviewed' | 'preview';
  readonly idleLockMinutes: number;
  /** Who may show the chat in a frame. */
  readonly embedOrigins: readonly string[];
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly twilio: { readonly accountSid: string; readonly authToken: string; readonly from: string } | null;
  readonly botFramework:
    | { readonly mode: 'azure'; readonly appId: string; readonly password: string; readonly tenantId: string | null }
    | { readonly mode: 'local' }
    | null;
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
  readonly model: { readonly apiKey: string; readonly baseUrl: string | null; readonly name: string } | null;
};

/** The environment does not say what we need. The message names each variable; it never quotes a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Reads the environment; throws a ConfigError that names every wrong variable at once. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path: [name], message }) => `${String(name)}: ${message}`));
  }
  const problems = [...halves(parsed.data), ...unsafe(parsed.data, isLoopback(parsed.data.HOST))];
  if (problems.length > 0) throw new ConfigError(problems);
  return configOf(parsed.data, variables);
}

function configOf(env: Environment, variables: Readonly<Record<string, string | undefined>>): Config {
  return {
    port: env.PORT,
    host: env.HOST,
    plan: env.PLAN,
    dataDir: env.DATA_DIR,
    keyFile: env.KEY_FILE ?? defaultKeyFile(variables),
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    trustProxy: env.TRUST_PROXY,
    words: env.WORDS ?? (isLoopback(env.HOST) ? 'preview' : 'reviewed'),
    idleLockMinutes: env.IDLE_LOCK_MINUTES,
    embedOrigins: env.EMBED_ORIGINS,
    logLevel: env.LOG_LEVEL,
    twilio: twilioOf(env),
    botFramework: botFrameworkOf(env),
    oidc: oidcOf(env),
    model: modelOf(env),
  };
}

function defaultKeyFile(variables: Readonly<Record<string, string | undefined>>): string {
  const state = variables['XDG_STATE_HOME'];
  const home = state !== undefined && path.isAbsolute(state) ? state : path.join(homedir(), '.local', 'state');
  return path.join(home, 'calaim-navigator', 'keys.json');
}

function twilioOf(env: Environment): Config['twilio'] {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from } = env;
  return accountSid && authToken && from ? { accountSid, authToken, from } : null;
}

function botFrameworkOf(env: Environment): Config['botFramework'] {
  if (env.BOT_LOCAL === 'yes') return { mode: 'local' };
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenantId } = env;
  return appId && password ? { mode: 'azure', appId, password, tenantId: tenantId ?? null } : null;
}

function oidcOf(env: Environment): Config['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null;
}

function modelOf(env: Environment): Config['model'] {
  const { OPENAI_API_KEY: apiKey, OPENAI_MODEL: name, OPENAI_BASE_URL: baseUrl } = env;
  return apiKey && name ? { apiKey, name, baseUrl: baseUrl ?? null } : null;
}

/** Variables that only work together: some are set, some are not. */
function halves(env: Environment): string[] {
  const groups: readonly (readonly (keyof Environment)[])[] = [
    ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'],
    ['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD'],
    ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
    ['OPENAI_API_KEY', 'OPENAI_MODEL'],
  ];
  return groups.flatMap((group) => {
    const missing = group.filter((name) => env[name] === undefined);
    if (missing.length === 0 || missing.length === group.length) return [];
    const present = group.filter((name) => env[name] !== undefined);
    return missing.map((name) => `${name}: is needed, because ${present.join(', ')} is set`);
  });
}

/** What is right by itself, but would let somebody in or show words that nobody has checked. */
function unsafe(env: Environment, loopback: boolean): string[] {
  const problems: string[] = [];
  if (!loopback && oidcOf(env) === null) {
    problems.push('OIDC_ISSUER: the desk needs a sign-in when HOST is open to others (or HOST=127.0.0.1)');
  }
  if (!loopback && env.WORDS === 'preview' && env.ALLOW_DRAFT_TRANSLATIONS === 'no') {
    problems.push('WORDS: preview shows unchecked words; on an open HOST it needs ALLOW_DRAFT_TRANSLATIONS=yes');
  }
  if (!loopback && env.BOT_LOCAL === 'yes') {
    problems.push('BOT_LOCAL: takes unsigned messages, so only with a loopback HOST');
  }
  if (env.BOT_LOCAL === 'yes' && env.MICROSOFT_APP_ID !== undefined) {
    problems.push('BOT_LOCAL: is for use without MICROSOFT_APP_ID; unset one of them');
  }
  if (oidcOf(env) !== null && env.PUBLIC_URL === undefined) {
    problems.push('PUBLIC_URL: is needed for the sign-in to come back to the desk');
  }
  if (env.EMBED_ORIGINS.length > 0 && env.PUBLIC_URL?.startsWith('https:') !== true) {
    problems.push('EMBED_ORIGINS: a frame keeps its session only over https; set PUBLIC_URL to the https address');
  }
  if (env.KEY_FILE !== undefined && isInside(env.DATA_DIR, env.KEY_FILE)) {
    problems.push('KEY_FILE: must not lie in DATA_DIR: a copy of the data would carry its own key');
  }
  return problems;
}

function isInside(folder: string, file: string): boolean {
  const way = path.relative(path.resolve(folder), path.resolve(file));
  return !way.startsWith('..') && !path.isAbsolute(way);
}
