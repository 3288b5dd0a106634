/** The list of one queue of referrals: a table that sorts by link. */
import { html, type Fragment, type Html } from '../channels/web/html.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import type { ReferralRow } from './desk-store.ts';
import { day, time } from './desk-time.ts';
import { said } from './layout.ts';
import { languageName, programmeName } from './names.ts';
import { hiddenCaption, table, type Column } from './table.ts';
import { due, sortings, type Order, type ReferralQueue, type Sorting } from './queue.ts';
import { words } from './words.ts';

export type QueueView = {
  readonly queue: ReferralQueue;
  readonly rows: readonly ReferralRow[];
  readonly order: Order;
  readonly today: IsoDate;
  /** The address of a referral, without its number. */
  readonly address: (number: string) => string;
};

/** What stands in the page of a queue. */
export function queuePage(view: QueueView): Html {
  const { queue, rows } = view;
  return html`<h1>${words.queues[queue]}</h1>
    ${rows.length === 0 ? html`<p class="empty">${words.queues.empty[queue]}</p>` : listed(view)}`;
}

function listed(view: QueueView): Html {
  const columns = sortings.map((by): Column<ReferralRow> => ({
    title: words.table[by],
    cell: (row) => cells[by](row, view),
    sort: sortOf(by, view),
    ...(by === 'name' ? { names: true } : {}),
  }));
  return table(view.rows, columns, { caption: hiddenCaption(words.queues[view.queue]), arrows: true });
}

function sortOf(by: Sorting, { queue, order }: QueueView): NonNullable<Column<ReferralRow>['sort']> {
  const current = order.by === by;
  const next = current && !order.descending ? 'desc' : 'asc';
  return {
    address: `/desk/${queue}?sort=${by}&order=${next}`,
    now: current ? (order.descending ? 'descending' : 'ascending') : null,
  };
}

const cells: Readonly<Record<Sorting, (row: ReferralRow, view: QueueView) => Fragment>> = {
  filed: ({ filedAt }) => time(filedAt),
  due: (row, { today }) => dueCell(due(row), today),
  name: (row, { address }) => html`<a href="${address(row.number)}">${said(row.name)}</a> ${flags(row)}`,
  language: ({ language }) => said(languageName(language)),
  programme: ({ requests }) =>
    html`<ul class="plain">
      ${requests.map(request)}
    </ul>`,
};

function dueCell(by: IsoDate | null, today: IsoDate): Fragment {
  if (by === null) return words.table.decided;
  return html`${day(by)}${by < today && html` <strong class="flag late">${words.table.overdue}</strong>`}`;
}

function request({ programme, decision, loop }: ReferralRow['requests'][number]): Html {
  return html`<li>
    ${programmeName(programme)}: ${words.decisions[decision]}${loop && html`, ${words.loops[loop.state]}`}
  </li>`;
}

function flags(row: ReferralRow): Fragment {
  return [
    row.confidential && html`<strong class="flag warn">${words.flags.confidential}</strong> `,
    row.doNotContact && html`<strong class="flag warn">${words.flags.doNotContact}</strong> `,
    row.asksForFast && html`<span class="flag">${words.flags.fast}</span> `,
    row.byHelper && html`<span class="flag">${words.flags.helper}</span> `,
    row.receivedAt === null && html`<span class="flag">${words.flags.notReceived}</span>`,
  ];
}
