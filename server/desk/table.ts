/** Every table at the desk. On a narrow screen each row is a list of its values, each with its column's title. */
import { html, type Fragment, type Html } from '../channels/web/html.ts';

export type Column<T> = {
  readonly title: string;
  readonly cell: (row: T) => Fragment;
  /** Its cell names the row. */
  readonly names?: true;
  /** By the link the rows are sorted by this column. */
  readonly sort?: { readonly address: string; readonly now: 'ascending' | 'descending' | null };
};

type About = {
  /** Shown above the table, or for those who hear it only. */
  readonly caption: Html;
  /** The arrow keys go from row to row. */
  readonly arrows?: true;
};

/** The roles are written out: the narrow layout would take them from the elements. */
export function table<T>(rows: readonly T[], columns: readonly Column<T>[], { caption, arrows }: About): Html {
  return html`<table role="table" ${arrows && html`data-rows`}>
    ${caption}
    <thead role="rowgroup" ${columns.every(({ sort }) => !sort) && html`class="titles"`}>
      <tr role="row">
        ${columns.map(heading)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (row) =>
          html`<tr role="row">
            ${columns.map((column) => cell(row, column))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A caption that everybody sees. */
export const shownCaption = (title: string): Html =>
  html`<caption>
    ${title}
  </caption>`;

/** A caption for those who do not see the heading above the table. */
export const hiddenCaption = (title: string): Html =>
  html`<caption class="hidden">
    ${title}
  </caption>`;

function heading<T>({ title, sort }: Column<T>): Html {
  return html`<th role="columnheader" scope="col" ${sort?.now && html`aria-sort="${sort.now}"`}>
    ${sort ? html`<a href="${sort.address}">${title}</a>` : title}
  </th>`;
}

function cell<T>(row: T, { title, cell: fill, names }: Column<T>): Html {
  return names
    ? html`<th role="rowheader" scope="row" data-title="${title}"><div>${fill(row)}</div></th>`
    : html`<td role="cell" data-title="${title}"><div>${fill(row)}</div></td>`;
}
