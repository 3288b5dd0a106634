/** What did not reach the outside, or us, with the reason and what the other side said, and a way to send it again. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { UndeliveredItem } from '../desk-store.ts';
import { time } from '../desk-time.ts';
import { csrfField, said } from '../layout.ts';
import { word } from '../names.ts';
import { planAnswerTable, type PlanAnswersView } from './plan-answer-table.ts';
import { mayWrite, type Session } from '../sign-in/session.ts';
import { hiddenCaption, table, type Column } from '../table.ts';
import { fill, words } from '../words.ts';

const w = words.undelivered;

export type UndeliveredView = PlanAnswersView & {
  /** The oldest first. */
  readonly items: readonly UndeliveredItem[];
  /** What was done just now, as the address says it. */
  readonly saved: unknown;
};

export function undeliveredPage(view: UndeliveredView): Html {
  const { items, saved } = view;
  const done = saved === 'again' || saved === 'dealtWith' ? w.saved[saved] : null;
  return html`${done !== null && html`<p class="outcome" role="status">${done}</p>`}
    <h1>${words.queues.undelivered}</h1>
    ${
      items.length === 0
        ? html`<p class="empty">${words.queues.empty.undelivered}</p>`
        : html`<p class="lead">${w.lead}</p>
            ${table(items, columns(view), { caption: hiddenCaption(words.queues.undelivered), arrows: true })}`
    }
    ${planAnswerTable(view)}`;
}

function columns({ address, session }: UndeliveredView): readonly Column<UndeliveredItem>[] {
  return [
    { title: w.since, cell: ({ since }) => time(since) },
    { title: w.what, cell: (item) => whatCell(item, address), names: true },
    { title: w.reason, cell: reasonCell },
    { title: w.state, cell: (item) => stateCell(item, session) },
  ];
}

function whatCell({ kind, number }: UndeliveredItem, address: UndeliveredView['address']): Fragment {
  const name = word(w.kinds, kind);
  return number === null ? name : html`<a href="${address(number)}">${name}</a>`;
}

/** The plan's own words are for those who can read them; a member never does. */
function reasonCell({ reason, answer }: UndeliveredItem): Fragment {
  return [
    word(w.reasons, reason),
    answer !== null &&
      html`<details>
        <summary>${w.answer}</summary>
        <pre class="answer">${said(answer)}</pre>
      </details>`,
  ];
}

function stateCell({ id, kind, state, attempts }: UndeliveredItem, session: Session): Fragment {
  return [
    state === 'refused' ? html`<strong class="flag warn">${w.refused}</strong>` : fill(w.trying, { n: attempts }),
    mayWrite(session.role) &&
      html`<form method="post" action="/desk/not-delivered/again">
        ${csrfField(session)}<input type="hidden" name="id" value="${id}" />
        <button aria-label="${fill(words.tasks.for, { act: w.again, what: word(w.kinds, kind) })}">${w.again}</button>
      </form>`,
  ];
}
