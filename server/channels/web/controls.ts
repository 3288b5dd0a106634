/** Buttons that say one thing to the assistant, wherever they stand on the page. */
import type { GlobalAct } from '../../../dialogs/heard.ts';
import type { Option } from '../../../dialogs/say.ts';
import type { Tag } from '../../../locales/languages.ts';
import { html, type Fragment, type Html } from './html.ts';
import { bothPhrases, label, phrase } from './phrase.ts';
import { tagFrom, type Voice } from './voice.ts';

/** The form that every such button belongs to; it has no field of its own, so Enter never presses one of them. */
export const actsForm = 'acts';

/** What may be done at any moment, as the id that is sent for it. */
export const actId = (act: GlobalAct): string => `act:${act}`;

type Look = {
  readonly kind?: 'choice' | 'act';
  /** What "Change" or "Ask for this" is about, for those who hear the button without what stands around it. */
  readonly of?: Fragment;
};

/** A choice as a button; nothing where its words are missing. */
export function optionButton({ id, label: line }: Option, voice: Voice, { kind = 'choice', of }: Look = {}): Fragment {
  const tongue = languageIn(id);
  const words = tongue ? phrase(line, voice) : bothPhrases(line, voice);
  if (words === null) return null;
  return html`<button
    type="submit"
    class="${kind}"
    form="${actsForm}"
    name="press"
    value="${id}"
    ${tongue && html`lang="${tongue}"`}
  >
    ${words}${of && html`<span class="hidden">: ${of}</span>`}
  </button>`;
}

/** The language that a choice names: its label is that language's own name for itself. */
export const languageIn = (id: string): Tag | null => tagFrom(id.replace(/^language:/, ''));

/** One of the acts that are always there. */
export function actButton(act: GlobalAct, voice: Voice, kind = 'act'): Html {
  const words = label(`page.acts.${act}`, voice);
  return html`<button type="submit" class="${kind}" form="${actsForm}" name="press" value="${actId(act)}">
    ${words}
  </button>`;
}
