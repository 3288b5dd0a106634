/** What must be read before anybody reaches out, and ticked by each worker where it is grave. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { caseForm, type CaseView } from './case-form.ts';
import type { ReferralFile } from '../desk-store.ts';
import { graveWarnings, unreadWarnings, type WarningId } from './grave-warnings.ts';
import { mayWrite } from '../sign-in/session.ts';
import { words } from '../words.ts';

const w = words.warnings;

/** The warnings on top of a referral; a calm line where there is nothing to warn of. */
export function safeContact(view: CaseView): Html {
  const { file, session } = view;
  const grave = graveWarnings(file);
  const limits = contactLimits(file);
  const calm = grave.length + limits.length === 0;
  const toTick = mayWrite(session.role) && unreadWarnings(file, session.by).length > 0;
  return html`<section class="${calm ? 'safe calm' : 'safe'}" aria-labelledby="safe-title">
    <h2 id="safe-title" tabindex="-1">${w.title}</h2>
    ${toTick && ticks(view)}
    <ul>
      ${!toTick && grave.map((id) => html`<li class="${paper(id)}">${w[id]}</li>`)}
      ${limits.map((warning) => html`<li>${warning}</li>`)} ${calm && html`<li>${w.clear}</li>`}
    </ul>
    ${grave.length > 0 && mayWrite(session.role) && !toTick && html`<p class="no-print">${w.ticked}</p>`}
  </section>`;
}

/** The page may be handed to whoever filed it, who is not told that there is another. */
const paper = (id: WarningId): string => (id.startsWith('other') ? 'grave no-print' : 'grave');

/** One box for each: none of them is ticked before it was read. */
function ticks(view: CaseView): Fragment {
  const grave = graveWarnings(view.file);
  const boxes = grave.map(
    (id) =>
      html`<p>
        <label class="tick"
          ><input type="checkbox" name="${id}" value="yes" /> <span class="grave">${w[id]}</span></label
        >
      </p>`,
  );
  return [
    html`<ul class="print-only">
      ${grave.map((id) => html`<li class="${paper(id)}">${w[id]}</li>`)}
    </ul>`,
    caseForm(
      'warnings',
      view,
      html`<fieldset>
          <legend>${w.tickLead}</legend>
          ${boxes}
        </fieldset>
        <button>${w.tickSave}</button>`,
    ),
  ];
}

function contactLimits({ referral, confidentialSince, textsStopped, wrongNumber }: ReferralFile): readonly string[] {
  const { contact, consents, filer } = referral;
  return [
    confidentialSince === 'later' && w.confidentialLater,
    wrongNumber && w.wrongNumber,
    textsStopped && !wrongNumber && w.textsStopped,
    !contact.mayCall && w.noCall,
    !(contact.mayLeaveVoicemail && consents.voicemail) && w.noVoicemail,
    !(contact.mayText && consents.textMe) && w.noText,
    !contact.mayMail && w.noMail,
    contact.phone === null && w.noPhone,
    filer.kind === 'helper' && !consents.tellHelper && w.helper,
    !consents.sendToPlan && w.sendWithheld,
  ].filter((text) => text !== false);
}
