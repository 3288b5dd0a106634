/** In which ways the plan may reach a member: the same in every form that a referral takes. */
import type { Referral } from './referral.ts';

/** The ways that are open. "Do not contact" closes all of them, and a consent that was withheld its own. */
export function mayBe({
  contact,
  consents,
}: Referral): Record<'called' | 'texted' | 'leftAMessage' | 'mailed', boolean> {
  const open = !contact.doNotContact;
  return {
    called: open && contact.mayCall,
    texted: open && contact.mayText && consents.textMe,
    leftAMessage: open && contact.mayLeaveVoicemail && consents.voicemail,
    mailed: open && contact.mayMail,
  };
}
