/** Members who may be in danger. Their words are never shown: they are not stored. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { AlertTask } from '../desk-store.ts';
import { minutesSince, time } from '../desk-time.ts';
import { phoneNumber, said } from '../layout.ts';
import { languageName, word } from '../names.ts';
import { taskTables, type TaskPlace } from './task-view.ts';
import { fill, words } from '../words.ts';

const w = words.alerts;

export type AlertView = {
  readonly tasks: readonly AlertTask[];
  readonly now: Date;
  /** How soon the plan's own file says that an alert is taken. */
  readonly minutesToTake: number;
};

/** What stands in the page of danger alerts. */
export function alertPage({ tasks, now, minutesToTake }: AlertView, place: TaskPlace): Html {
  const open = tasks.some(({ doneAt }) => !doneAt);
  return html`<h1>${words.queues.danger}</h1>
    ${open ? html`<p class="lead">${w.lead}</p>` : html`<p class="empty">${words.queues.empty.danger}</p>`}
    ${taskTables(
      tasks,
      [
        [w.since, (task) => sinceCell(task, now, minutesToTake)],
        [w.kind, ({ danger }) => html`<strong>${w.kinds[danger]}</strong>`],
        [w.phone, phoneCell],
        [w.language, ({ language }) => said(languageName(language))],
        [w.channel, ({ channel }) => word(words.referral.channels, channel)],
      ],
      ({ danger, at }) => `${w.kinds[danger]}, ${span(minutesSince(at, now))}`,
      place,
    )}`;
}

function phoneCell({ phone, wantsCall }: AlertTask): Fragment {
  return [
    phone === null ? html`<span class="dim">${w.noPhone}</span>` : phoneNumber(phone),
    html`<br />${wantsCall ? html`<strong class="flag warn">${w.wantsCall}</strong>` : w.noCall}`,
  ];
}

function sinceCell({ at, takenBy, doneAt }: AlertTask, now: Date, minutesToTake: number): Fragment {
  const minutes = minutesSince(at, now);
  const late = takenBy === null && doneAt === null && minutes > minutesToTake;
  return [
    !doneAt && html`<strong>${span(minutes)}</strong><br />`,
    time(at),
    late && html`<br /><strong class="flag late">${fill(w.late, { n: minutesToTake })}</strong>`,
  ];
}

function span(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours < 1) return fill(w.minutes, { n: minutes });
  if (hours < 24) return fill(w.hours, { h: hours, m: minutes % 60 });
  return fill(w.days, { d: Math.floor(hours / 24), h: hours % 24 });
}
