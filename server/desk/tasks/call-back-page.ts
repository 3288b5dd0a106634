/** Members who asked to be called. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { CallBackTask } from '../desk-store.ts';
import { day, time } from '../desk-time.ts';
import { mayLeaveVoicemail } from './call-limits.ts';
import { phoneNumber, said } from '../layout.ts';
import { languageName } from '../names.ts';
import { taskTables, type TaskPlace } from './task-view.ts';
import { fill, fillHtml, words } from '../words.ts';

const w = words.callBacks;

export type CallBackPlace = TaskPlace & {
  /** The address of one call-back: nothing of it can be read there. */
  readonly addressOf: (id: string) => string;
};

/** What stands in the page of call-backs. */
export function callBackPage(tasks: readonly CallBackTask[], place: CallBackPlace): Html {
  const open = tasks.some(({ doneAt }) => !doneAt);
  return html`<h1>${words.queues.callBacks}</h1>
    ${!open && html`<p class="empty">${words.queues.empty.callBacks}</p>`}
    ${taskTables(
      tasks,
      [
        [w.asked, ({ at }) => time(at)],
        [w.name, (task) => who(task, place)],
        [w.phone, phone],
        [w.language, spoken],
        [w.when, when],
        [w.tries, tries],
      ],
      describe,
      place,
    )}`;
}

/** For those who hear one of many buttons. */
export function describe({ callBack }: CallBackTask): string {
  return callBack.name ?? callBack.phone;
}

export function phone({ callBack, wrongNumber }: CallBackTask): Fragment {
  return [
    phoneNumber(callBack.phone),
    wrongNumber && html`<br /><strong class="flag warn">${words.flags.wrongNumber}</strong>`,
  ];
}

export function spoken({ callBack: { language, dialect } }: CallBackTask): Html {
  return html`${said(languageName(language))}${dialect && html`, ${words.contact.dialects[dialect]}`}`;
}

export function when(task: CallBackTask): Fragment {
  const { when: part } = task.callBack;
  return [part ? words.contact.times[part] : words.contact.anyTimeNotSaid, html`<br />${voicemail(task)}`];
}

function voicemail(task: CallBackTask): Fragment {
  if (mayLeaveVoicemail(task)) return w.voicemailYes;
  return html`<strong>${task.callBack.voicemail === null && !task.confidential ? w.notAsked : w.voicemailNo}</strong>`;
}

function who(task: CallBackTask, { addressOf }: CallBackPlace): Fragment {
  const { callBack, confidential, id } = task;
  const why = w.reasons[callBack.reason];
  return [
    html`<a href="${addressOf(id)}">${said(callBack.name ?? w.nameNotGiven)}</a>`,
    confidential && html` <strong class="flag warn">${words.flags.confidential}</strong>`,
    html`<br />${callBack.reason === 'danger' ? html`<strong class="flag warn">${why}</strong>` : why}`,
  ];
}

function tries({ attempts }: CallBackTask): Fragment {
  const next = attempts.at(-1)?.attempt.next;
  if (attempts.length === 0) return w.none;
  return [
    attempts.length === 1 ? w.triedOnce : fill(w.tried, { n: attempts.length }),
    next && html`<br />${fillHtml(w.next, { when: day(next.on), part: words.contact.times[next.at] })}`,
  ];
}
