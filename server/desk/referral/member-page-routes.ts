/** The member's own page of a referral, to be mailed or handed over: in the language they read, in either size. */
import { Router } from 'express';
import { memberPage } from '../../../dialogs/member-page.ts';
import type { Plan } from '../../../dialogs/plan.ts';
import type { Referral } from '../../../referral/referral.ts';
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { memberPageHtml } from '../../channels/web/member-page.ts';
import { sizeOf, sizePath, type PrintSize } from '../../channels/web/print-size.ts';
import { tagFrom, Voice, type Words } from '../../channels/web/voice.ts';
import { languageName } from '../names.ts';
import { noticePage } from '../notice-page.ts';
import type { ReferralPart } from './referral-routes.ts';
import { fill, words } from '../words.ts';

type PagePart = Pick<ReferralPart, 'store' | 'plan' | 'numberOf' | 'gate' | 'address'> & {
  readonly wholePlan: Plan;
  readonly words: Words;
  /** Words that nobody has signed are shown, and the page says so. */
  readonly draft: boolean;
};

const w = words.memberPage;

/** For everybody who is signed in; each page that is opened is a line of the audit log of its own. */
export function memberPageRoutes({
  store,
  plan,
  numberOf,
  gate,
  address,
  wholePlan,
  words: said,
  draft,
}: PagePart): Router {
  const router = Router();
  router.get(
    '/referrals/:sealed/copy',
    gate.reads(async (request, response, session) => {
      const sealed = request.params['sealed'];
      const number = typeof sealed === 'string' ? numberOf(sealed) : null;
      const file = number === null ? null : await store.referral(number, session.by);
      if (!file) {
        const { notFoundTitle: title, notFound: text } = words.refused;
        response.status(404).send(noticePage({ title, text, plan, session }));
        return;
      }
      const { referral } = file;
      const size = sizeOf(request, referral);
      await store.audit(session.by, 'memberPage.opened', referral.number);
      const english = new Voice('en', said, wholePlan);
      const tag = tagFrom(referral.contact.writtenLanguage);
      const pages = [memberPage(referral, { plan: wholePlan }, { reader: 'member', careful: false })];
      const sheets = { pages, own: tag && english.in(tag), english, large: size === 'large', draft };
      const around = {
        stylesheet: '/desk/member-page.css',
        script: '/desk/desk.js',
        top: top(referral, size, address(referral.number)),
      };
      response.type('html').send(memberPageHtml(sheets, around).source);
    }),
  );
  return router;
}

function top(referral: Referral, size: PrintSize, address: string): Html {
  const other = size === 'large' ? 'common' : 'large';
  return html`<header lang="en" dir="ltr"><h1>${w.label}</h1></header>
    <nav lang="en" dir="ltr" aria-label="${w.label}">
      <a class="button" href="${address}">${w.back}</a>
      <a class="button" href="${sizePath(`${address}/copy`, other)}">${w.sizes[other]}</a>
      <button type="button" class="main" data-print hidden>${w.print}</button>
      <p data-no-script>${w.howToPrint}</p>
      ${notes(referral).map((note) => html`<p>${note}</p>`)}
    </nav>`;
}

/** What whoever mails or hands it over must know. */
function notes({ contact }: Referral): readonly string[] {
  const { alternativeFormat: format, writtenLanguage: written } = contact;
  return [
    contact.confidential && w.confidential,
    !contact.mayMail && w.noMail,
    tagFrom(written) === null && fill(w.notOurs, { language: languageName(written) }),
    format !== null && (format === 'largePrint' ? w.askedForLarge : fill(w.askedFor, { format: w.formats[format] })),
  ].filter((note) => note !== false);
}

/** The links on the referral's page: the size that the member asked for comes first. */
export function memberPageLinks({ contact }: Referral, address: string): Fragment {
  const large = contact.alternativeFormat === 'largePrint';
  const sizes: readonly PrintSize[] = large ? ['large', 'common'] : ['common', 'large'];
  return html`<p class="forms">
    <strong>${w.title}</strong>
    ${sizes.map(
      (size, at) =>
        html`${at > 0 && words.forms.between}<a href="${sizePath(`${address}/copy`, size)}">${w.sizes[size]}</a>`,
    )}
    ${large && w.proposed}
  </p>`;
}
