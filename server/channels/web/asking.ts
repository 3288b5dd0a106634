/** The foot of the page: the waiting question's choices or fields, the ways around it, and a field for own words. */
import type { Ask, Option } from '../../../dialogs/say.ts';
import type { Tag } from '../../../locales/languages.ts';
import { actButton, actsForm, optionButton } from './controls.ts';
import { dateFields } from './date-fields.ts';
import { html, type Fragment, type Html } from './html.ts';
import { label, phrase } from './phrase.ts';
import type { Trouble } from './trouble.ts';
import type { Voice } from './voice.ts';

/** What the foot of one page needs. */
export type Asking = {
  readonly waits: { readonly ask: Ask; readonly seq: number } | null;
  /** The question's id as the page sends it back. */
  readonly question: string | null;
  /** Whether the question's words already stand last in the conversation. */
  readonly justSaid: boolean;
  /** Hidden in every form: the session's token, a message id of its own, the question, the language. */
  readonly token: string;
  readonly messageId: string;
  /** Last entry that is on the page. */
  readonly after: number;
  readonly lang: Tag;
  readonly trouble: Trouble | null;
  /** What was typed before it was found wanting. */
  readonly typed: { readonly text: string; readonly month: string; readonly day: string; readonly year: string } | null;
};

export function askingHtml(asking: Asking, voice: Voice, swap = false): Html {
  const { waits, justSaid } = asking;
  const { tag, dir } = voice.language;
  const around = form(asking, actsForm, waits && waysAround(waits.ask, voice));
  const words = wordsHtml(asking, voice);
  return html`<div id="asking" lang="${tag}" dir="${dir}" ${swap && html`hx-swap-oob="outerHTML"`}>
    ${waits && !justSaid && questionAgain(waits, voice)} ${troubleHtml(asking.trouble, voice)}
    ${waits && choicesHtml(waits.ask, asking, voice)} ${isWritten(waits?.ask) ? [words, around] : [around, words]}
  </div>`;
}

/** Whether the field for own words is itself where the answer goes. */
const isWritten = (ask: Ask | undefined): boolean =>
  ask?.input.kind === 'text' || ask?.input.kind === 'number' || ask?.input.kind === 'phone';

/** Something else was said since it was asked, so the question stands once more where it is answered. */
function questionAgain({ ask, seq }: NonNullable<Asking['waits']>, voice: Voice): Html {
  return html`<h2 class="question" id="q${seq}-again" tabindex="-1">${phrase(ask.line, voice)}</h2>`;
}

/** A form of the chat: it carries what makes it answer this question, of this session, once. */
function form({ token, messageId, question, after, lang }: Asking, id: string, inside: Fragment): Html {
  return html`<form id="${id}" method="post" action="/chat" hx-post="/chat" autocomplete="off">
    <input type="hidden" name="token" value="${token}" />
    <input type="hidden" name="id" value="${messageId}" />
    <input type="hidden" name="question" value="${question ?? ''}" />
    <input type="hidden" name="after" value="${after}" />
    <input type="hidden" name="lang" value="${lang}" />
    ${inside}
  </form>`;
}

/** Stays on the page, empty, so that a screen reader hears what is put in. */
export function troubleHtml(trouble: Trouble | null, voice: Voice): Html {
  const words = trouble && html`<p>${label(`page.trouble.${trouble}`, voice)}</p>`;
  return html`<div id="trouble" role="alert">${words}</div>`;
}

function choicesHtml(ask: Ask, asking: Asking, voice: Voice): Fragment {
  const { input } = ask;
  const hint = ask.hint && html`<p class="hint" id="hint">${phrase(ask.hint, voice)}</p>`;
  switch (input.kind) {
    case 'one':
      return [
        hint,
        html`<div class="choices" ${named(asking, ask)}>${input.options.map((one) => optionButton(one, voice))}</div>`,
      ];
    case 'many':
      return form(asking, 'ticks', [
        hint,
        html`<fieldset class="ticks" ${named(asking, ask)}>
          ${input.options.map((option) => tick(option, voice, false))} ${tick(input.none, voice, true)}
        </fieldset>`,
        html`<button type="submit" class="main" name="ticked" value="yes">${label('page.ask.next', voice)}</button>`,
      ]);
    case 'date':
      return form(asking, 'date', [
        hint,
        html`<fieldset class="date" ${named(asking, ask)}>${dateFields(voice, asking)}</fieldset>`,
        html`<button type="submit" class="main" name="dated" value="yes">${label('page.ask.next', voice)}</button>`,
      ]);
    case 'number':
    case 'text':
    case 'phone':
      return hint;
  }
}

/** A group is named by the question's own words, wherever they stand. */
function named({ waits, justSaid }: Asking, { hint }: Ask): Html {
  const id = `q${String(waits?.seq ?? 0)}${justSaid ? '' : '-again'}`;
  return html`role="group" aria-labelledby="${id}" ${hint && html`aria-describedby="hint"`}`;
}

function tick({ id, label: line }: Option, voice: Voice, none: boolean): Fragment {
  const words = phrase(line, voice);
  return (
    words &&
    html`<label class="tick${none ? ' none' : ''}">
      <input type="checkbox" name="choice" value="${id}" ${none && html`data-none`} /><span>${words}</span>
    </label>`
  );
}

function waysAround(ask: Ask, voice: Voice): Html {
  return html`<div class="ways">
      ${ask.mayDecline && [actButton('notSure', voice), actButton('decline', voice)]}
      ${ask.mayAskWhy && actButton('why', voice)} ${ask.mayGoBack && actButton('back', voice)}
    </div>
    ${ask.left !== undefined && ask.left > 0 && html`<p class="left">${howMany(ask.left, voice)}</p>`}`;
}

const howMany = (left: number, voice: Voice): Html =>
  left === 1 ? label('page.ask.leftOne', voice) : label('page.ask.leftMore', voice, { left });

/** Always there: whatever is asked, it can be said in one's own words. */
function wordsHtml(asking: Asking, voice: Voice): Html {
  const kind = asking.waits?.ask.input.kind;
  const isAnswer = isWritten(asking.waits?.ask);
  const words = isAnswer ? 'page.ask.answer' : asking.waits ? 'page.ask.ownWords' : 'page.ask.message';
  return form(
    asking,
    'words',
    html`<label for="text">${label(words, voice)}</label>
      <div class="line">
        ${field(kind, asking)}
        <button type="submit" class="${isAnswer || !asking.waits ? 'main' : 'second'}">
          ${label('page.ask.send', voice)}
        </button>
      </div>`,
  );
}

function field(kind: Ask['input']['kind'] | undefined, { typed, trouble, waits }: Asking): Html {
  const wrong = trouble && html`aria-invalid="true" aria-describedby="trouble"`;
  const hinted = !trouble && waits?.ask.hint && html`aria-describedby="hint"`;
  if (kind === 'number' || kind === 'phone') {
    const mode = kind === 'phone' ? html`type="tel" autocomplete="tel"` : html`type="text" inputmode="numeric"`;
    return html`<input id="text" name="text" ${mode} value="${typed?.text}" ${wrong} ${hinted} />`;
  }
  return html`<textarea id="text" name="text" rows="1" dir="auto" ${wrong} ${hinted}>${typed?.text}</textarea>`;
}
