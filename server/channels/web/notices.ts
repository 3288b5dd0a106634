/** The plan's notices about language help and fair treatment, folded away at the foot. */
import { html, type Html } from './html.ts';
import { label, phoneLink } from './phrase.ts';
import type { Voice } from './voice.ts';

/** The plan's own approved texts, in this language and never in a made-up one. */
export function notices(voice: Voice): Html {
  const own = voice.plan.notices[voice.tag];
  const texts = own
    ? html`<h3>${label('page.notices.languageHelp', voice)}</h3>
        <p>${own.tagline}</p>
        <h3>${label('page.notices.nondiscrimination', voice)}</h3>
        <p>${own.nondiscrimination}</p>`
    : html`<p>${label('page.notices.noNotices', voice)}</p>`;
  return html`<details class="notices">
    <summary>${label('page.notices.title', voice)}</summary>
    ${texts} ${!own && phoneLink(voice.plan.memberServices.number)}
  </details>`;
}
