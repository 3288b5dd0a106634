/** The queues as two groups of tabs, each with how many wait in it. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { words } from '../words.ts';

/** With the key that goes there after "g". */
const groups = {
  act: { danger: 'd', callBacks: 'c', complaints: 'p', privacy: 'w', undelivered: 'u' },
  referrals: { new: 'n', fast: 'f', overdue: 'o', pendingInfo: 'i', letters: 'l', optedOut: 't', mine: 'm', all: 'a' },
} as const;
const groupIds = ['act', 'referrals'] as const;

export type QueueId = keyof typeof groups.act | keyof typeof groups.referrals;
export const queueKeys: Readonly<Record<QueueId, string>> = { ...groups.act, ...groups.referrals };
export const queueIds = Object.keys(queueKeys) as readonly QueueId[];

/** How many wait in each queue; a count that was not read is absent. */
export type Counts = Readonly<Partial<Record<QueueId, number>>> & {
  /** Whether a complaint or an appeal is past its day. */
  readonly lateComplaints?: boolean;
};

/** What waits here cannot wait for long. */
const pressing: readonly QueueId[] = ['danger', 'undelivered', 'privacy', 'overdue'];

export function queueTabs(counts: Counts, current: QueueId | undefined): Html {
  return html`<nav class="queues" aria-label="${words.queues.label}">
    ${groupIds.map(
      (group) =>
        html`<div class="group">
          <p id="group-${group}">${words.queues.groups[group]}</p>
          <ul aria-labelledby="group-${group}">
            ${queueIds.filter((id) => id in groups[group]).map((id) => tab(id, counts, id === current))}
          </ul>
        </div>`,
    )}
    <p class="hidden" role="status" id="waiting" data-text="${words.queues.waitingNow}"></p>
  </nav>`;
}

function tab(id: QueueId, counts: Counts, isCurrent: boolean): Html {
  const waiting = counts[id];
  const isLate = id === 'complaints' && counts.lateComplaints === true;
  return html`<li>
    <a href="/desk/${queuePath(id)}" data-go="${queueKeys[id]}" ${isCurrent && html`aria-current="page"`}
      >${words.queues[id]}${waiting !== undefined && count(id, waiting, isLate)}</a
    >
  </li>`;
}

/** Red says it, and so do words, for those who do not see red. */
function count(id: QueueId, waiting: number, isLate: boolean): Fragment {
  const mark = (pressing.includes(id) || isLate) && html`<span class="act">${words.queues.pressing}</span>`;
  return html` <span class="count${mark && waiting > 0 && ' pressing'}"
    ><span id="count-${id}">${waiting}</span>${mark}</span
  >`;
}

const paths: Readonly<Partial<Record<QueueId, string>>> = {
  callBacks: 'call-backs',
  undelivered: 'not-delivered',
  privacy: 'wrong-numbers',
  pendingInfo: 'waits-on-member',
  optedOut: 'opted-out',
};

/** The last part of a queue's address. */
export function queuePath(id: QueueId): string {
  return paths[id] ?? id;
}
