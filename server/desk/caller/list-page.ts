/** Where a call is begun, and those of this worker's that are not closed. */
import { languages, type Tag } from '../../../locales/languages.ts';
import { html, type Html } from '../../channels/web/html.ts';
import type { CallerTalk } from './store.ts';
import { time } from '../desk-time.ts';
import { csrfField, said } from '../layout.ts';
import { languageName } from '../names.ts';
import type { Session } from '../sign-in/session.ts';
import { shownCaption, table } from '../table.ts';
import { words } from '../words.ts';

const w = words.caller;

export type CallerListView = {
  readonly talks: readonly CallerTalk[];
  readonly session: Session;
  readonly address: (id: string) => string;
  /** Whether this language has words that may be shown. */
  readonly hasWords: (tag: Tag) => boolean;
  /** The id of the call that this page begins: sent twice, it begins one. */
  readonly next: string;
};

export function callerListPage(view: CallerListView): Html {
  const { talks } = view;
  return html`<h1>${w.title}</h1>
    <p class="lead">${w.lead}</p>
    ${begin(view)}
    ${
      talks.length === 0
        ? html`<p class="empty">${w.noneOpen}</p>`
        : table(
            talks,
            [
              { title: w.name, names: true, cell: ({ name }) => (name === null ? w.nameNotGiven : said(name)) },
              { title: w.language, cell: ({ language }) => languageName(language) },
              { title: w.begun, cell: ({ begunAt }) => time(begunAt) },
              { title: w.filed, cell: ({ filed }) => (filed.length > 0 ? filed.join(', ') : w.filedNone) },
              { title: w.acts, cell: (talk) => acts(talk, view) },
            ],
            { caption: shownCaption(w.open) },
          )
    }`;
}

function begin({ session, next, hasWords }: CallerListView): Html {
  return html`<section class="card" aria-labelledby="begin">
    <h2 id="begin">${w.begin}</h2>
    <form method="post" action="/desk/caller/begin" class="outcomes">
      ${csrfField(session)}<input type="hidden" name="id" value="${next}" />
      <fieldset>
        <legend>${w.beginLead}</legend>
        ${languages.map(
          ({ tag, endonym, englishName }) =>
            html`<button name="language" value="${tag}">
              ${englishName} ${tag !== 'en' && html`<span lang="${tag}">${endonym}</span>`}
              ${!hasWords(tag) && `(${w.byInterpreter})`}
            </button>`,
        )}
      </fieldset>
    </form>
    <p class="hint">${w.otherLanguage}</p>
  </section>`;
}

function acts({ id, name, begunAt }: CallerTalk, { session, address }: CallerListView): Html {
  const what = html`<span class="hidden">: ${name === null ? time(begunAt) : said(name)}</span>`;
  return html`<form method="post" action="${address(id)}/close">
    ${csrfField(session)} <a class="button" href="${address(id)}">${w.goOn}${what}</a>
    <button class="quiet">${w.close}${what}</button>
  </form>`;
}
