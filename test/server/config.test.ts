import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ConfigError, readConfig } from '../../server/config.ts';
import { Environment } from '../../server/environment.ts';

/** Which variables a refused start names. */
function named(variables: Record<string, string>): readonly string[] {
  try {
    readConfig(variables);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems.map((problem) => problem.split(':')[0]!);
  }
}

const signIn = { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 'hidden-value' };
const open = { HOST: '0.0.0.0', PUBLIC_URL: 'https://help.example.org', ...signIn };

describe('The configuration', () => {
  it('needs nothing set: this machine only, drafts shown, everything outside off', () => {
    const config = readConfig({});
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.port, 3978);
    assert.equal(config.words, 'preview');
    assert.deepEqual([config.twilio, config.botFramework, config.oidc, config.model], [null, null, null, null]);
  });

  it('keeps the keys away from the data', () => {
    const { keyFile } = readConfig({ XDG_STATE_HOME: '/state' });
    assert.equal(keyFile, '/state/calaim-navigator/keys.json');
    assert.deepEqual(named({ DATA_DIR: '/data', KEY_FILE: '/data/keys.json' }), ['KEY_FILE']);
  });

  it('shows only signed words when others can reach it', () => assert.equal(readConfig(open).words, 'reviewed'));

  it('takes an empty variable as one that is not set', () =>
    assert.equal(readConfig({ PORT: '', WORDS: '' }).port, 3978));

  const refused: readonly [why: string, variables: Record<string, string>, names: readonly string[]][] = [
    ['a port that is no number', { PORT: 'http' }, ['PORT']],
    ['a port that does not exist', { PORT: '70000' }, ['PORT']],
    ['words of a third kind', { WORDS: 'all' }, ['WORDS']],
    ['an address without its scheme', { PUBLIC_URL: 'help.example.org' }, ['PUBLIC_URL']],
    ['two wrong ones at once', { PORT: 'x', LOG_LEVEL: 'loud' }, ['PORT', 'LOG_LEVEL']],
    ['a plan that is a path', { PLAN: '../plan' }, ['PLAN']],
    ['half of Twilio', { TWILIO_AUTH_TOKEN: 't' }, ['TWILIO_ACCOUNT_SID', 'TWILIO_FROM']],
    ['half of a sign-in', { OIDC_ISSUER: 'https://id.example.org' }, ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
    ['a Microsoft app without its password', { MICROSOFT_APP_ID: 'a' }, ['MICROSOFT_APP_PASSWORD']],
    ['a desk without sign-in that others can reach', { HOST: '0.0.0.0' }, ['OIDC_ISSUER']],
    ['drafts shown to everybody', { ...open, WORDS: 'preview' }, ['WORDS']],
    ['unsigned Bot Framework messages from everybody', { ...open, BOT_LOCAL: 'yes' }, ['BOT_LOCAL']],
    ['a frame that could not keep its session', { EMBED_ORIGINS: 'https://plan.example.org' }, ['EMBED_ORIGINS']],
    ['a frame for a path', { ...open, EMBED_ORIGINS: 'https://plan.example.org/page' }, ['EMBED_ORIGINS']],
  ];
  for (const [why, variables, names] of refused) {
    it(`refuses ${why}, and names ${names.join(' and ')}`, () => assert.deepEqual(named(variables), names));
  }

  it('lets drafts be shown to everybody only when that is said in so many words', () => {
    assert.equal(readConfig({ ...open, WORDS: 'preview', ALLOW_DRAFT_TRANSLATIONS: 'yes' }).words, 'preview');
  });

  it('never repeats a value in what it refuses', () => {
    assert.throws(
      () => readConfig({ OIDC_CLIENT_SECRET: 'hidden-value', PORT: 'hidden-value', PUBLIC_URL: 'hidden-value' }),
      (error: Error) => !error.message.includes('hidden-value'),
    );
  });

  it('is written out in .env.example, every variable with its default', () => {
    const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split('\n');
    const listed: Record<string, string> = {};
    for (const line of lines.filter((one) => /^[A-Z_]+=/.test(one))) listed[line.split('=')[0]!] = line.split('=')[1]!;
    assert.deepEqual(Object.keys(listed).sort(), Object.keys(Environment.shape).sort());
    assert.deepEqual(readConfig(listed), readConfig({}));
  });
});
