/** What can be done with a complaint or an appeal, and by whom. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { ComplaintKind } from '../../../referral/complaint.ts';
import { complaintOutcomes, type ComplaintFile } from './store.ts';
import { csrfField } from '../layout.ts';
import { mayWrite, type Session } from '../sign-in/session.ts';
import { mayFinish } from '../tasks/task-view.ts';
import { words } from '../words.ts';

const w = words.complaints;

/** The forms of one complaint or appeal, for whoever may send them. */
export function complaintActs({
  file,
  session,
}: {
  readonly file: ComplaintFile;
  readonly session: Session;
}): Fragment {
  if (!mayWrite(session.role) || file.answeredAt !== null) return null;
  if (file.takenBy === null) return form('take', file.id, session, html`<button>${words.tasks.take}</button>`);
  if (!mayWorkOn(file, session)) return null;
  const answers = complaintOutcomes[file.kind].map(
    (outcome) => html`<button name="outcome" value="${outcome}">${w.outcomes[outcome]}</button> `,
  );
  return [
    file.acknowledgedAt === null &&
      form(
        'acknowledge',
        file.id,
        session,
        html`<button>${w.acknowledge}</button> <span class="hint">${w.acknowledgeHint}</span>`,
      ),
    file.complaint.asksForFast &&
      form(
        'judge',
        file.id,
        session,
        html`<fieldset>
          <legend>${w.judge}</legend>
          <button name="urgent" value="yes">${w.urgentYes}</button>
          <button name="urgent" value="no">${w.urgentNo}</button>
        </fieldset>`,
      ),
    form(
      'correct',
      file.id,
      session,
      html`<button class="quiet" name="kind" value="${other(file.kind)}">${w.correct[other(file.kind)]}</button>
        <span class="hint">${w.correctHint}</span>`,
    ),
    form(
      'answer',
      file.id,
      session,
      html`<fieldset>
        <legend>${w.answer}</legend>
        ${answers}
      </fieldset>`,
    ),
  ];
}

const other = (kind: ComplaintKind): ComplaintKind => (kind === 'appeal' ? 'grievance' : 'appeal');

/** Whoever took it says how it goes; an admin can, for somebody who has gone home. */
export const mayWorkOn = ({ id, takenBy, takenAt, receivedAt, answeredAt }: ComplaintFile, session: Session): boolean =>
  mayFinish({ id, at: receivedAt, takenBy, takenAt, doneAt: answeredAt, outcome: null }, session);

function form(act: string, id: string, session: Session, inside: Html): Html {
  return html`<form method="post" action="/desk/complaints/${act}" class="outcomes">
    ${csrfField(session)}<input type="hidden" name="id" value="${id}" />${inside}
  </form>`;
}
