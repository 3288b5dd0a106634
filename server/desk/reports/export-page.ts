/** The page on which files are taken out, and the two buttons on the page of a referral. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { IsoDate } from '../../../policy/calendar.ts';
import { csrfField } from '../layout.ts';
import { referralQueues } from '../queues/queue.ts';
import { mayWrite, type Session } from '../sign-in/session.ts';
import { words } from '../words.ts';

const w = words.export;
export const exportPath = '/desk/export';
export const exportedKinds = ['fhir', 'json'] as const;

/** The file of a whole month holds everybody: it is for admins. */
export const mayTakeMonth = ({ role }: Session): boolean => role === 'admin';

export function exportPage(session: Session, today: IsoDate): Html {
  return html`<h1>${w.title}</h1>
    <p class="lead">${w.lead}</p>
    <div class="forms">
      <section aria-labelledby="queue-title">
        <h2 id="queue-title">${w.queueTitle}</h2>
        <form method="post" action="${exportPath}/queue">
          ${csrfField(session)}
          ${choice(
            'queue',
            w.queue,
            referralQueues.map((id) => [id, words.queues[id]] as const),
          )}
          <button>${w.takeQueue}</button>
        </form>
        <p class="hint">${w.queueHint}</p>
      </section>
      <section aria-labelledby="month-title">
        <h2 id="month-title">${w.monthTitle}</h2>
        ${mayTakeMonth(session) ? monthForm(session, today) : html`<p>${w.adminsOnly}</p>`}
      </section>
      <section aria-labelledby="one-title">
        <h2 id="one-title">${w.oneTitle}</h2>
        <p>${w.oneHint}</p>
      </section>
    </div>`;
}

function monthForm(session: Session, today: IsoDate): Html {
  return html`<form method="post" action="${exportPath}/month">
      ${csrfField(session)} ${choice('month', w.month, months(today))}
      <button>${w.takeMonth}</button>
    </form>
    <p class="hint">${w.monthHint}</p>`;
}

function choice(name: string, label: string, options: readonly (readonly [value: string, text: string])[]): Html {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
    </select>
  </div>`;
}

/** This month and the twelve before. */
function months(today: IsoDate): readonly (readonly [value: string, text: string])[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return Array.from({ length: 13 }, (_, back) => {
    const first = new Date(Date.UTC(year, month - 1 - back, 1));
    return [first.toISOString().slice(0, 7), monthName.format(first)] as const;
  });
}
const monthName = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** One referral as a file; for those who may change it. */
export function exportButtons(address: string, session: Session): Fragment {
  return (
    mayWrite(session.role) &&
    html`<div class="take">
      ${exportedKinds.map(
        (kind) =>
          html`<form method="post" action="${address}/export/${kind}">
            ${csrfField(session)}<button class="quiet">${w.kinds[kind]}</button>
          </form>`,
      )}
    </div>`
  );
}
