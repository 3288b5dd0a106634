/** Other referrals for the same name and birth date: safe contact side by side, and whether it is the same member. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { Contact } from '../../../referral/referral.ts';
import { sameMemberBy } from './case-facts.ts';
import { caseForm, type CaseView } from './case-form.ts';
import { time } from '../desk-time.ts';
import type { OtherFiling } from '../desk-store.ts';
import { said } from '../layout.ts';
import { mayWrite } from '../sign-in/session.ts';
import { hiddenCaption, table, type Column } from '../table.ts';
import { fill, fillHtml, words } from '../words.ts';

const w = words.same;

/** Nothing where there is no other. */
export function samePersonSection(view: CaseView & { readonly sealed: (number: string) => string }): Fragment {
  const { samePerson } = view.file;
  return (
    samePerson.length > 0 &&
    html`<section class="card same no-print" aria-labelledby="same">
      <h2 id="same">${w.title}</h2>
      <p>${w.lead}</p>
      ${samePerson.map((other) => one(other, view))}
    </section>`
  );
}

function one(other: OtherFiling, view: CaseView & { readonly sealed: (number: string) => string }): Html {
  const { referral } = view.file;
  const confirmed = sameMemberBy(view.file, other.number);
  const filer =
    other.filer.kind === 'self'
      ? w.bySelf
      : fill(w.byHelper, { relation: words.filer.relations[other.filer.relation] });
  const anotherFiled = other.filer.kind === 'helper' || referral.filer.kind === 'helper';
  const mayConfirm = !confirmed && mayWrite(view.session.role);
  return html`<article>
    <h3><a href="${view.addressOf(other.number)}">${fillHtml(w.open, { when: time(other.filedAt) })}</a>, ${filer}</h3>
    ${
      (isConflict(referral.contact, other.contact) || anotherFiled) &&
      html`<ul class="warn">
        ${isConflict(referral.contact, other.contact) && html`<li class="grave">${w.conflict}</li>`}
        ${anotherFiled && html`<li class="grave">${w.helper}</li>`}
      </ul>`
    }
    ${table(sideBySide(referral.contact, other.contact), columns, { caption: hiddenCaption(w.caption) })}
    ${confirmed && html`<p class="note">${fillHtml(w.confirmed, { who: said(confirmed.by), when: time(confirmed.at) })}</p>`}
    ${
      mayConfirm &&
      caseForm(
        'same',
        view,
        html`<input type="hidden" name="other" value="${view.sealed(other.number)}" /><button class="quiet">
            ${w.confirm}
          </button>`,
      )
    }
  </article>`;
}

/** What one asks for and the other does not. */
function isConflict(here: Contact, there: Contact): boolean {
  return here.confidential !== there.confidential || here.doNotContact !== there.doNotContact;
}

type Row = { readonly what: string; readonly here: Fragment; readonly there: Fragment; readonly differs: boolean };

const columns: readonly Column<Row>[] = [
  {
    title: w.what,
    names: true,
    cell: ({ what, differs }) => [what, differs && html` <span class="flag">${w.differs}</span>`],
  },
  { title: w.here, cell: ({ here }) => here },
  { title: w.there, cell: ({ there }) => there },
];

/** The phone of one is not shown beside the other: only whether it is the same. */
function sideBySide(here: Contact, there: Contact): readonly Row[] {
  const { yes, no, none } = words.referral;
  const flag = (what: string, of: (contact: Contact) => boolean): Row => ({
    what,
    here: of(here) ? yes : no,
    there: of(there) ? yes : no,
    differs: of(here) !== of(there),
  });
  const text = (address: string | null): Fragment => (address === null ? none : said(address));
  const phones = phoneWords(here.phone, there.phone);
  return [
    flag(w.confidential, ({ confidential }) => confidential),
    flag(w.doNotContact, ({ doNotContact }) => doNotContact),
    flag(words.contact.mayCall, ({ mayCall }) => mayCall),
    flag(words.contact.mayLeaveVoicemail, ({ mayLeaveVoicemail }) => mayLeaveVoicemail),
    flag(words.contact.mayText, ({ mayText }) => mayText),
    flag(words.contact.mayMail, ({ mayMail }) => mayMail),
    { what: w.phone, ...phones },
    {
      what: w.address,
      here: text(here.mailingAddress),
      there: text(there.mailingAddress),
      differs: here.mailingAddress !== there.mailingAddress,
    },
  ];
}

function phoneWords(here: string | null, there: string | null): Omit<Row, 'what'> {
  const digits = (phone: string | null) => phone?.replace(/\D/g, '').slice(-10) ?? null;
  const differs = digits(here) !== digits(there);
  const beside = differs ? w.phones.other : w.phones.same;
  return {
    here: here === null ? w.phones.none : words.referral.yes,
    there: there === null ? w.phones.none : beside,
    differs,
  };
}
