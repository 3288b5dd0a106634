/** The queue of complaints and appeals: told apart, with what is due next. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { complaintDues, inOrder, isFast, type Due } from './due.ts';
import type { ComplaintRow } from './store.ts';
import { day, time } from '../desk-time.ts';
import { said } from '../layout.ts';
import { languageName } from '../names.ts';
import { shownCaption, table, type Column } from '../table.ts';
import { fillHtml, words } from '../words.ts';

const w = words.complaints;

export const complaintPath = (id: string): string => `/desk/complaints/one/${encodeURIComponent(id)}`;

/** What stands in the page of the queue. */
export function complaintQueuePage(rows: readonly ComplaintRow[], said: Fragment, now: Date): Html {
  const { open, answered } = inOrder(rows, now);
  const listed = (title: string, some: readonly ComplaintRow[]): Fragment =>
    some.length > 0 && table(some, columns(now), { caption: shownCaption(title), arrows: true });
  return html`<h1>${words.queues.complaints}</h1>
    <p class="lead">${w.lead}</p>
    ${said} ${open.length === 0 && html`<p class="empty">${words.queues.empty.complaints}</p>`} ${listed(w.open, open)}
    ${listed(w.answered, answered)}`;
}

function columns(now: Date): readonly Column<ComplaintRow>[] {
  return [
    { title: w.kind, names: true, cell: named },
    { title: w.due, cell: (row) => complaintState(row, now) },
    { title: w.received, cell: ({ receivedAt }) => time(receivedAt) },
    { title: w.language, cell: ({ language }) => said(languageName(language)) },
    { title: w.worker, cell: ({ takenBy }) => (takenBy === null ? w.nobody : said(takenBy)) },
  ];
}

function named(row: ComplaintRow): Fragment {
  return [html`<a href="${complaintPath(row.id)}">${w.kinds[row.kind]}</a> `, complaintFlags(row)];
}

/** What must be seen before anything is done. */
export function complaintFlags(row: ComplaintRow): Fragment {
  return [
    row.confidential && html`<strong class="flag warn">${words.flags.confidential}</strong> `,
    isFast(row) && html`<span class="flag">${row.urgent === true ? w.takenAsUrgent : words.flags.fast}</span> `,
    row.byHelper && html`<span class="flag">${w.byHelper}</span>`,
  ];
}

/** How it was answered; else what is due by when. */
export function complaintState(row: ComplaintRow, now: Date): Fragment {
  if (row.answeredAt !== null) return [w.outcomes[row.outcome ?? 'notOurs'], html`<br />${time(row.answeredAt)}`];
  return complaintDues(row, now).map(dueLine);
}

/** "Acknowledge by Wed, Nov 25", and whether that is over. */
export function dueLine({ what, by, isOverdue }: Due): Html {
  const when = 'day' in by ? day(by.day) : time(by.instant);
  return html`<div>
    ${fillHtml(w.dues[what], { when })}${isOverdue && html` <strong class="flag late">${words.table.overdue}</strong>`}
  </div>`;
}
