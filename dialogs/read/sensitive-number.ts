import { clean } from './plain.ts';

/** A number that we never ask for and must not keep. */
export type SensitiveNumber = 'socialSecurity' | 'paymentCard';

/**
 * Nine digits, 3-2-4 or all together. Taxpayer numbers (9xx) are as sensitive and have the same shape. Nothing that
 * we ask for has nine digits: a phone has ten, a card number ends in a letter.
 */
const socialSecurity = /(?<![\d-])(?!000|666)\d{3}([\s.-]?)(?!00)\d{2}\1(?!0000)\d{4}(?![\d-]|\s?[A-Za-z]\b)/u;

/** 13 to 19 digits, together or in groups, as the card networks begin theirs. */
const cardLike = /(?<!\d)(?:\d[ .-]?){12,18}\d(?!\d)/gu;
const network = /^(?:4|5[1-5]|2[2-7]|3[47]|6011|65|64[4-9]|62|35)/;

/** Whether the text holds a Social Security or taxpayer number, or a payment card number that passes its check. */
export function looksLikeSensitiveNumber(text: string): SensitiveNumber | undefined {
  const typed = clean(text);
  const cards = [...typed.matchAll(cardLike)].map(([number]) => number.replace(/\D/g, ''));
  // Our own referral numbers have 14 digits and the same check; the cards of that length are all but gone.
  if (cards.some((number) => number.length !== 14 && network.test(number) && passesLuhn(number))) return 'paymentCard';
  return socialSecurity.test(typed) ? 'socialSecurity' : undefined;
}

/** The mod-10 check of ISO/IEC 7812: every second digit from the right doubled, the sum a multiple of ten. */
function passesLuhn(number: string): boolean {
  const sum = Array.from(number)
    .reverse()
    .reduce((total, digit, i) => {
      const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}
