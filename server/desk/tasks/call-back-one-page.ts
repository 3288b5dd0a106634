/** One call-back: what to mind, what to say, and how each try went. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { IsoDate } from '../../../policy/calendar.ts';
import { callForm } from './call-back-form.ts';
import type { CallEntered } from './call-back-entry.ts';
import { describe, phone, spoken, when } from './call-back-page.ts';
import { mayLeaveVoicemail } from './call-limits.ts';
import { callScript, type ScriptWords } from './call-script.ts';
import { card } from '../card.ts';
import type { CallBackTask, MadeAttempt } from '../desk-store.ts';
import { day, time } from '../desk-time.ts';
import { said } from '../layout.ts';
import { word } from '../names.ts';
import { mayWrite, type Session } from '../sign-in/session.ts';
import { hiddenCaption, table, type Column } from '../table.ts';
import { goOnForm, mayFinish, takeForm } from './task-view.ts';
import { fill, fillHtml, words } from '../words.ts';

export type CallBackView = {
  readonly task: CallBackTask;
  readonly session: Session;
  readonly today: IsoDate;
  /** Of this page. */
  readonly at: string;
  /** The address of a referral, without its number. */
  readonly address: (number: string) => string;
  readonly script: ScriptWords;
  readonly entered: CallEntered | null;
  readonly saved: boolean;
};

const w = words.callBacks;
/** After so many tries in vain another way is proposed. */
const enough = 3;

export function callBackOnePage(view: CallBackView): Html {
  const { task, entered, saved } = view;
  return html`${entered && problems(entered)} ${saved && html`<p class="outcome" role="status">${w.saved}</p>`}
    <h1>${fillHtml(w.title, { who: said(task.callBack.name ?? w.nameNotGiven) })}</h1>
    ${warnings(task)}
    <div class="cards">${details(view)} ${acts(view)}</div>
    ${task.doneAt === null && callScript(task, view.script)} ${tries(task.attempts)}`;
}

function problems({ problems: found }: CallEntered): Html {
  return html`<div class="outcome wrong" role="alert" aria-labelledby="wrong-title">
    <h2 id="wrong-title">${words.form.errorTitle}</h2>
    <ul>
      ${found.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)}
    </ul>
  </div>`;
}

function warnings(task: CallBackTask): Html {
  const grave = [task.confidential && w.confidential, task.wrongNumber && w.wrongNumber].filter(
    (text) => text !== false,
  );
  const noVoicemail = !mayLeaveVoicemail(task) && !task.confidential;
  const calm = grave.length === 0 && !noVoicemail;
  return html`<section class="${calm ? 'safe calm' : 'safe'}" aria-labelledby="safe-title">
    <h2 id="safe-title">${w.warnings}</h2>
    <ul>
      ${grave.map((text) => html`<li class="grave">${text}</li>`)} ${noVoicemail && html`<li>${w.noVoicemail}</li>`}
      ${calm && html`<li>${w.clear}</li>`}
    </ul>
  </section>`;
}

function details({ task, address }: CallBackView): Html {
  const requests = task.numbers.map(
    (number) => html`<li><a href="${address(number)}">${fill(w.request, { digits: number.slice(-4) })}</a></li>`,
  );
  return card('details', w.details, [
    [w.asked, [time(task.at), html`<br />${w.reasons[task.callBack.reason]}`]],
    [w.name, said(task.callBack.name ?? w.nameNotGiven)],
    [w.phone, phone(task)],
    [w.language, spoken(task)],
    [w.when, when(task)],
    [
      w.requests,
      requests.length === 0
        ? w.none
        : html`<ul class="plain">
            ${requests}
          </ul>`,
    ],
  ]);
}

function acts(view: CallBackView): Html {
  const { task, session } = view;
  const place = { path: 'call-backs', session } as const;
  const outcome = task.doneAt !== null && [
    fillHtml(words.tasks.finished, {
      outcome: word(words.tasks.outcomes, task.outcome ?? ''),
      who: said(task.takenBy ?? ''),
    }),
    html`<br />${time(task.doneAt)}`,
  ];
  const taken = task.takenBy !== null && html`<p>${fillHtml(words.tasks.takenBy, { who: said(task.takenBy) })}</p>`;
  const isOpen = task.doneAt === null && mayWrite(session.role);
  return html`<section class="card" aria-labelledby="acts">
    <h2 id="acts" data-after>${words.tasks.state}</h2>
    ${task.doneAt === null ? [taken, nextStep(task)] : html`<p>${outcome}</p>`}
    ${isOpen && task.takenBy === null && [html`<p>${w.takeFirst}</p>`, takeForm(task, describe(task), place)]}
    ${isOpen && task.takenBy === session.by && goOnForm(task, describe(task), place)}
    ${isOpen && mayFinish(task, session) && callForm(view)}
  </section>`;
}

function nextStep({ attempts, confidential }: CallBackTask): Fragment {
  if (attempts.length < enough) return null;
  return html`<p class="banner"><strong>${confidential ? w.afterThreeConfidential : w.afterThree}</strong></p>`;
}

function tries(attempts: readonly MadeAttempt[]): Html {
  return html`<section aria-labelledby="tries">
    <h2 id="tries">${w.tries}</h2>
    ${
      attempts.length === 0
        ? html`<p class="dim">${w.noTries}</p>`
        : table([...attempts].reverse(), columns, { caption: hiddenCaption(w.tries) })
    }
  </section>`;
}

const columns: readonly Column<MadeAttempt>[] = [
  { title: w.at, cell: ({ at }) => time(at) },
  { title: w.by, cell: ({ by }) => said(by) },
  { title: w.how, cell: ({ attempt }) => w.outcomes[attempt.outcome] },
  {
    title: w.interpreting,
    cell: ({ attempt }) => (attempt.interpreting === null ? w.none : w.interpreters[attempt.interpreting]),
  },
  {
    title: w.again,
    cell: ({ attempt: { next } }) => (next === null ? w.none : [day(next.on), `, ${words.contact.times[next.at]}`]),
  },
];
