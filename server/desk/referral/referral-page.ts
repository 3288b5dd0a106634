/** One referral on one screen. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { Referral, Request } from '../../../referral/referral.ts';
import type { CaseProblem } from './case-entry.ts';
import { wayField, type CaseView } from './case-form.ts';
import type { ReferralFile } from '../desk-store.ts';
import { time } from '../desk-time.ts';
import { findingView } from './finding-view.ts';
import { unreadWarnings } from './grave-warnings.ts';
import { history } from './history.ts';
import { infoView } from './info-view.ts';
import { csrfField, said } from '../layout.ts';
import { matchCard } from './match-card.ts';
import { messageCard, ownChatId } from './message-forms.ts';
import { languageName, programmeName } from '../names.ts';
import { letterDayId, letterForm } from './letter-form.ts';
import { cards } from './referral-cards.ts';
import type { Saved } from './referral-routes.ts';
import type { Entered, Form } from './request-entry.ts';
import { jumpLinks, wayLinks } from './referral-links.ts';
import { fieldId, requestForms } from './request-forms.ts';
import { safeContact } from './safe-contact.ts';
import { samePersonSection } from './same-person.ts';
import { seenOf } from './seen.ts';
import { mayWrite } from '../sign-in/session.ts';
import { steps } from './steps.ts';
import { fill, fillHtml, words } from '../words.ts';
import { workCard } from './work-card.ts';

export type ReferralView = CaseView & {
  /** The links to its forms. */
  readonly forms: Html;
  /** What was complained of about it. */
  readonly complaints: Fragment;
  /** What stands for a number in a form. */
  readonly sealed: (number: string) => string;
  readonly entered: Entered | null;
  /** What was recorded just now. */
  readonly saved: Saved | null;
  /** Why what was sent for the referral as a whole was not done. */
  readonly trouble: CaseProblem | null;
};

const w = words.referral;

/** What stands in the page of one referral: first what keeps the member safe, then who and what, then the past. */
export function referralPage(view: ReferralView): Html {
  const { file } = view;
  const { referral } = file;
  return html`${outcome(view)} ${wayLinks(view)}
    <p class="print-only mark">${w.mark}</p>
    <h1>${said(referral.person.name)}</h1>
    <p class="lead">${lead(view.file)}</p>
    ${fastReason(referral)} ${safeContact(view)} ${jumpLinks(view)} ${samePersonSection(view)} ${cards(view)}
    <div class="cards acts">
      ${workCard(view)} ${matchCard(view)} ${mayWrite(view.session.role) && messageCard(view)}
    </div>
    ${view.forms}
    <p class="no-print"><button type="button" class="quiet" data-print hidden>${w.print}</button></p>
    <p class="banner"><strong>${w.outreachOnly}</strong> ${w.outreachMore}</p>
    ${referral.requests.map((request) => requestSection(request, view))} ${view.complaints}
    ${history(file, view.addressOf)}`;
}

function outcome({ entered, saved, trouble, typed }: ReferralView): Fragment {
  if (trouble) {
    return html`<div class="outcome wrong" role="alert" aria-labelledby="wrong-title">
      <h2 id="wrong-title">${words.form.errorTitle}</h2>
      <p><a href="#${placeOf(trouble, typed)}">${words.caseProblems[trouble]}</a></p>
    </div>`;
  }
  if (entered) {
    return html`<div class="outcome wrong" role="alert" aria-labelledby="wrong-title">
      <h2 id="wrong-title">${words.form.errorTitle}</h2>
      <ul>
        ${entered.errors.map(({ field, text }) => html`<li><a href="#${fieldId(field, entered.programme)}">${text}</a></li>`)}
      </ul>
    </div>`;
  }
  return saved && html`<p class="outcome" role="status">${w.saved[saved]}</p>`;
}

/** There is one such field for each message, and for each programme. */
function placeOf(trouble: CaseProblem, typed: Form): string {
  if (trouble === 'ownChatMissing') return ownChatId(typed['message']);
  return trouble === 'letterDay' ? letterDayId(typed['programme']) : places[trouble];
}

/** Where what is wrong can be mended. */
const places: Readonly<Record<Exclude<CaseProblem, 'ownChatMissing' | 'letterDay'>, string>> = {
  warningsFirst: 'safe-title',
  warningsMissing: 'safe-title',
  noteEmpty: 'note-text',
  matchMissing: 'match-field',
  giveMissing: 'give-to',
  authorityMissing: 'authority',
  sawMissing: 'saw',
  parentOfAdult: 'authority',
  messageNotSafe: 'messages',
  changedMeanwhile: 'history',
};

function lead({ referral, filedAt, receivedAt }: ReferralFile): Fragment {
  return [
    fill(w.number, { number: referral.number }),
    ' · ',
    fillHtml(w.filedVia, {
      when: time(filedAt),
      channel: w.channels[referral.channel],
      language: said(languageName(referral.language)),
    }),
    ' · ',
    receivedAt ? fillHtml(w.received, { when: time(receivedAt) }) : html`<strong>${w.notReceived}</strong>`,
    referral.asksForFast && html` <span class="flag">${words.flags.fast}</span>`,
  ];
}

function fastReason({ fastReason: reason }: Referral): Fragment {
  return reason !== null && html`<p>${words.flags.fastBecause} ${said(reason)}</p>`;
}

function requestSection(request: Request, view: ReferralView): Fragment {
  const status = view.file.status.find(({ programme }) => programme === request.programme);
  if (!status) throw new Error('a request has no status');
  const id = `request-${request.programme}`;
  return html`<section class="request" aria-labelledby="${id}">
    <h2 id="${id}" tabindex="-1">${programmeName(request.programme)}</h2>
    ${steps(view.file, status, view.today)} ${letterForm(status, view)} ${infoView(status)}
    <div class="columns">
      ${findingView(request)}
      ${
        mayWrite(view.session.role) &&
        requestForms({
          status,
          address: view.address,
          filedOn: view.file.referral.filedOn,
          today: view.today,
          csrf: csrfField(view.session),
          way: wayField(view.way),
          seen: seenOf(view.file),
          entered: view.entered,
          warned: unreadWarnings(view.file, view.session.by).length === 0,
        })
      }
    </div>
  </section>`;
}
