/** What truly happens to a message that is sent from the desk, and what else can be done. */
import type { Referral } from '../../../referral/referral.ts';
import type { ReferralFile } from '../desk-store.ts';

export type Reach =
  | { readonly kind: 'sent'; readonly how: 'page' | 'pageAndTyped' | 'text' | 'typed' | 'waits' }
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
      return isTyped(file) ? { kind: 'sent', how: 'typed' } : { kind: 'refused', why: 'none' };
    case 'web':
    case 'botframework':
      return { kind: 'sent', how: isTyped(file) ? 'pageAndTyped' : 'page' };
    case 'sms':
      return { kind: 'sent', how: mayText(file) ? 'text' : 'waits' };
  }
}

function mayText({ referral, textsStopped, wrongNumber }: ReferralFile): boolean {
  const { mayText: allowed, confidential } = referral.contact;
  return allowed && !confidential && !textsStopped && !wrongNumber;
}

/** The phone that the member gave on the page or to a worker, where they agreed to texts. */
function isTyped(file: ReferralFile): boolean {
  const { filer, consents, contact } = file.referral;
  return filer.kind === 'self' && consents.textMe && isPhoneHere(contact.phone) && mayText(file);
}

const isPhoneHere = (phone: string | null): boolean => /^1?\d{10}$/.test((phone ?? '').replace(/\D/g, ''));

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
