/** Who a referral is about, how to reach them, who filed it and what was agreed to. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { fullYears, type IsoDate } from '../../../policy/calendar.ts';
import type { Contact, Referral } from '../../../referral/referral.ts';
import { card, type Line } from '../card.ts';
import type { CaseView } from './case-form.ts';
import { day } from '../desk-time.ts';
import { releaseForms, releaseLines } from './helper-release.ts';
import { phoneNumber, said } from '../layout.ts';
import { languageName } from '../names.ts';
import { fill, words } from '../words.ts';

/** The cards of one referral, side by side. */
export function cards(view: CaseView): Html {
  const { referral } = view.file;
  return html`<div class="cards">
    ${personCard(referral, view.today)} ${contactCard(referral.contact)} ${filerCard(view)} ${consentCard(referral)}
  </div>`;
}

function personCard({ person, trusted }: Referral, today: IsoDate): Html {
  return card('person', words.person.title, [
    [words.person.name, said(person.name)],
    [
      words.person.birthDate,
      html`${day(person.birthDate)}, ${fill(words.person.age, { years: fullYears(person.birthDate, today) })}`,
    ],
    [words.person.cardNumber, typed(person.cardNumber)],
    [words.person.county, typed(person.county)],
    [words.person.trusted, typed(trusted)],
  ]);
}

function contactCard(contact: Contact): Html {
  const { dialects, times, formats, ...labels } = words.contact;
  const may = (way: boolean) => (contact.doNotContact ? html`<strong>${labels.notContact}</strong>` : yesNo(way));
  const lines: readonly Line[] = [
    [labels.phone, phone(contact)],
    [labels.mayCall, may(contact.mayCall)],
    [labels.mayLeaveVoicemail, may(contact.mayLeaveVoicemail)],
    [labels.mayText, may(contact.mayText)],
    [labels.mayMail, may(contact.mayMail)],
    [labels.mailingAddress, typed(contact.mailingAddress)],
    [labels.bestTime, contact.bestTime === null ? labels.anyTimeNotSaid : times[contact.bestTime]],
    [labels.spoken, said(languageName(contact.spokenLanguage))],
    [labels.written, said(languageName(contact.writtenLanguage))],
    [labels.format, contact.alternativeFormat === null ? labels.formatNone : formats[contact.alternativeFormat]],
  ];
  const dialect: readonly Line[] = contact.dialect ? [[labels.dialect, dialects[contact.dialect]]] : [];
  return card('contact', labels.title, [...lines, ...dialect]);
}

/** The phone of somebody who must not be contacted is one deliberate step away. */
function phone({ phone: number, doNotContact }: Contact): Fragment {
  if (number === null || !doNotContact) return typed(number);
  return html`<details>
    <summary>${words.contact.showPhone}</summary>
    ${phoneNumber(number)}
  </details>`;
}

function filerCard(view: CaseView): Html {
  const { filer } = view.file.referral;
  const { relations, awarenesses, ...labels } = words.filer;
  if (filer.kind === 'self') return card('filer', labels.title, [], html`<p>${labels.self}</p>`);
  return card(
    'filer',
    labels.title,
    [
      [labels.relation, relations[filer.relation]],
      [labels.awareness, awarenesses[filer.awareness]],
      [labels.name, said(filer.name)],
      [labels.phone, typed(filer.phone)],
      [labels.organization, typed(filer.organization)],
      [labels.jobTitle, typed(filer.title)],
    ],
    [releaseLines(view), releaseForms(view)],
  );
}

function consentCard({ consents }: Referral): Html {
  return card('consents', words.consents.title, [
    [words.consents.sendToPlan, yesNo(consents.sendToPlan)],
    [words.consents.textMe, yesNo(consents.textMe)],
    [words.consents.voicemail, yesNo(consents.voicemail)],
    [words.consents.tellHelper, yesNo(consents.tellHelper)],
  ]);
}

function typed(text: string | null): Fragment {
  return text === null ? html`<span class="dim">${words.referral.none}</span>` : said(text);
}

function yesNo(value: boolean): Fragment {
  return value ? words.referral.yes : html`<strong>${words.referral.no}</strong>`;
}
