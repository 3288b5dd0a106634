/** What was recorded for a referral and for each of its requests: by whom, when; newest first. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { caseWords } from './case-words.ts';
import type { CaseNote, ReferralFile, RequestEvent } from '../desk-store.ts';
import { day, time } from '../desk-time.ts';
import { answerWords, askName } from './info-asks.ts';
import { phoneNumber, said } from '../layout.ts';
import { programmeName } from '../names.ts';
import { loopWords } from './steps.ts';
import { hiddenCaption, table, type Column } from '../table.ts';
import { fill, fillHtml, words } from '../words.ts';

const w = words.history;

type Entry = RequestEvent | CaseNote;

/** One history of a referral: of its requests and of the whole. */
export function history({ events, notes }: ReferralFile, addressOf: (number: string) => string): Html {
  const rows = [...inOrder(events, notes)].reverse();
  return html`<section aria-labelledby="history">
    <h2 id="history">${w.title}</h2>
    ${rows.length === 0 ? html`<p class="dim">${w.empty}</p>` : table(rows, columns(addressOf), { caption: hiddenCaption(w.title) })}
  </section>`;
}

/** As they were recorded, also within one instant; old notes that do not say stand by their time. */
export function inOrder(events: readonly RequestEvent[], notes: readonly CaseNote[]): readonly Entry[] {
  const placeOf = ({ eventsBefore, at }: CaseNote): number =>
    eventsBefore ?? events.filter((event) => event.at <= at).length;
  return Array.from({ length: events.length + 1 }, (_, place) => [
    ...notes.filter((note) => placeOf(note) === place),
    ...events.slice(place, place + 1),
  ]).flat();
}

const columns = (addressOf: (number: string) => string): readonly Column<Entry>[] => [
  { title: w.when, cell: ({ at }) => time(at) },
  // In a talk it was the member, or the helper who may hear of it: no worker's name.
  { title: w.who, cell: ({ by }) => (by === 'member' || by === 'helper' ? w.talk[by] : said(by)) },
  { title: w.programme, cell: (entry) => ('programme' in entry ? programmeName(entry.programme) : w.whole) },
  {
    title: w.what,
    cell: (entry) => ('programme' in entry ? whatWords(entry.what) : caseWords(entry.what, addressOf)),
  },
];

function whatWords(what: RequestEvent['what']): Fragment {
  switch (what.kind) {
    case 'decision':
      return [
        fillHtml(w.decision, { what: words.decisions[what.decision], when: day(what.decidedOn) }),
        what.noticeMailedOn && [' ', fillHtml(w.notice, { when: day(what.noticeMailedOn) })],
        what.asks?.length ? [' ', fill(w.asked, { what: what.asks.map(askName).join(', ') })] : null,
      ];
    case 'answered':
      return [fill(w.answered, { what: askName(what.answer.ask) }), ' ', answerWords(what.answer)];
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
