/** Search and filters above a queue, and what of them is on: sent by POST, so that no name stands in an address. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { ReferralRow } from '../desk-store.ts';
import { csrfField, said } from '../layout.ts';
import { languageName, programmeName } from '../names.ts';
import type { ReferralQueue } from './queue.ts';
import { filters, isSearch, noSearch, Search, valuesOf, type Filter } from './search.ts';
import type { Form } from '../referral/request-entry.ts';
import type { Session } from '../sign-in/session.ts';
import { fill, fillHtml, words } from '../words.ts';

export type Finding = {
  readonly queue: ReferralQueue;
  /** The address of the queue. */
  readonly path: string;
  readonly session: Session;
  readonly search: Search;
  /** As it stands in an address; null: nothing is searched for. */
  readonly sealed: string | null;
  readonly seal: (search: Search) => string;
  /** What was in the address is of no use any more. */
  readonly isGone: boolean;
  /** All that lies in the queue: what can be chosen. */
  readonly rows: readonly ReferralRow[];
};

const w = words.find;

export function findForm(finding: Finding): Html {
  const { queue, session, search, isGone } = finding;
  const isFiltered = filters.some((filter) => search[filter] !== null);
  return html`${isGone && html`<p class="outcome" role="status">${w.gone}</p>`}
    <form class="find" method="post" action="/desk/find" role="search" aria-label="${w.label}">
      ${csrfField(session)}<input type="hidden" name="queue" value="${queue}" />
      <div class="field">
        <label for="words">${w.words}</label>
        <input id="words" name="words" maxlength="100" autocomplete="off" value="${search.words}" data-find />
      </div>
      <details ${isFiltered && html`open`}>
        <summary>${w.filter}</summary>
        <div class="filters">${filters.map((filter) => choice(filter, finding))}</div>
      </details>
      <button>${w.button}</button>
    </form>
    ${isSearch(search) && chips(finding)}`;
}

function choice(filter: Filter, { rows, search, session }: Finding): Html {
  const chosen = search[filter];
  const known = new Set(rows.flatMap((row) => valuesOf(filter, row)));
  if (chosen !== null) known.add(chosen);
  const options = [...known]
    .map((value) => ({ value, name: nameOf(filter, value, session) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return html`<div class="field">
    <label for="find-${filter}">${w.filters[filter]}</label>
    <select id="find-${filter}" name="${filter}">
      <option value="">${w.any}</option>
      ${options.map(
        ({ value, name }) => html`<option value="=${value}" ${value === chosen && html`selected`}>${name}</option>`,
      )}
    </select>
  </div>`;
}

function nameOf(filter: Filter, value: string, { by }: Session): string {
  switch (filter) {
    case 'language':
    case 'written':
      return languageName(value);
    case 'county':
      return value;
    case 'programme':
      return programmeName(value as Parameters<typeof programmeName>[0]);
    case 'worker':
      return value === '' ? w.nobody : value === by ? fill(w.me, { who: by }) : value;
  }
}

/** What is on, each with a link that takes it off. */
function chips(finding: Finding): Fragment {
  const { search, session, queue, path, seal } = finding;
  const without = (rest: Search, what: Html): Html => {
    const to = isSearch(rest) ? `?find=${seal(rest)}` : '';
    return html`<li>
      ${what} <a href="${path}${to}">${w.remove}<span class="hidden">: ${what}</span></a>
    </li>`;
  };
  const on = filters.flatMap((filter) => {
    const value = search[filter];
    if (value === null) return [];
    const what = fillHtml(w.chip, { filter: w.filters[filter], value: said(nameOf(filter, value, session)) });
    return [without({ ...search, [filter]: null }, what)];
  });
  const typed =
    search.words !== '' && without({ ...search, words: '' }, fillHtml(w.said, { words: said(search.words) }));
  return html`<div class="chips">
    <p id="chips">${w.on}</p>
    <ul class="plain" aria-labelledby="chips">
      ${typed} ${on}
    </ul>
    <a href="${path}">${w.clear}</a>
    ${queue !== 'all' && html`<a href="/desk/all?find=${seal(search)}">${w.everywhere}</a>`}
  </div>`;
}

/** What was sent, as far as it can be read; a choice stands behind a sign, so that "nobody" is not "any". */
export function readSearch(form: Form): Search | null {
  const chosen = filters.map((filter) => {
    const value = form[filter] ?? '';
    return [filter, value.startsWith('=') ? value.slice(1) : null] as const;
  });
  const words = (form['words'] ?? '').trim();
  const read = Search.safeParse({ ...noSearch, ...Object.fromEntries(chosen), words });
  return read.success ? read.data : null;
}
