/** What members said when a day had passed with no word, in the queue of complaints: judged with one press. */
import { html, type Fragment } from '../../channels/web/html.ts';
import { saidDue } from './due.ts';
import type { SaidRow } from './store.ts';
import { day, time } from '../desk-time.ts';
import { csrfField, said as typed } from '../layout.ts';
import { languageName, programmeName } from '../names.ts';
import { mayWrite, type Session } from '../sign-in/session.ts';
import { shownCaption, table, type Column } from '../table.ts';
import { fillHtml, words } from '../words.ts';

const w = words.complaints.said;

export type SaidView = {
  readonly session: Session;
  readonly now: Date;
  /** The address of a referral, without its number. */
  readonly address: (number: string) => string;
};

/** Nothing where nothing waits to be judged. */
export function saidSection(rows: readonly SaidRow[], view: SaidView): Fragment {
  if (rows.length === 0) return null;
  return [html`<p>${w.lead}</p>`, table(rows, columns(view), { caption: shownCaption(w.title), arrows: true })];
}

function columns({ session, now, address }: SaidView): readonly Column<SaidRow>[] {
  const all: readonly Column<SaidRow>[] = [
    {
      title: w.what,
      names: true,
      cell: (row) => [
        html`${w[row.said]} ${row.programme && html`<br />${programmeName(row.programme)}`} <br /><a
            href="${address(row.number)}"
            >${words.complaints.openRequest}</a
          > `,
        row.confidential && html`<strong class="flag warn">${words.flags.confidential}</strong> `,
        row.byHelper && html`<span class="flag">${words.flags.helper}</span>`,
      ],
    },
    { title: w.at, cell: (row) => [time(row.at), dueLine(row, now)] },
    { title: words.complaints.language, cell: ({ language }) => typed(languageName(language)) },
  ];
  return mayWrite(session.role) ? [...all, { title: w.judge, cell: (row) => judgeForm(row, session) }] : all;
}

function dueLine(row: SaidRow, now: Date): Fragment {
  const { by, isOverdue } = saidDue(row, now);
  return html`<div>
    ${fillHtml(w.due, { when: day(by) })}${isOverdue && html` <strong class="flag late">${words.table.overdue}</strong>`}
  </div>`;
}

const judgeForm = ({ id }: SaidRow, session: Session): Fragment =>
  html`<form method="post" action="/desk/complaints/said" class="outcomes">
    ${csrfField(session)}<input type="hidden" name="id" value="${id}" />
    <button name="complaint" value="yes">${w.yes}</button>
    <button class="quiet" name="complaint" value="no">${w.no}</button>
  </form>`;
