/** Sealing: what members say is unreadable on disk, and cannot be moved from one row to another. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Keyring } from './keys.ts';

/** What a blind index is for; the same value under two purposes cannot be matched. */
export type Lookup = 'talk' | 'proof' | 'phone' | 'lane' | 'answer';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM under the active key: `key id . base64(nonce, ciphertext, tag)`.
 * `context` is table, column and row; the value opens only with the same.
 */
export function seal(keyring: Keyring, plaintext: string, context: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(keyring, keyring.active), nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([nonce, cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${keyring.active}.${sealed.toString('base64')}`;
}

/** What was sealed for this context. Throws when it was changed, belongs elsewhere, or its key is not here. */
export function open(keyring: Keyring, sealed: string, context: string): string {
  const dot = sealed.indexOf('.');
  const bytes = Buffer.from(sealed.slice(dot + 1), 'base64');
  const tagAt = bytes.length - tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', keyFor(keyring, sealed.slice(0, dot)), bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(tagAt));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, tagAt)), decipher.final()]).toString('utf8');
}

/** HMAC-SHA-256 of a value that is looked up: equal for equal values, and says nothing of them without the key. */
export function blindIndex(keyring: Keyring, lookup: Lookup, parts: readonly string[]): string {
  return createHmac('sha256', keyring.index)
    .update(JSON.stringify([lookup, ...parts]))
    .digest('base64url');
}

function keyFor(keyring: Keyring, id: string) {
  const key = keyring.sealing.get(id);
  if (!key) throw new Error(`A value is sealed with the key "${id}", which is not in the key file.`);
  return key;
}
