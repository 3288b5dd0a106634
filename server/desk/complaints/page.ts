/** One complaint or appeal: what was said, who said it, how they may be reached, what is due, and what was done. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { complaintClocks, type Complaint } from '../../../referral/complaint.ts';
import { card, type Line } from '../card.ts';
import { complaintActs } from './acts.ts';
import { complaintDues } from './due.ts';
import { complaintFlags, dueLine } from './queue-page.ts';
import type { ComplaintFile } from './store.ts';
import { day, time } from '../desk-time.ts';
import { phoneNumber, said } from '../layout.ts';
import { languageName, sourceName } from '../names.ts';
import type { Session } from '../sign-in/session.ts';
import { fillHtml, words } from '../words.ts';

export type ComplaintView = {
  readonly file: ComplaintFile;
  readonly session: Session;
  readonly now: Date;
  /** The address of a referral, without its number. */
  readonly address: (number: string) => string;
};

const w = words.complaints;

/** What stands in the page: first what keeps the member safe, then what was said, then what is to be done. */
export function complaintPage(view: ComplaintView): Html {
  const { file } = view;
  return html`<h1>${w.kinds[file.kind]}</h1>
    <p class="lead">
      ${fillHtml(w.receivedIn, { when: time(file.receivedAt), language: said(languageName(file.language)) })}
      ${complaintFlags(file)}
    </p>
    ${corrected(file)} ${warnings(file.complaint)}
    <div class="cards">${told(view)} ${reach(file.complaint)}</div>
    ${todo(view)}`;
}

function corrected({ correction }: ComplaintFile): Fragment {
  if (!correction) return null;
  const { madeAs, by, at } = correction;
  return html`<p>${fillHtml(w.corrected, { kind: w.kinds[madeAs], who: said(by), when: time(at) })}</p>`;
}

function warnings({ confidential, helper }: Complaint): Fragment {
  const said = [confidential && words.warnings.confidential, helper !== null && w.clearStanding].filter(
    (text) => text !== false,
  );
  return (
    said.length > 0 &&
    html`<section class="safe" aria-labelledby="safe-title">
      <h2 id="safe-title">${words.warnings.title}</h2>
      <ul>
        ${said.map((text) => html`<li class="grave">${text}</li>`)}
      </ul>
    </section>`
  );
}

const { yes, no, none } = words.referral;

function told({ file: { kind, complaint }, address }: ComplaintView): Html {
  const { letterDate, keepServices, number } = complaint;
  const ofAppeal: readonly Line[] = [
    [w.letterDate, letterDate ? day(letterDate) : none],
    [w.keepServices, keepServices ? html`<strong>${w.keepAsked}</strong>` : no],
  ];
  return card('told', w.told, [
    [w.subject, w.subjects[complaint.subject]],
    [w.words, complaint.words === null ? none : said(complaint.words)],
    // What was said of a letter is not lost where it turned out to be no appeal.
    ...(kind === 'appeal' || complaint.kind === 'appeal' ? ofAppeal : []),
    [w.fast, complaint.asksForFast ? yes : no],
    [w.request, number === null ? w.noRequest : html`<a href="${address(number)}">${w.openRequest}</a>`],
  ]);
}

function reach({ person, helper, reply, phone, mailingAddress, language, dialect }: Complaint): Html {
  const address = mailingAddress === null ? w.addressOnFile : said(mailingAddress);
  return card('reach', w.reach, [
    [words.person.name, person.name === null ? none : said(person.name)],
    [words.person.birthDate, person.birthDate === null ? none : day(person.birthDate)],
    ...(helper ? [[w.helper, helper.name === null ? none : said(helper.name)] as const] : []),
    [w.reply, w.replies[reply]],
    reply === 'call'
      ? [words.contact.phone, phone === null ? none : phoneNumber(phone)]
      : [words.contact.mailingAddress, address],
    [words.callBacks.language, [said(languageName(language)), dialect && `, ${words.contact.dialects[dialect]}`]],
  ]);
}

function todo(view: ComplaintView): Html {
  const { file, now } = view;
  return html`<section class="card" aria-labelledby="todo">
    <h2 id="todo" data-after>${w.todo}</h2>
    ${complaintDues(file, now).map(dueLine)}
    ${file.takenBy !== null && html`<p>${fillHtml(words.tasks.takenBy, { who: said(file.takenBy) })}</p>`}
    ${file.acknowledgedAt !== null && html`<p>${fillHtml(w.acknowledged, { when: time(file.acknowledgedAt) })}</p>`}
    ${file.answeredAt !== null && file.outcome && html`<p>${fillHtml(w.answeredAs, { outcome: w.outcomes[file.outcome], when: time(file.answeredAt) })}</p>`}
    ${complaintActs(view)}
    <p class="dim">
      ${w.where}
      ${complaintClocks[file.kind].cites.map(({ source, place }) => `${sourceName(source)}, ${place}`).join('; ')}
    </p>
  </section>`;
}
