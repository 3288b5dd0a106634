/** The list of one queue of referrals: a table that sorts by link. */
import { html, type Fragment, type Html } from '../channels/web/html.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import type { ReferralRow } from './desk-store.ts';
import { day, time } from './desk-time.ts';
import { said } from './layout.ts';
import { languageName, programmeName } from './names.ts';
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
  return html`<h1>${words.queues[view.queue]}</h1>
    ${view.rows.length === 0 ? html`<p class="empty">${words.queues.empty[view.queue]}</p>` : table(view)}`;
}

function table(view: QueueView): Html {
  return html`<div class="scroll" role="region" aria-label="${words.table.scroll}" tabindex="0">
    <table data-rows>
      <caption class="hidden">
        ${words.queues[view.queue]}
      </caption>
      <thead>
        <tr>
          ${sortings.map((by) => heading(by, view))}
        </tr>
      </thead>
      <tbody>
        ${view.rows.map((row) => line(row, view))}
      </tbody>
    </table>
  </div>`;
}

function heading(by: Sorting, { queue, order }: QueueView): Html {
  const current = order.by === by;
  const next = current && !order.descending ? 'desc' : 'asc';
  return html`<th scope="col" ${current && html`aria-sort="${order.descending ? 'descending' : 'ascending'}"`}>
    <a href="/desk/${queue}?sort=${by}&order=${next}">${words.table[by]}</a>
  </th>`;
}

function line(row: ReferralRow, { today, address }: QueueView): Html {
  return html`<tr>
    <td>${time(row.filedAt)}</td>
    <td>${dueCell(due(row), today)}</td>
    <th scope="row"><a href="${address(row.number)}">${said(row.name)}</a> ${flags(row)}</th>
    <td>${said(languageName(row.language))}</td>
    <td>
      <ul class="plain">
        ${row.requests.map(request)}
      </ul>
    </td>
  </tr>`;
}

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
