/** What call-backs and danger alerts have in common: waiting, taken or done, and the buttons for it. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { Task } from '../desk-store.ts';
import { time } from '../desk-time.ts';
import { csrfField, said } from '../layout.ts';
import { outcomes, word } from '../names.ts';
import { mayWrite, type Session } from '../sign-in/session.ts';
import { shownCaption, table, type Column } from '../table.ts';
import { fill, fillHtml, words } from '../words.ts';

const w = words.tasks;

/** What it takes to show how far a task is, of whatever kind. */
export type AnyTask = Omit<Task<object>, 'confidential'>;

export type TaskPlace = {
  readonly path: 'danger' | 'call-backs' | 'wrong-numbers';
  readonly session: Session;
  /** Whether the page comes after an act: then what was done last by this worker has the focus. */
  readonly isAfterAct?: boolean;
};

/** Where a page of tasks is looked at after an act. */
export const afterAct = (path: TaskPlace['path']): string => `/desk/${path}?saved=yes#latest`;

/** Two tables: what is still to be done, first what nobody has, the oldest first; and what is done, the newest first. */
export function taskTables<T extends AnyTask>(
  tasks: readonly T[],
  columns: readonly (readonly [title: string, cell: (task: T) => Fragment])[],
  describe: (task: T) => string,
  place: TaskPlace,
): Fragment {
  const open = [...tasks.filter((task) => !task.doneAt)].sort(
    (one, other) => Number(one.takenBy !== null) - Number(other.takenBy !== null) || one.at.localeCompare(other.at),
  );
  const done = [...tasks.filter((task) => task.doneAt)].sort((one, other) => other.at.localeCompare(one.at));
  const latest = place.isAfterAct === true ? latestOf(tasks, place.session) : undefined;
  const whole: readonly Column<T>[] = [
    ...columns.map(([title, cell]) => ({ title, cell })),
    {
      title: w.state,
      cell: (task) => {
        const state = stateCell(task, describe(task), place);
        return task === latest ? html`<div id="latest" tabindex="-1">${state}</div>` : state;
      },
    },
  ];
  const titled = (title: string, rows: readonly T[], arrows?: true): Fragment =>
    rows.length > 0 && table(rows, whole, { caption: shownCaption(title), ...(arrows && { arrows }) });
  return [titled(w.openTitle, open, true), titled(w.finishedTitle, done)];
}

/** What this worker took or finished last. */
function latestOf<T extends AnyTask>(tasks: readonly T[], { by }: Session): T | undefined {
  const when = ({ doneAt, takenAt }: T): string => doneAt ?? takenAt ?? '';
  return tasks.filter(({ takenBy }) => takenBy === by).sort((one, other) => when(other).localeCompare(when(one)))[0];
}

function stateCell(task: AnyTask, what: string, place: TaskPlace): Fragment {
  if (task.doneAt) {
    const outcome = word({ ...w.outcomes, ...words.privacy.outcomes }, task.outcome ?? '');
    return [fillHtml(w.finished, { outcome, who: said(task.takenBy ?? '') }), html`<br />${time(task.doneAt)}`];
  }
  const held = task.takenBy !== null && [
    fillHtml(w.takenBy, { who: said(task.takenBy) }),
    task.takenAt && html`<br />${time(task.takenAt)}`,
  ];
  if (!mayWrite(place.session.role)) return held === false ? w.waiting : held;
  if (task.takenBy === null) return takeForm(task, what, place);
  if (!mayFinish(task, place.session)) return held;
  const goesOn = place.path !== 'wrong-numbers' && task.takenBy === place.session.by;
  // How a call went is told on its own page.
  const isDoneHere = place.path !== 'call-backs';
  return [held, goesOn && goOnForm(task, what, place), isDoneHere && doneForm(task, what, place)];
}

/** Whoever took it says how it went; an admin can, for somebody who has gone home. */
export function mayFinish({ takenBy }: AnyTask, { by, role }: Session): boolean {
  return takenBy === by || (takenBy !== null && role === 'admin');
}

export function takeForm({ id }: AnyTask, what: string, { path, session }: TaskPlace): Html {
  return html`<form method="post" action="/desk/${path}/take">
    ${csrfField(session)}<input type="hidden" name="id" value="${id}" />
    <button aria-label="${fill(w.for, { act: w.take, what })}">${w.take}</button>
  </form>`;
}

/** Whoever took it, and has the member on the line, goes on where the member stopped. */
export function goOnForm({ id }: AnyTask, what: string, { path, session }: TaskPlace): Html {
  const act = words.caller.takeOver;
  return html`<form method="post" action="/desk/caller/take">
    ${csrfField(session)}<input type="hidden" name="task" value="${id}" />
    <input type="hidden" name="kind" value="${path === 'danger' ? 'alert' : 'callBack'}" />
    <button aria-label="${fill(w.for, { act, what })}">${act}</button>
  </form>`;
}

function outcomesAt(path: TaskPlace['path']): readonly (readonly [outcome: string, said: string])[] {
  if (path === 'wrong-numbers') return Object.entries(words.privacy.outcomes);
  return outcomes.map((outcome) => [outcome, word(w.outcomes, outcome)]);
}

function doneForm({ id }: AnyTask, what: string, { path, session }: TaskPlace): Html {
  return html`<form method="post" action="/desk/${path}/done" class="outcomes">
    ${csrfField(session)}<input type="hidden" name="id" value="${id}" />
    <fieldset>
      <legend>${w.doneAs}<span class="hidden">: ${what}</span></legend>
      ${outcomesAt(path).map(([outcome, said]) => html`<button name="outcome" value="${outcome}">${said}</button>`)}
    </fieldset>
  </form>`;
}
