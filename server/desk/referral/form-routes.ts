/** A referral's forms, to print or to save: the links on its page, and the files behind them. */
import { Router } from 'express';
import { html, type Html } from '../../channels/web/html.ts';
import { formsOf, type Form } from '../../../referral/forms.ts';
import type { Referral } from '../../../referral/referral.ts';
import { drawing } from '../../files/drawing.ts';
import type { Gate } from '../gate.ts';
import { noticePage } from '../notice-page.ts';
import type { ReferralPart } from './referral-routes.ts';
import { fill, words } from '../words.ts';

type FormPart = Pick<ReferralPart, 'store' | 'plan' | 'numberOf' | 'wholePlan'> & { readonly gate: Gate };

/** For everybody who is signed in; each file that is taken is a line of the audit log of its own. */
export function formRoutes({ store, plan, numberOf, wholePlan, gate }: FormPart): Router {
  const router = Router();
  router.get(
    '/referrals/:sealed/forms/:form',
    gate.reads(async ({ params }, response, session) => {
      const number = typeof params['sealed'] === 'string' ? numberOf(params['sealed']) : null;
      const file = number === null ? null : await store.referral(number, session.by);
      const form = file && formsOf(file.referral, wholePlan).find(({ id }) => id === params['form']);
      if (!form) {
        const { notFoundTitle: title, notFound: text } = words.refused;
        response.status(404).send(noticePage({ title, text, plan, session }));
        return;
      }
      const pdf = await drawing.pdf(form);
      await store.audit(session.by, 'form.taken', `${form.number} ${form.id}`);
      response.attachment(fileName(form)).type('application/pdf').send(pdf);
    }),
  );
  return router;
}

/** The links to the forms of one referral, and a warning where a name cannot be shown. */
export async function formLinks(referral: Referral, { wholePlan }: FormPart, address: string): Promise<Html> {
  const forms = formsOf(referral, wholePlan);
  // The page is worth more than the warning: fonts that cannot be read are told by the file itself.
  const missing = await Promise.all(forms.map((form) => drawing.signsWithoutFont(form))).catch(() => []);
  const signs = [...new Set(missing.flat())].join(' ');
  return html`<p class="forms">
      <strong>${words.forms.title}</strong>
      ${forms.map(({ id, name }, at) => html`${at > 0 && words.forms.between}<a href="${address}/forms/${id}">${name}</a>`)}
    </p>
    ${signs !== '' && html`<p class="banner">${fill(words.forms.missing, { signs })}</p>`}`;
}

/** The end of the number tells files apart: a worker's computer keeps their names. */
function fileName({ number, id }: Form): string {
  return `referral-${number.slice(-4)}-${id}.pdf`;
}
