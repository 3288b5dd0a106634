/** The key that we sign in to the plan's FHIR server with: a private JWK in a file of its own. */
import { readFile, stat } from 'node:fs/promises';
import { webcrypto } from 'node:crypto';
import { z } from 'zod';

export type PrivateKey = { readonly key: webcrypto.CryptoKey; readonly kid: string };

/** What is wrong with the file, in words for the operator. Never what is in it. */
export class KeyFileError extends Error {}

/** The key in this file. Throws a `KeyFileError`. */
export async function readPrivateKey(file: string): Promise<PrivateKey> {
  const jwk = Jwk.safeParse(asJson(await readAlone(file), file));
  // Of several faults the first is told: one that is no key at all has no name either.
  if (!jwk.success) throw new KeyFileError(`${file} ${jwk.error.issues[0]?.message ?? 'is not a key'}`);
  const { alg, kid } = jwk.data;
  try {
    const key = await webcrypto.subtle.importKey('jwk', jwk.data, algorithms[alg], false, ['sign']);
    if (alg === 'RS384' && Buffer.from(jwk.data.n ?? '', 'base64url').length < 256) throw new Error('short');
    return { key, kid };
  } catch {
    throw new KeyFileError(`${file} is damaged, or holds no key for ${alg} (RSA of 2048 bits or more, or P-384)`);
  }
}

/** SMART Backend Services knows these two. */
const algorithms = {
  RS384: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384' },
} as const;

const Jwk = z.looseObject(
  {
    kty: z.enum(['RSA', 'EC'], 'holds no key: "kty" must be "RSA" or "EC"'),
    d: z.string('holds no private key: it has no "d"').min(1, 'holds no private key: "d" is empty'),
    alg: z.enum(['RS384', 'ES384'], 'must say "alg": "RS384" or "ES384"'),
    kid: z.string('must say "kid", the name that the plan knows the key by').min(1, '"kid" is empty'),
    n: z.string().optional(),
  },
  'holds no key as a JWK',
);

async function readAlone(file: string): Promise<string> {
  try {
    const { mode } = await stat(file);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new KeyFileError(`${file} may be read by others. Give it to its owner alone: chmod 600`);
    }
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof KeyFileError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new KeyFileError(code === 'ENOENT' ? `there is no file ${file}` : `${file} cannot be read (${code})`);
  }
}

function asJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new KeyFileError(`${file} is not JSON`);
  }
}
