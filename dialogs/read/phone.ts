import type { Heard } from '../heard.ts';
import { clean } from './plain.ts';

/** Ten digits of a North American number, with or without 1 in front; area and exchange begin with 2 to 9. */
const number = /(?<![\d])(?:\+?1[\s.-]*)?\(?([2-9]\d{2})\)?[\s./-]*([2-9]\d{2})[\s.-]*(\d{4})(?!\d)/gu;

/** A United States phone number anywhere in the text, as E.164; undefined when there is none, or more than one. */
export function readPhone(heard: Heard): string | undefined {
  if (heard.kind !== 'text') return undefined;
  const found = new Set(
    [...clean(heard.text).matchAll(number)]
      .map(([, area = '', exchange = '', line = '']) => ({ area, exchange, line }))
      // 911, 411 and the like are services: neither an area nor an exchange.
      .filter(({ area, exchange }) => !area.endsWith('11') && !exchange.endsWith('11'))
      .map(({ area, exchange, line }) => `+1${area}${exchange}${line}`),
  );
  const [only] = found;
  return found.size === 1 ? only : undefined;
}
