/** The plan's notices about language help and fair treatment, folded away at the foot. */
import { html, type Html } from './html.ts';
import { label, phoneLink } from './phrase.ts';
import type { Voice } from './voice.ts';

export function notices(voice: Voice): Html {
  return html`<details class="notices">
    <summary>${label('page.notices.title', voice)}</summary>
    ${noticeTexts(voice)} ${!(voice.tag in voice.plan.notices) && phoneLink(voice.plan.memberServices.number)}
  </details>`;
}

/** The plan's own approved texts, in this language and never in a made-up one. */
export function noticeTexts(voice: Voice): Html {
  const own = voice.plan.notices[voice.tag];
  if (own === undefined) return html`<p>${label('page.notices.noNotices', voice)}</p>`;
  return html`<h3>${label('page.notices.languageHelp', voice)}</h3>
    <p>${own.tagline}</p>
    <h3>${label('page.notices.nondiscrimination', voice)}</h3>
    <p>${own.nondiscrimination}</p>`;
}
