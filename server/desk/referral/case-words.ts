/** What was recorded of a referral as a whole, in words for its history. */
import { html, type Fragment } from '../../channels/web/html.ts';
import type { CaseEvent } from '../../../referral/case-event.ts';
import { day } from '../desk-time.ts';
import { said } from '../layout.ts';
import { programmeName } from '../names.ts';
import { fill, fillHtml, words } from '../words.ts';

const w = words.history;

export function caseWords(what: CaseEvent, addressOf: (number: string) => string): Fragment {
  switch (what.kind) {
    case 'note':
      // The page may be handed over: what staff wrote for staff is not on paper.
      return html`<span class="no-print note-text">${fillHtml(w.note, { text: said(what.text) })}</span
        ><span class="print-only">${w.noteHidden}</span>`;
    case 'assigned':
      return what.to === null ? w.unassigned : fillHtml(w.assigned, { who: said(what.to) });
    case 'matched':
      return fill(w.matched, { what: words.match.kinds[what.match] });
    case 'sameMember':
      return html`<span class="no-print"
          >${fillHtml(w.sameMember, { link: html`<a href="${addressOf(what.number)}">${w.otherReferral}</a>` })}</span
        ><span class="print-only">${w.noteHidden}</span>`;
    case 'warningsRead':
      return w.warningsRead;
    case 'helperReleased':
      return what.authority === null
        ? w.revoked
        : fill(w.released, { authority: words.release.authorities[what.authority] });
    case 'messageSent':
      return [
        fill(w.messageSent, { name: words.messages.names[what.message] }),
        what.ownChat === true && ` ${w.ownChat}`,
      ];
    case 'letterMailed':
      return fillHtml(w.letterMailed, { programme: programmeName(what.programme), when: day(what.on) });
    case 'memberSaid': {
      const about = what.programme === null ? '' : ` (${programmeName(what.programme)})`;
      return `${w.memberSaid[what.said]}${about}`;
    }
    case 'wrongNumber':
      return w.wrongNumber;
  }
}
