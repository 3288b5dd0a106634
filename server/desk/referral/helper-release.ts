/** Whether the helper who filed may be told: by what right, what was seen, and taken back. */
import { html, type Fragment } from '../../channels/web/html.ts';
import { Authority } from '../../../referral/case-event.ts';
import { releasedBy } from './case-facts.ts';
import { caseForm, choice, type CaseView } from './case-form.ts';
import { time } from '../desk-time.ts';
import { isViolenceNear, unreadWarnings } from './grave-warnings.ts';
import { said } from '../layout.ts';
import { mayTell } from './message-reach.ts';
import { mayWrite } from '../sign-in/session.ts';
import { fillHtml, words } from '../words.ts';

const w = words.release;

/** What stands in the card of the one who filed. */
export function releaseLines(view: Pick<CaseView, 'file'>): Fragment {
  const { file } = view;
  const byDesk = releasedBy(file);
  if (!mayTell(file.referral)) {
    const ended = byDesk?.what.authority != null && html` <strong>${w.ended}</strong>`;
    return html`<p class="note">${words.filer.standing}${ended}</p>
      <p class="hint">${words.filer.requester}</p>`;
  }
  if (byDesk?.what.authority == null) return html`<p class="note">${words.filer.released}</p>`;
  const { at, by, what } = byDesk;
  const authority = w.authorities[byDesk.what.authority];
  return html`<p class="note">${fillHtml(w.byDesk, { authority, who: said(by), when: time(at) })}</p>
    ${what.saw !== undefined && html`<p class="no-print">${fillHtml(w.seen, { saw: said(what.saw) })}</p>`}`;
}

/** The forms, for whoever may send them. */
export function releaseForms(view: CaseView): Fragment {
  const { file, session } = view;
  const { filer } = file.referral;
  if (filer.kind !== 'helper' || !mayWrite(session.role)) return null;
  if (mayTell(file.referral)) return caseForm('revoke', view, html`<button class="quiet">${w.revoke}</button>`);
  const near = isViolenceNear(file);
  return html`<details class="no-print" ${view.typed['saw'] !== undefined && 'open'}>
    <summary>${w.title}</summary>
    <p>${w.lead}</p>
    ${near && html`<p class="error">${w.danger}</p>`}
    ${filer.relation === 'spouse' && html`<p class="error">${w.spouse}</p>`} ${releaseForm(view, near)}
  </details>`;
}

function releaseForm(view: CaseView, near: boolean): Fragment {
  const { file, session, typed } = view;
  if (near && session.role !== 'admin') return null;
  if (unreadWarnings(file, session.by).length > 0) return html`<p class="note">${words.warnings.first}</p>`;
  const options = Authority.options.map((id) => [id, w.authorities[id]] as const);
  return caseForm('release', view, [
    choice('authority', 'authority', w.authority, words.work.choose, options, typed['authority']),
    html`<div class="field">
        <label for="saw">${w.saw}</label>
        <input
          id="saw"
          name="saw"
          maxlength="400"
          autocomplete="off"
          value="${typed['saw'] ?? ''}"
          aria-describedby="saw-hint"
        />
        <p class="hint" id="saw-hint">${w.sawHint}</p>
      </div>
      <button class="quiet">${w.save}</button>`,
  ]);
}
