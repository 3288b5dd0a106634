import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../../../server/config.ts';
import { practiceConfig, practiceFolder } from '../../../server/practice/settings.ts';
import { temporaryFolder } from '../storage/samples.ts';

const place = { folder: '/invented', port: 3979 };

describe('the settings of a practice desk', () => {
  it('hold nothing of the real one: neither its data, nor its keys, nor a way outside', () => {
    const real = { DATA_DIR: '/srv/real', KEY_FILE: '/srv/keys.json', PORT: '80', BOT_LOCAL: 'yes', PLAN: 'iehp' };
    const config = practiceConfig(real, place);
    assert.deepEqual(
      [config.dataDir, config.keyFile, config.port],
      ['/invented/data', '/invented/keys/keys.json', 3979],
    );
    const { twilio, botFramework, oidc, model, publicUrl, host } = config;
    assert.deepEqual([twilio, botFramework, oidc, model, publicUrl, host], [null, null, null, null, null, '127.0.0.1']);
  });

  for (const [name, value] of [
    ['OIDC_ISSUER', 'https://sso.example'],
    ['PUBLIC_URL', 'https://help.example'],
    ['HOST', '0.0.0.0'],
    ['TWILIO_AUTH_TOKEN', 'x'],
    ['MICROSOFT_APP_ID', 'x'],
    ['OPENAI_API_KEY', 'x'],
    ['TRUST_PROXY', '1'],
    ['WORDS', 'reviewed'],
    ['EMBED_ORIGINS', 'https://example.org'],
  ] as const) {
    it(`are refused where ${name} says that real members come, and its value is not repeated`, () => {
      assert.throws(
        () => practiceConfig({ [name]: value }, place),
        (error) => error instanceof ConfigError && error.message.includes(name) && !error.message.includes('example'),
      );
    });
  }

  it('take what is left empty for not set', () => {
    assert.equal(practiceConfig({ OIDC_ISSUER: '', PUBLIC_URL: '', HOST: '127.0.0.1' }, place).oidc, null);
  });

  it('write into no folder that holds something else, nor into the one of the real data', () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'navigator.sqlite'), 'real');
    assert.throws(() => practiceFolder(folder), ConfigError);
    assert.deepEqual(readdirSync(folder), ['navigator.sqlite']);
    const real = path.join(temporaryFolder(), 'data');
    assert.throws(() => practiceFolder(real, real), ConfigError);
  });

  it('keep a named folder and find it again, and remove one that was made for one time', () => {
    const named = path.join(temporaryFolder(), 'kept');
    const first = practiceFolder(named);
    assert.equal(first.isNew, true);
    first.filled();
    first.close();
    assert.equal(practiceFolder(named).isNew, false);

    const once = practiceFolder(undefined);
    mkdirSync(path.join(once.folder, 'data'));
    once.close();
    assert.equal(path.basename(once.folder).startsWith('practice-'), true);
    assert.throws(() => readdirSync(once.folder), /ENOENT/);
  });
});
