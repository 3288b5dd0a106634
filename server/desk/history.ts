/** What was recorded for a referral: by whom, when; newest first. */
import { html, type Fragment, type Html } from '../channels/web/html.ts';
import type { RequestEvent } from './desk-store.ts';
import { day, time } from './desk-time.ts';
import { said } from './layout.ts';
import { programmeName } from './names.ts';
import { loopWords } from './steps.ts';
import { fillHtml, words } from './words.ts';

const w = words.history;

/** The history of all requests of one referral. */
export function history(events: readonly RequestEvent[]): Html {
  return html`<section aria-labelledby="history">
    <h2 id="history">${w.title}</h2>
    ${events.length === 0 ? html`<p class="dim">${w.empty}</p>` : table([...events].reverse())}
  </section>`;
}

function table(events: readonly RequestEvent[]): Html {
  return html`<table aria-labelledby="history">
    <thead>
      <tr>
        ${[w.when, w.who, w.programme, w.what].map((title) => html`<th scope="col">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${events.map(
        ({ at, by, programme, what }) =>
          html`<tr>
            <td>${time(at)}</td>
            <td>${said(by)}</td>
            <td>${programmeName(programme)}</td>
            <td>${whatWords(what)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function whatWords(what: RequestEvent['what']): Fragment {
  switch (what.kind) {
    case 'decision':
      return [
        fillHtml(w.decision, { what: words.decisions[what.decision], when: day(what.decidedOn) }),
        what.noticeMailedOn && [' ', fillHtml(w.notice, { when: day(what.noticeMailedOn) })],
      ];
    case 'loop':
      return [
        fillHtml(w.loop, { what: loopWords(what.loop), when: day(what.on) }),
        what.provider && [
          ' ',
          fillHtml(w.provider, { name: said(what.provider.name), phone: said(what.provider.phone) }),
        ],
      ];
  }
}
