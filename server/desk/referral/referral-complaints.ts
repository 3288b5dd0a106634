/** The complaints and appeals that were made about a referral, on its page: what each is, and what is due. */
import { html, type Fragment } from '../../channels/web/html.ts';
import { complaintFlags, complaintPath, complaintState } from '../complaints/queue-page.ts';
import type { ComplaintRow } from '../complaints/store.ts';
import { time } from '../desk-time.ts';
import { fillHtml, words } from '../words.ts';

const w = words.complaints;

export function referralComplaints(rows: readonly ComplaintRow[], now: Date): Fragment {
  return (
    rows.length > 0 &&
    html`<section class="card" aria-labelledby="complaints-title">
      <h2 id="complaints-title">${w.ofReferral}</h2>
      <ul>
        ${rows.map(
          (row) =>
            html`<li>
              <a href="${complaintPath(row.id)}">${w.kinds[row.kind]}</a>,
              ${fillHtml(w.receivedOn, { when: time(row.receivedAt) })} ${complaintFlags(row)}
              ${complaintState(row, now)}
            </li>`,
        )}
      </ul>
    </section>`
  );
}
