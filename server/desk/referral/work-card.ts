/** Who works on a referral, and staff's own notes. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { card } from '../card.ts';
import { mayPassOn } from './case-entry.ts';
import { holderOf } from './case-facts.ts';
import { caseForm, choice, type CaseView } from './case-form.ts';
import { unreadWarnings } from './grave-warnings.ts';
import { said } from '../layout.ts';
import { mayWrite } from '../sign-in/session.ts';
import { fillHtml, words } from '../words.ts';

const w = words.work;

export function workCard(view: CaseView): Html {
  const { file, session } = view;
  const holder = holderOf(file);
  const other = holder !== null && fillHtml(w.other, { who: said(holder) });
  const who = holder === session.by ? w.you : other || w.nobody;
  return card(
    'work',
    w.title,
    [],
    [html`<p><strong>${who}</strong></p>`, mayWrite(session.role) && [passing(view, holder), noteForm(view)]],
  );
}

function passing(view: CaseView, holder: string | null): Fragment {
  const { file, session, workers } = view;
  const others = workers.filter((name) => name !== holder).map((name) => [name, name] as const);
  const mayTake = unreadWarnings(file, session.by).length === 0;
  return [
    holder === null &&
      (mayTake
        ? caseForm('take', view, html`<button>${w.take}</button>`)
        : html`<p class="note">${words.warnings.first}</p>`),
    holder !== null &&
      mayPassOn(file, session) &&
      caseForm('drop', view, html`<button class="quiet">${w.drop}</button>`),
    mayPassOn(file, session) &&
      others.length > 0 &&
      caseForm('give', view, [
        choice('give-to', 'to', w.give, w.choose, others, view.typed['to']),
        html`<button class="quiet">${w.giveSave}</button>`,
      ]),
  ];
}

function noteForm(view: CaseView): Html {
  return caseForm(
    'note',
    view,
    html`<div class="field">
        <label for="note-text">${w.note}</label>
        <textarea id="note-text" name="text" rows="3" maxlength="1500" autocomplete="off" aria-describedby="note-hint">
${view.typed['text'] ?? ''}</textarea>
        <p class="hint" id="note-hint">${w.noteHint}</p>
      </div>
      <button class="quiet">${w.noteSave}</button>`,
  );
}
