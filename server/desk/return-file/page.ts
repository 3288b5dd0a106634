/** The pages of a return file: to choose it, to check it row by row, and what became of it. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import {
  headings,
  type CheckedRow,
  type Column,
  type FileProblem,
  type RowProblem,
} from '../../../referral/return-file.ts';
import { day } from '../desk-time.ts';
import { csrfField } from '../layout.ts';
import { programmeName } from '../names.ts';
import type { Kept } from './kept.ts';
import type { Session } from '../sign-in/session.ts';
import { loopWords } from '../referral/steps.ts';
import { shownCaption, table, type Column as TableColumn } from '../table.ts';
import { fill, words } from '../words.ts';

const w = words.returnFile;
export const returnFilePath = '/desk/return-file';

/** What is wrong with a file as a whole, before any of its rows. */
export type UploadProblem = FileProblem | { readonly code: 'noFile' };

export function choosePage(session: Session, problem: UploadProblem | null): Html {
  return html`<h1>${w.title}</h1>
    <p class="lead">${w.lead}</p>
    <form method="post" action="${returnFilePath}" enctype="multipart/form-data" novalidate>
      ${csrfField(session)}
      <div class="field${problem && ' wrong'}">
        <label for="file">${w.file}</label>
        ${problem && html`<p class="error" id="file-error" role="alert">${w.wrongFile} ${fileProblem(problem)}</p>`}
        <input
          type="file"
          id="file"
          name="file"
          accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          ${problem && html`aria-invalid="true"`}
          aria-describedby="${problem && 'file-error '}file-hint"
        />
        <p class="hint" id="file-hint">${w.limits}</p>
      </div>
      <button>${w.check}</button>
    </form>
    <p>${w.columns}</p>
    <ul>
      ${Object.values(headings).map((heading) => html`<li>${heading}</li>`)}
    </ul>`;
}

function fileProblem(problem: UploadProblem): string {
  const columns = 'columns' in problem ? problem.columns.map((column) => headings[column]).join(w.and) : '';
  return fill(w.fileProblems[problem.code], { columns });
}

export type CheckedView = {
  readonly kept: Kept;
  /** Where it is confirmed. */
  readonly path: string;
  /** The address of a referral, without its number. */
  readonly address: (number: string) => string;
  readonly session: Session;
};

/** What is wrong comes first: it has to be mended by somebody. */
export function checkedPage(view: CheckedView): Html {
  const { kept, address } = view;
  const { state, rows, ignored } = kept;
  const [wrong, record, already] = [only('wrong', rows), only('record', rows), only('already', rows)];
  const counts = { all: rows.length, record: record.length, already: already.length, wrong: wrong.length };
  const isPreview = state === 'preview';
  return html`<h1>${isPreview ? w.preview : w.result}</h1>
    <p class="banner" ${!isPreview && html`role="status"`}>
      <strong>${fill(isPreview ? w.counts : w.resultCounts, counts)}</strong>
      ${ignored > 0 && fill(w.ignored, { n: ignored })}
    </p>
    ${isPreview && confirm(view, record.length)}
    <p><a href="${returnFilePath}">${w.other}</a></p>
    ${wrong.length > 0 && table(wrong, wrongColumns, { caption: shownCaption(w.tables.wrong) })}
    ${
      record.length > 0 &&
      table(record, recordColumns(address), {
        caption: shownCaption(isPreview ? w.tables.record : w.tables.recorded),
      })
    }
    ${already.length > 0 && table(already, alreadyColumns(address), { caption: shownCaption(w.tables.already) })}`;
}

function confirm({ path, session }: CheckedView, count: number): Html {
  if (count === 0) return html`<p>${w.nothing}</p>`;
  return html`<form method="post" action="${path}/record">
    ${csrfField(session)}
    <p>${w.news}</p>
    <button>${count === 1 ? w.recordOne : fill(w.record, { n: count })}</button>
  </form>`;
}

type Of<Kind extends CheckedRow['kind']> = Extract<CheckedRow, { readonly kind: Kind }>;

function only<Kind extends CheckedRow['kind']>(kind: Kind, rows: readonly CheckedRow[]): readonly Of<Kind>[] {
  return rows.filter((row): row is Of<Kind> => row.kind === kind);
}

const row = { title: w.row, cell: ({ row }: CheckedRow) => row, names: true } as const;

const wrongColumns: readonly TableColumn<Of<'wrong'>>[] = [
  row,
  { title: w.column, cell: ({ problems }) => lines(problems, ({ column }) => columnName(column)) },
  { title: w.problem, cell: ({ problems }) => lines(problems, rowProblem) },
];

const columnName = (column: Column | null): string => (column === null ? w.wholeRow : headings[column]);

/** By code alone: what stands in a wrong cell is nobody's to read here. */
function rowProblem({ code, rows }: RowProblem): string {
  return rows ? fill(w.problems.contradictsRows, { rows: rows.join(', ') }) : w.problems[code];
}

function lines<T>(all: readonly T[], text: (one: T) => string): Fragment {
  return all.map((one) => html`<div>${text(one)}</div>`);
}

type Address = CheckedView['address'];

const recordColumns = (address: Address): readonly TableColumn<Of<'record'>>[] => [
  row,
  { title: w.referral, cell: ({ number }) => link(number, address) },
  { title: w.programme, cell: ({ event }) => programmeName(event.programme) },
  { title: w.now, cell: ({ from }) => (from ? loopWords(from) : w.noStep) },
  { title: w.next, cell: ({ event }) => loopWords(event.what.loop) },
  { title: w.asOf, cell: ({ event }) => day(event.what.on) },
];

const alreadyColumns = (address: Address): readonly TableColumn<Of<'already'>>[] => [
  row,
  { title: w.referral, cell: ({ number }) => link(number, address) },
  { title: w.programme, cell: ({ programme }) => programmeName(programme) },
  { title: w.next, cell: ({ told }) => loopWords(told.loop) },
  { title: w.asOf, cell: ({ told }) => day(told.on) },
];

function link(number: string, address: Address): Html {
  return html`<a href="${address(number)}">${fill(words.referral.ending, { digits: number.slice(-4) })}</a>`;
}
