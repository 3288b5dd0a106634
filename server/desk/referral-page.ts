/** One referral on one screen. */
import { html, type Fragment, type Html } from '../channels/web/html.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import type { Referral, Request } from '../../referral/referral.ts';
import type { ReferralFile } from './desk-store.ts';
import { time } from './desk-time.ts';
import { findingView } from './finding-view.ts';
import { history } from './history.ts';
import { csrfField, said } from './layout.ts';
import { languageName, programmeName } from './names.ts';
import { cards } from './referral-cards.ts';
import type { Entered } from './request-entry.ts';
import { fieldId, requestForms } from './request-forms.ts';
import { safeContact } from './safe-contact.ts';
import { mayWrite, type Session } from './session.ts';
import { steps } from './steps.ts';
import { fill, fillHtml, words } from './words.ts';

export type ReferralView = {
  readonly file: ReferralFile;
  readonly address: string;
  /** The links to its forms. */
  readonly forms: Html;
  readonly session: Session;
  readonly today: IsoDate;
  readonly entered: Entered | null;
  /** What was recorded just now. */
  readonly saved: 'decision' | 'loop' | null;
};

const w = words.referral;

/** What stands in the page of one referral: first what keeps the member safe, then who and what, then the past. */
export function referralPage(view: ReferralView): Html {
  const { referral, events } = view.file;
  return html`${outcome(view)}
    <h1>${said(referral.person.name)}</h1>
    <p class="lead">${lead(view.file)}</p>
    ${fastReason(referral)} ${safeContact(referral)} ${cards(referral, view.today)} ${view.forms}
    <p class="banner"><strong>${w.outreachOnly}</strong> ${w.outreachMore}</p>
    ${referral.requests.map((request) => requestSection(request, view))} ${history(events)}`;
}

function outcome({ entered, saved }: ReferralView): Fragment {
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
    <h2 id="${id}">${programmeName(request.programme)}</h2>
    ${steps(view.file, status, view.today)}
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
          seen: view.file.events.length,
          entered: view.entered,
        })
      }
    </div>
  </section>`;
}
