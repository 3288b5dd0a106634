/** Seals short texts, so that a referral's number stands in no address and no half-made sign-in can be forged. */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

export type Sealer = {
  /** The same text gives the same sealed text, so a link stays the same link. */
  seal(text: string): string;
  /** Null for whatever this sealer did not seal. */
  open(sealed: string): string | null;
};

/** One sealer for one purpose; what one purpose sealed, another cannot open. */
export function createSealer(secret: Buffer, purpose: string): Sealer {
  const derive = (use: string) => createHmac('sha256', secret).update(`${purpose}:${use}`).digest();
  const cipherKey = derive('cipher');
  const ivKey = derive('iv');
  return {
    seal(text) {
      const iv = createHmac('sha256', ivKey).update(text).digest().subarray(0, 12);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < 28) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', cipherKey, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
