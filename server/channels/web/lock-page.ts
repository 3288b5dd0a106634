/** What a page shows after a long pause: nothing of the talk, and the ways on. */
import { dateFields } from './date-fields.ts';
import { html, type Html } from './html.ts';
import { plainPage } from './page.ts';
import { label } from './phrase.ts';
import type { Voice } from './voice.ts';

export type Lock = {
  readonly token: string;
  /** A birth date was given in this talk, so it can be asked for. */
  readonly knowsBirthDate: boolean;
  readonly wrong: boolean;
};

export function lockPage({ token, knowsBirthDate, wrong }: Lock, voice: Voice): Html {
  const hidden = html`<input type="hidden" name="token" value="${token}" />`;
  const unlock = html`<form method="post" action="/unlock" autocomplete="off">
    ${hidden}
    <fieldset class="date">
      <legend>${label('page.lock.birthDate', voice)}</legend>
      <div id="trouble" role="alert">${wrong && html`<p>${label('page.lock.wrong', voice)}</p>`}</div>
      ${dateFields(voice, { typed: null, trouble: wrong })}
    </fieldset>
    <button class="main">${label('page.lock.open', voice)}</button>
  </form>`;
  return plainPage(
    voice,
    label('page.lock.title', voice),
    html`<p>${label('page.lock.text', voice)}</p>
      ${knowsBirthDate && unlock}
      <form method="post" action="/start-over">
        ${hidden}<button class="${knowsBirthDate ? 'second' : 'main'}">${label('page.lock.startOver', voice)}</button>
      </form>
      <p class="hint">${label('page.lock.startOverHint', voice)}</p>`,
  );
}
