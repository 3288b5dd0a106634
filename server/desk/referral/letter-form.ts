/** The letter of a denial or change that is still owed after its request was taken back: the day on which it was mailed. */
import { html, type Fragment } from '../../channels/web/html.ts';
import type { RequestStatus } from '../../../referral/status.ts';
import { caseForm, type CaseView } from './case-form.ts';
import { programmeName } from '../names.ts';
import { mayWrite } from '../sign-in/session.ts';
import { fill, words } from '../words.ts';

const w = words.letter;

/** The field of one programme's day. */
export const letterDayId = (programme = ''): string => `letter-day-${programme}`;

/** While a request is not taken back the day goes with its decision, and the member is told with it. */
export function letterForm({ programme, decision }: RequestStatus, view: CaseView): Fragment {
  const { file, session, typed, today } = view;
  if (decision !== 'withdrawn' || !file.lettersOwed.includes(programme)) return null;
  const id = letterDayId(programme);
  return html`<p class="note">${w.owed}</p>
    ${
      mayWrite(session.role) &&
      caseForm(
        'letter',
        view,
        html`<input type="hidden" name="programme" value="${programme}" />
          <div class="field">
            <label for="${id}">${w.mailedOn}</label>
            <input
              type="date"
              id="${id}"
              name="mailedOn"
              min="${file.referral.filedOn}"
              max="${today}"
              autocomplete="off"
              value="${typed['programme'] === programme ? (typed['mailedOn'] ?? '') : ''}"
            />
          </div>
          <button class="quiet">${w.save}</button>`,
        fill(words.form.forProgramme, { label: w.save, programme: programmeName(programme) }),
      )
    }`;
}
