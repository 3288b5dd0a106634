/** The languages and a person: above every talk, in reach whatever is asked. */
import { languages } from '../../../locales/languages.ts';
import { actButton, actsForm } from './controls.ts';
import { html, type Html } from './html.ts';
import { label, plainLabel } from './phrase.ts';
import type { Voice } from './voice.ts';

export function tools(voice: Voice): Html {
  return html`<nav class="tools" aria-label="${plainLabel('page.language', voice)}">
    <details class="languages">
      <summary><span class="hidden">${label('page.language', voice)}:</span> <b>${voice.language.endonym}</b></summary>
      <div>
        ${languages.map(
          ({ tag, endonym }) =>
            html`<button
              type="submit"
              class="act"
              form="${actsForm}"
              name="press"
              value="language:${tag}"
              lang="${tag}"
              ${tag === voice.tag && html`aria-current="true"`}
            >
              ${endonym}
            </button>`,
        )}
        <button type="submit" class="act" form="${actsForm}" name="press" value="act:language">
          ${label('page.otherLanguage', voice)}
        </button>
      </div>
    </details>
    ${actButton('person', voice, 'act person')}
  </nav>`;
}
