import type { Heard } from '../heard.ts';
import { clean } from './plain.ts';

/** Nine characters; the Benefits Identification Card prints a check digit and four digits of its date after them. */
const cardNumber = /(?<![\p{L}\p{N}])(9(?:[\s-]*\d){7}[\s-]*[A-Za-z])(?:(?:[\s-]*\d){5})?(?![\p{L}\p{N}])/gu;

/** The Medi-Cal Client Index Number, `91234567A`: spaces and dashes are tolerated, the longer card number is cut. */
export function readCardNumber(heard: Heard): string | undefined {
  if (heard.kind !== 'text') return undefined;
  const found = new Set(
    [...clean(heard.text).matchAll(cardNumber)].map(([, number = '']) => number.replace(/[\s-]/g, '').toUpperCase()),
  );
  const [only] = found;
  return found.size === 1 ? only : undefined;
}
