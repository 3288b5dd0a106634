/** The list of one queue of referrals: a table that sorts by link, in pages. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { IsoDate } from '../../../policy/calendar.ts';
import { voidDue } from '../../../referral/info-ask.ts';
import type { ReferralRow } from '../desk-store.ts';
import { day, time } from '../desk-time.ts';
import { findForm, type Finding } from './find-form.ts';
import { said } from '../layout.ts';
import { languageName, programmeName } from '../names.ts';
import { overdue } from './overdue.ts';
import { pageSize, type Paged } from './paging.ts';
import { hiddenCaption, table, type Column } from '../table.ts';
import { due, sortings, waits, type Look, type Order, type ReferralQueue, type Sorting } from './queue.ts';
import { wayText } from './way.ts';
import { fill, fillHtml, words } from '../words.ts';

export type QueueView = {
  readonly queue: ReferralQueue;
  readonly rows: Paged<ReferralRow>;
  readonly order: Order;
  readonly look: Look;
  readonly finding: Finding;
  /** The address of a referral, without its number. */
  readonly address: (number: string) => string;
};

/** What stands in the page of a queue. */
export function queuePage(view: QueueView): Html {
  const { queue, rows, finding } = view;
  const { empty, leads } = words.queues;
  const none = finding.sealed === null ? empty[queue] : words.find.none;
  return html`<h1>${words.queues[queue]}</h1>
    ${queue in leads && html`<p class="lead">${leads[queue as keyof typeof leads]}</p>`} ${findForm(finding)}
    ${rows.total === 0 ? html`<p class="empty">${none}</p>` : [listed(view), pages(view)]}`;
}

function listed(view: QueueView): Html {
  const columns = sortings.map((by): Column<ReferralRow> => ({
    title: words.table[by],
    cell: (row) => cells[by](row, view),
    sort: sortOf(by, view),
    ...(by === 'name' ? { names: true } : {}),
  }));
  return table(view.rows.rows, columns, { caption: hiddenCaption(words.queues[view.queue]), arrows: true });
}

function sortOf(by: Sorting, view: QueueView): NonNullable<Column<ReferralRow>['sort']> {
  const { order } = view;
  const current = order.by === by;
  return {
    address: addressOf(view, { by, descending: current && !order.descending }, 1),
    now: current ? (order.descending ? 'descending' : 'ascending') : null,
  };
}

/** Codes only: what was searched for is sealed. */
function addressOf({ finding }: QueueView, { by, descending }: Order, page: number): string {
  const query = new URLSearchParams({ sort: by, order: descending ? 'desc' : 'asc' });
  if (page > 1) query.set('page', String(page));
  if (finding.sealed !== null) query.set('find', finding.sealed);
  return `${finding.path}?${query.toString()}`;
}

function pages(view: QueueView): Fragment {
  const { page, pages: all, total } = view.rows;
  const w = words.find;
  const from = (page - 1) * pageSize + 1;
  const shown = fill(w.shown, { from, to: Math.min(total, page * pageSize), total });
  if (all === 1) return html`<p class="dim">${shown}</p>`;
  const link = (to: number, rel: 'prev' | 'next', text: string): Fragment =>
    to >= 1 && to <= all && html`<a class="button" rel="${rel}" href="${addressOf(view, view.order, to)}">${text}</a> `;
  return html`<nav class="pages" aria-label="${w.pages}">
    ${link(page - 1, 'prev', w.previous)}
    <span>${fill(w.page, { page, pages: all })}</span> ${link(page + 1, 'next', w.next)}
    <span class="dim">${shown}</span>
  </nav>`;
}

const cells: Readonly<Record<Sorting, (row: ReferralRow, view: QueueView) => Fragment>> = {
  filed: ({ filedAt }) => time(filedAt),
  due: (row, { look }) => dueCell(due(row), row, look),
  name: (row, { address, queue, order, finding }) => {
    const way = wayText({ queue, order, find: finding.sealed });
    return html`<a href="${address(row.number)}?in=${way}">${said(row.name)}</a> ${flags(row)}`;
  },
  language: ({ language }) => said(languageName(language)),
  programme: ({ requests }) =>
    html`<ul class="plain">
      ${requests.map(request)}
    </ul>`,
};

function dueCell(by: IsoDate | null, row: ReferralRow, { now }: Look): Fragment {
  const late = overdue(row, now).map((clock) => html` <strong class="flag late">${words.table.clocks[clock]}</strong>`);
  return [by === null ? words.table.decided : day(by), late];
}

function request(request: ReferralRow['requests'][number]): Html {
  const { programme, decision, loop } = request;
  return html`<li>
    ${programmeName(programme)}: ${words.decisions[decision]}${loop && html`, ${words.loops[loop.state]}`}
    ${waiting(request)} ${request.letterOwed && html`<strong class="flag warn">${words.table.letterOwed}</strong>`}
  </li>`;
}

/** Until when the plan waits for its answer, before the request is void. */
function waiting(request: ReferralRow['requests'][number]): Fragment {
  switch (waits(request)) {
    case 'member':
      return (
        request.decidedOn !== null &&
        html`<strong>${fillHtml(words.table.voidAfter, { when: day(voidDue(request.decidedOn)) })}</strong>`
      );
    case 'plan':
      return html`<strong class="flag">${words.table.answered}</strong>`;
    case null:
      return null;
  }
}

function flags(row: ReferralRow): Fragment {
  return [
    row.confidential && html`<strong class="flag warn">${words.flags.confidential}</strong> `,
    row.doNotContact && html`<strong class="flag warn">${words.flags.doNotContact}</strong> `,
    row.wrongNumber && html`<strong class="flag warn">${words.flags.wrongNumber}</strong> `,
    row.textsStopped && !row.wrongNumber && html`<strong class="flag warn">${words.flags.textsStopped}</strong> `,
    row.asksForFast && html`<span class="flag">${words.flags.fast}</span> `,
    row.byHelper && html`<span class="flag">${words.flags.helper}</span> `,
    row.receivedAt === null && html`<span class="flag">${words.flags.notReceived}</span> `,
    row.assignedTo !== null &&
      html`<span class="flag">${fillHtml(words.table.takenBy, { who: said(row.assignedTo) })}</span>`,
  ];
}
