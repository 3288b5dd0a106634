import { longestWait } from '../../../referral/back-off.ts';

/**
 * The seconds that a `Retry-After` asks for, as a number or as a date (RFC 9110 10.2.3); null when it asks for none.
 * Never more than our own longest wait: a slip of theirs must not hold a member's request for days.
 */
export function waitSeconds(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now.getTime()) / 1000;
  return seconds > 0 ? Math.ceil(Math.min(seconds, longestWait / 1000)) : null;
}
