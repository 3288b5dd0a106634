import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FhirSettings } from '../../../referral/gateway-settings.ts';
import { checkFhirSettings } from '../../../server/gateways/fhir-gateway.ts';
import { temporaryFolder } from '../storage/samples.ts';
import { newKey } from './fhir-plan.ts';

const folder = temporaryFolder();
const file = path.join(folder, 'key.json');
const write = (content: unknown, mode = 0o600): void => {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  chmodSync(file, mode);
};
const settings = (more: Partial<FhirSettings> = {}): FhirSettings =>
  FhirSettings.parse({
    kind: 'fhir',
    baseUrl: 'https://plan.example/fhir',
    clientId: 'navigator',
    privateKeyFile: file,
    ...more,
  });
const ec = newKey('ES384').private as Record<string, unknown>;
const rsa = newKey('RS384').private as Record<string, unknown>;
const without = (key: Record<string, unknown>, field: string): object =>
  Object.fromEntries(Object.entries(key).filter(([name]) => name !== field));
const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ format: 'jwk' });

describe('The plan’s file about its FHIR server', () => {
  for (const key of [ec, rsa]) {
    it(`may name a key for ${String(key['alg'])}`, async () => {
      write(key);
      await checkFhirSettings(settings());
    });
  }

  it('may name a link to a key, as secrets are often given', async () => {
    write(ec);
    const link = path.join(folder, 'link.json');
    symlinkSync(file, link);
    await checkFhirSettings(settings({ privateKeyFile: link }));
  });

  const wrong: readonly [what: string, content: unknown, why: RegExp][] = [
    ['nothing', '', /is not JSON/],
    ['a key as PEM', '-----BEGIN PRIVATE KEY-----', /is not JSON/],
    ['no object', [], /no key as a JWK/],
    ['a set of keys', { keys: [ec] }, /"kty"/],
    ['a shared secret', { kty: 'oct', k: 'c2VjcmV0', kid: '1', alg: 'HS256' }, /"kty"/],
    ['the public half', newKey('ES384').public, /no private key/],
    ['a key without alg', without(ec, 'alg'), /"alg": "RS384" or "ES384"/],
    ['a key for another alg', { ...rsa, alg: 'RS256' }, /"alg": "RS384" or "ES384"/],
    ['a key without kid', without(rsa, 'kid'), /"kid"/],
    ['an empty kid', { ...rsa, kid: '' }, /"kid"/],
    ['a key that is of another kind than it says', { ...rsa, alg: 'ES384' }, /damaged/],
    ['half a key', without(ec, 'x'), /damaged/],
    ['a key that may only encrypt', { ...rsa, use: 'enc' }, /damaged/],
    ['a short key', { ...short, kid: '1', alg: 'RS384' }, /2048/],
  ];
  for (const [what, content, why] of wrong) {
    it(`is wrong where the key file holds ${what}`, async () => {
      write(content);
      await assert.rejects(checkFhirSettings(settings()), (error: Error) => {
        assert.match(error.message, /gateway\.privateKeyFile: /);
        assert.match(error.message, why);
        assert.ok(error.message.includes(file));
        assert.ok(!error.message.includes(String(ec['d'])) && !error.message.includes(String(rsa['d'])));
        return true;
      });
    });
  }

  it('is wrong where others may read the key', async () => {
    for (const mode of [0o640, 0o604, 0o644, 0o620]) {
      write(ec, mode);
      await assert.rejects(checkFhirSettings(settings()), /privateKeyFile: .*chmod 600/);
    }
  });

  it('is wrong where there is no key file, or it is a folder', async () => {
    const none = path.join(folder, 'none.json');
    await assert.rejects(checkFhirSettings(settings({ privateKeyFile: none })), /privateKeyFile: there is no file/);
    const inner = path.join(folder, 'inner');
    mkdirSync(inner, { mode: 0o700 });
    await assert.rejects(checkFhirSettings(settings({ privateKeyFile: inner })), /cannot be read \(EISDIR\)/);
  });

  it('tells all that is wrong at once', async () => {
    write('');
    const tokenUrl = 'https://me:secret@plan.example/token';
    await assert.rejects(
      checkFhirSettings(settings({ baseUrl: 'https://plan.example/fhir?x=1', tokenUrl })),
      (error) => {
        assert.ok(error instanceof Error);
        assert.match(error.message, /gateway\.baseUrl: .*\n.*gateway\.tokenUrl: .*\n.*gateway\.privateKeyFile: /);
        assert.doesNotMatch(error.message, /secret/);
        return true;
      },
    );
  });

  it('names no address that is not safe, and none that is no address', () => {
    for (const baseUrl of ['http://plan.example/fhir', 'ftp://plan.example', 'plan.example', '']) {
      assert.equal(FhirSettings.safeParse({ ...settings(), baseUrl }).success, false, baseUrl);
    }
  });
});
