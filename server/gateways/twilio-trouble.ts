/** What Twilio's answer means for a text that did not go out. */
import exception from 'twilio/lib/base/RestException.js';

/** `again`: it may go later. `refused`: it never goes by itself; the reason is a code for the desk. */
export type Trouble =
  { readonly kind: 'again' } | { readonly kind: 'refused'; readonly reason: string; readonly optedOut: boolean };

/** Sorts an error of Twilio's client. One that is not an answer of Twilio's may be a lost answer: again, after a look. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof exception.default)) return { kind: 'again' };
  const { status, code = 0 } = error;
  if (status >= 500 || passing.has(status)) return { kind: 'again' };
  return { kind: 'refused', reason: reasons.get(code) ?? `carrier${String(code)}`, optedOut: code === 21610 };
}

/** Too much at once, or a token or account that the operator has to mend: the member's text waits. */
const passing: ReadonlySet<number> = new Set([401, 403, 408, 429]);

/** https://www.twilio.com/docs/api/errors */
const reasons: ReadonlyMap<number, string> = new Map([
  [21610, 'textOptedOut'],
  [21211, 'textInvalidNumber'],
  [21408, 'textRegionNotAllowed'],
  [21612, 'textUnreachableNumber'],
  [21614, 'textNotAMobile'],
]);
