/** A card of a page at the desk: a title, what is known under labels, and what follows. */
import { html, type Fragment, type Html } from '../channels/web/html.ts';

export type Line = readonly [label: string, value: Fragment];

export function card(id: string, title: string, lines: readonly Line[], more?: Fragment): Html {
  return html`<section class="card" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${
      lines.length > 0 &&
      html`<dl>
        ${lines.map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>`
    }
    ${more}
  </section>`;
}
