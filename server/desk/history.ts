/** What was recorded for a referral: by whom, when; newest first. */
import { html, type Fragment, type Html } from '../channels/web/html.ts';
import type { RequestEvent } from './desk-store.ts';
import { day, time } from './desk-time.ts';
import { phoneNumber, said } from './layout.ts';
import { programmeName } from './names.ts';
import { loopWords } from './steps.ts';
import { hiddenCaption, table, type Column } from './table.ts';
import { fillHtml, words } from './words.ts';

const w = words.history;

/** The history of all requests of one referral. */
export function history(events: readonly RequestEvent[]): Html {
  return html`<section aria-labelledby="history">
    <h2 id="history">${w.title}</h2>
    ${events.length === 0 ? html`<p class="dim">${w.empty}</p>` : table([...events].reverse(), columns, { caption: hiddenCaption(w.title) })}
  </section>`;
}

const columns: readonly Column<RequestEvent>[] = [
  { title: w.when, cell: ({ at }) => time(at) },
  { title: w.who, cell: ({ by }) => said(by) },
  { title: w.programme, cell: ({ programme }) => programmeName(programme) },
  { title: w.what, cell: ({ what }) => whatWords(what) },
];

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
          fillHtml(w.provider, { name: said(what.provider.name), phone: phoneNumber(what.provider.phone) }),
        ],
      ];
  }
}
