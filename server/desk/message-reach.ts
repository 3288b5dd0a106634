/** What truly happens to a message that is sent from the desk, and what else can be done. */
import type { Referral } from '../../referral/referral.ts';
import type { ReferralFile } from './desk-store.ts';

export type Reach =
  | { readonly kind: 'sent'; readonly how: 'page' | 'text' | 'waits' }
  | { readonly kind: 'refused'; readonly why: 'doNotContact' | 'helper' | 'none' | 'withdrawn' };

/** How a message gets there, or why none is sent. */
export function reachOf(file: ReferralFile): Reach {
  const { channel, contact } = file.referral;
  if (contact.doNotContact) return { kind: 'refused', why: 'doNotContact' };
  if (!mayTell(file.referral)) return { kind: 'refused', why: 'helper' };
  // A message about what was taken back altogether is not told any more.
  if (file.status.every(({ decision }) => decision === 'withdrawn')) return { kind: 'refused', why: 'withdrawn' };
  switch (channel) {
    case 'desk':
      return { kind: 'refused', why: 'none' };
    case 'web':
    case 'botframework':
      return { kind: 'sent', how: 'page' };
    case 'sms':
      return { kind: 'sent', how: mayText(file) ? 'text' : 'waits' };
  }
}

function mayText({ referral, textsStopped, wrongNumber }: ReferralFile): boolean {
  const { mayText: allowed, confidential } = referral.contact;
  return allowed && !confidential && !textsStopped && !wrongNumber;
}

/** Whether the one who filed may hear what becomes of it. */
export function mayTell({ filer, consents }: Referral): boolean {
  return filer.kind === 'self' || consents.tellHelper;
}

/** What the member allowed beside messages. */
export function otherWays(file: ReferralFile): readonly ('call' | 'mail')[] {
  const { doNotContact, mayCall, mayMail, phone } = file.referral.contact;
  if (doNotContact) return [];
  const ways = { call: mayCall && phone !== null && !file.wrongNumber, mail: mayMail };
  return (['call', 'mail'] as const).filter((way) => ways[way]);
}
