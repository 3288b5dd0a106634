/** What must be read before anybody reaches out. */
import { html, type Html } from '../channels/web/html.ts';
import type { Referral } from '../../referral/referral.ts';
import { words } from './words.ts';

/** The warnings on top of a referral; a calm line where there is nothing to warn of. */
export function safeContact(referral: Referral): Html {
  const grave = graveWarnings(referral);
  const limits = contactLimits(referral);
  const calm = grave.length + limits.length === 0;
  return html`<section class="${calm ? 'safe calm' : 'safe'}" aria-labelledby="safe-title">
    <h2 id="safe-title">${words.warnings.title}</h2>
    <ul>
      ${grave.map((warning) => html`<li class="grave">${warning}</li>`)}
      ${limits.map((warning) => html`<li>${warning}</li>`)} ${calm && html`<li>${words.warnings.clear}</li>`}
    </ul>
  </section>`;
}

function graveWarnings({ contact }: Referral): readonly string[] {
  const { doNotContact, confidential } = words.warnings;
  return [contact.confidential && confidential, contact.doNotContact && doNotContact].filter((text) => text !== false);
}

function contactLimits({ contact, consents, filer }: Referral): readonly string[] {
  const { noCall, noVoicemail, noText, noMail, noPhone, helper, sendWithheld } = words.warnings;
  return [
    !contact.mayCall && noCall,
    !(contact.mayLeaveVoicemail && consents.voicemail) && noVoicemail,
    !(contact.mayText && consents.textMe) && noText,
    !contact.mayMail && noMail,
    contact.phone === null && noPhone,
    filer.kind === 'helper' && !consents.tellHelper && helper,
    !consents.sendToPlan && sendWithheld,
  ].filter((text) => text !== false);
}
