/** Phones that were not the member's: what went there, as a fact and never word for word, and who has looked. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { PrivacyTask } from '../desk-store.ts';
import { time } from '../desk-time.ts';
import { phoneNumber } from '../layout.ts';
import { taskTables, type TaskPlace } from '../tasks/task-view.ts';
import { fill, words } from '../words.ts';

const w = words.privacy;

export function privacyPage(
  tasks: readonly PrivacyTask[],
  place: TaskPlace,
  /** Of a referral, without its number. */
  address: (number: string) => string,
): Html {
  const open = tasks.some(({ doneAt }) => !doneAt);
  return html`<h1>${words.queues.privacy}</h1>
    ${open ? html`<p class="lead">${w.lead} ${w.done}</p>` : html`<p class="empty">${words.queues.empty.privacy}</p>`}
    ${taskTables(
      tasks,
      [
        [w.found, ({ at }) => time(at)],
        [w.phone, ({ phone }) => phoneNumber(phone)],
        [w.sent, sent],
        [w.requests, (task) => requests(task, address)],
      ],
      ({ phone }) => phone,
      place,
    )}`;
}

function sent({ texts, talked, voicemail }: PrivacyTask): Html {
  const facts = [
    texts > 0 ? fill(w.texts, { n: texts }) : w.noTexts,
    talked && w.talked,
    voicemail && w.voicemail,
  ].filter((fact) => fact !== false);
  return html`<ul class="plain">
    ${facts.map((fact) => html`<li>${fact}</li>`)}
  </ul>`;
}

function requests({ numbers }: PrivacyTask, address: (number: string) => string): Fragment {
  if (numbers.length === 0) return words.callBacks.none;
  return html`<ul class="plain">
    ${numbers.map((number) => html`<li><a href="${address(number)}">${fill(words.callBacks.request, { digits: number.slice(-4) })}</a></li>`)}
  </ul>`;
}
