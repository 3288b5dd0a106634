/** The foot of the page: the waiting question's choices or fields, the ways around it, and a field for own words. */
import type { Ask } from '../../../dialogs/say.ts';
import { choicesHtml } from './choices.ts';
import { actButton, actsForm } from './controls.ts';
import { form, ofForm, type Asking } from './form.ts';
import { html, type Html } from './html.ts';
import { bothPhrases, label } from './phrase.ts';
import type { Trouble } from './trouble.ts';
import type { Voice } from './voice.ts';

export type { Asking } from './form.ts';

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
  return html`<h2 class="question" id="q${seq}-again" tabindex="-1">${bothPhrases(ask.line, voice)}</h2>`;
}

/** Stays on the page, empty, so that a screen reader hears what is put in. */
export function troubleHtml(trouble: Trouble | null, voice: Voice): Html {
  const words = trouble && html`<p>${label(`page.trouble.${trouble}`, voice)}</p>`;
  return html`<div id="trouble" role="alert">${words}</div>`;
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

function field(kind: Ask['input']['kind'] | undefined, asking: Asking): Html {
  const { waits } = asking;
  const { typed, trouble } = ofForm('words', asking);
  const wrong = trouble && html`aria-invalid="true" aria-describedby="trouble"`;
  const hinted = !trouble && waits?.ask.hint && html`aria-describedby="hint"`;
  if (kind === 'number' || kind === 'phone') {
    const mode = kind === 'phone' ? html`type="tel" autocomplete="tel"` : html`type="text" inputmode="numeric"`;
    return html`<input id="text" name="text" ${mode} value="${typed?.text}" ${wrong} ${hinted} />`;
  }
  return html`<textarea id="text" name="text" rows="1" dir="auto" ${wrong} ${hinted}>${typed?.text}</textarea>`;
}
