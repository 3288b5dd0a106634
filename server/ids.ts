/** Mints the names of things. All come from the operating system's randomness. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { World } from '../dialogs/world.ts';

/** Payment cards begin with other digits, so that a request's number is never taken for one and thrown away. */
const firstDigits = '1789';

/**
 * A referral number: 13 random digits (almost 42 bits) and a check digit, so that a slip of one digit or two swapped
 * neighbours is noticed before anything is looked up.
 */
export function mintReferralNumber(): string {
  const first = firstDigits.charAt(randomInt(firstDigits.length));
  const digits = first + Array.from({ length: 12 }, () => String(randomInt(10))).join('');
  return digits + checkDigit(digits);
}

/** Whether 14 digits end in their own check digit (Luhn, ISO/IEC 7812-1). */
export function isReferralNumber(number: string): boolean {
  return /^\d{14}$/.test(number) && checkDigit(number.slice(0, 13)) === number.slice(13);
}

/** An id that nobody can guess and that means nothing. */
export const mintId = (): string => randomUUID();

/** 256 bits for a cookie or a link: held by one browser, stored here only as a hash. */
export const mintToken = (): string => randomBytes(32).toString('base64url');

/** The ids that one turn may need, minted before it runs. */
export function mintTurnIds(): World['ids'] {
  return {
    referralNumber: mintReferralNumber(),
    caseId: mintId(),
    callBackId: mintId(),
    complaintId: mintId(),
    alertId: mintId(),
  };
}

function checkDigit(digits: string): string {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const value = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return String((10 - (sum % 10)) % 10);
}
