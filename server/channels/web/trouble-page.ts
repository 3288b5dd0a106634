/** When something cannot be done: said in the member's language, with the plan's phone number, and nothing else. */
import { html, type Html } from './html.ts';
import { callUs, plainPage } from './page.ts';
import { label } from './phrase.ts';
import type { Trouble } from './trouble.ts';
import type { Voice } from './voice.ts';

/** A whole page; `id` finds the failure in the log. */
export function troublePage(trouble: Trouble, voice: Voice, id?: string): Html {
  return plainPage(
    voice,
    label(`page.trouble.${trouble}`, voice),
    html`${id !== undefined && html`<p class="hint">${label('page.trouble.id', voice, { id: { digits: id } })}</p>`}
    ${toChat(voice)}`,
  );
}

/** The same, to be put beside the field of a page that is open. */
export function troubleNote(trouble: Trouble, voice: Voice, id?: string): Html {
  return html`<p>${label(`page.trouble.${trouble}`, voice)}</p>
    ${trouble === 'stale' && toChat(voice)}
    ${id !== undefined && [callUs(voice), html`<p>${label('page.trouble.id', voice, { id: { digits: id } })}</p>`]}`;
}

/** A page that is no longer good leads to a new one. */
const toChat = (voice: Voice): Html =>
  html`<p><a class="button" href="/">${label('page.trouble.toChat', voice)}</a></p>`;
