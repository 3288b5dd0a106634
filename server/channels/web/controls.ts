/** Buttons that say one thing to the assistant, wherever they stand on the page. */
import type { GlobalAct } from '../../../dialogs/heard.ts';
import type { Option } from '../../../dialogs/say.ts';
import { html, type Html } from './html.ts';
import { label, phrase } from './phrase.ts';
import type { Voice } from './voice.ts';

/** The form that every such button belongs to; it has no field of its own, so Enter never presses one of them. */
export const actsForm = 'acts';

/** What may be done at any moment, as the id that is sent for it. */
export const actId = (act: GlobalAct): string => `act:${act}`;

/** A choice as a button; nothing where its words are missing. */
export function optionButton({ id, label: line }: Option, voice: Voice, kind = 'choice'): Html | null {
  const words = phrase(line, voice);
  return (
    words && html`<button type="submit" class="${kind}" form="${actsForm}" name="press" value="${id}">${words}</button>`
  );
}

/** One of the acts that are always there. */
export function actButton(act: GlobalAct, voice: Voice, kind = 'act'): Html {
  const words = label(`page.acts.${act}`, voice);
  return html`<button type="submit" class="${kind}" form="${actsForm}" name="press" value="${actId(act)}">
    ${words}
  </button>`;
}
