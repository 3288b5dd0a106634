/** Members who asked to be called. */
import { html, type Fragment, type Html } from '../channels/web/html.ts';
import type { CallBack } from '../../referral/call-back.ts';
import type { CallBackTask } from './desk-store.ts';
import { time } from './desk-time.ts';
import { phoneNumber, said } from './layout.ts';
import { languageName } from './names.ts';
import { taskTables, type TaskPlace } from './task-view.ts';
import { words } from './words.ts';

const w = words.callBacks;

/** What stands in the page of call-backs. */
export function callBackPage(tasks: readonly CallBackTask[], place: TaskPlace): Html {
  const open = tasks.some(({ doneAt }) => !doneAt);
  return html`<h1>${words.queues.callBacks}</h1>
    ${!open && html`<p class="empty">${words.queues.empty.callBacks}</p>`}
    ${taskTables(
      tasks,
      [
        [w.asked, ({ at }) => time(at)],
        [w.name, who],
        [w.phone, ({ callBack }) => phoneNumber(callBack.phone)],
        [w.language, spoken],
        [w.when, when],
      ],
      ({ callBack }) => callBack.name ?? callBack.phone,
      place,
    )}`;
}

function spoken({ callBack: { language, dialect } }: CallBackTask): Html {
  return html`${said(languageName(language))}${dialect && html`, ${words.contact.dialects[dialect]}`}`;
}

function when({ callBack }: CallBackTask): Fragment {
  const safe = callBack.when ? words.contact.times[callBack.when] : words.contact.anyTimeNotSaid;
  return [safe, html`<br />${voicemail(callBack)}`];
}

function voicemail({ voicemail: allowed }: CallBack): Fragment {
  if (allowed === null) return html`<strong>${w.notAsked}</strong>`;
  return allowed ? w.voicemailYes : html`<strong>${w.voicemailNo}</strong>`;
}

function who({ callBack }: CallBackTask): Fragment {
  const why = w.reasons[callBack.reason];
  return [
    said(callBack.name ?? w.nameNotGiven),
    html`<br />${callBack.reason === 'danger' ? html`<strong class="flag warn">${why}</strong>` : why}`,
  ];
}
