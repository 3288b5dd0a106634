/** A form of a referral as a whole, and what its page is made of. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { IsoDate } from '../../../policy/calendar.ts';
import type { CaseAct } from './case-entry.ts';
import type { ReferralFile } from '../desk-store.ts';
import { csrfField } from '../layout.ts';
import type { MessageWords } from './message-words.ts';
import type { Form } from './request-entry.ts';
import { seenOf } from './seen.ts';
import type { Session } from '../sign-in/session.ts';
import { wayText, type Way } from '../queues/way.ts';

export type CaseView = {
  readonly file: ReferralFile;
  /** Where this referral's forms are sent. */
  readonly address: string;
  /** From which queue it was opened; null: from elsewhere. */
  readonly way: Way | null;
  /** The address of any referral, without its number. */
  readonly addressOf: (number: string) => string;
  readonly session: Session;
  readonly today: IsoDate;
  /** Those to whom it can be given. */
  readonly workers: readonly string[];
  readonly messages: MessageWords;
  /** What was typed and refused, to be mended. */
  readonly typed: Form;
};

/** One form; what was recorded before it was made goes with it, so that a second click or worker is told. */
export function caseForm(
  act: CaseAct,
  { address, session, file, way }: CaseView,
  inside: Fragment,
  name?: string,
): Html {
  return html`<form
    method="post"
    action="${address}/${act}"
    ${name !== undefined && html`aria-label="${name}"`}
    class="act"
  >
    ${csrfField(session)}
    <input type="hidden" name="seen" value="${seenOf(file)}" />
    ${wayField(way)} ${inside}
  </form>`;
}

/** From which queue a form's referral was opened. */
export function wayField(way: Way | null): Fragment {
  return way && html`<input type="hidden" name="in" value="${wayText(way)}" />`;
}

/** A list to choose from, with nothing chosen. */
export function choice(
  id: string,
  name: string,
  label: string,
  none: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen = '',
): Html {
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <select id="${id}" name="${name}">
      <option value="">${none}</option>
      ${options.map(([value, text]) => html`<option value="${value}" ${value === chosen && 'selected'}>${text}</option>`)}
    </select>
  </div>`;
}
