import { createHmac, randomBytes } from 'node:crypto';
import type { Tag } from '../../../locales/languages.ts';

/**
 * Whose talk it is when danger is told from a page that may not go on with its own: one for each address and language,
 * so that a flood is one alert at the desk, and each is still answered. The address cannot be found again from the key.
 */
export function strangerKeys(): (address: string, language: Tag) => string {
  const secret = randomBytes(32);
  return (address, language) => {
    const hash = createHmac('sha256', secret).update(`${language} ${address}`).digest('base64url');
    return `stranger ${hash}`;
  };
}
