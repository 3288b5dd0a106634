/** One referral: looked at, decided on, followed. */
import { Router, type Response } from 'express';
import type { FormPlan } from '../../referral/forms.ts';
import { html } from '../channels/web/html.ts';
import { countQueues } from './counts.ts';
import type { ReferralFile } from './desk-store.ts';
import { formLinks } from './form-routes.ts';
import type { FormHandler } from './gate.ts';
import { layout } from './layout.ts';
import { memberPageLinks } from './member-page-routes.ts';
import { noticePage } from './notice-page.ts';
import type { DeskPart } from './queue-routes.ts';
import { referralPage, type ReferralView } from './referral-page.ts';
import { readEntry, type Entered } from './request-entry.ts';
import type { Session } from './session.ts';
import { fill, words } from './words.ts';

export type ReferralPart = DeskPart & {
  /** The number behind an address; null for an address that we did not make. */
  readonly numberOf: (sealed: string) => string | null;
  /** With what its forms are made of; `plan` is its short name. */
  readonly wholePlan: FormPlan;
};

export function referralRoutes(part: ReferralPart): Router {
  const { gate } = part;
  const router = Router();
  router.get(
    '/referrals/:sealed',
    gate.reads(async (request, response, session) => {
      const file = await read(part, request.params['sealed'], session);
      if (!file) return notFound(part, response, session);
      const saved = request.query['saved'];
      await show(part, response, {
        file,
        session,
        entered: null,
        saved: saved === 'decision' || saved === 'loop' ? saved : null,
      });
    }),
  );
  for (const kind of ['decision', 'loop'] as const) {
    router.post(`/referrals/:sealed/${kind}`, gate.writes(recordEntry(part, kind)));
  }
  return router;
}

function recordEntry(part: ReferralPart, kind: Entered['kind']): FormHandler {
  const { store, clock, plan, address } = part;
  return async (form, request, response, session) => {
    const file = await read(part, request.params['sealed'], session);
    if (!file) return notFound(part, response, session);
    const entry = readEntry(kind, form, file, clock.todayInCalifornia());
    switch (entry.kind) {
      case 'unreadable': {
        const { title, badForm: text } = words.refused;
        response.status(400).send(noticePage({ title, text, plan, session }));
        return;
      }
      case 'wrong':
        response.status(422);
        return show(part, response, { file, session, entered: entry.entered, saved: null });
      case 'event': {
        const { number } = file.referral;
        if (!(await store.record(number, entry.event, session.by))) return notFound(part, response, session);
        return response.redirect(303, `${address(number)}?saved=${kind}`);
      }
    }
  };
}

type Sealed = string | readonly string[] | undefined;

async function read({ store, numberOf }: ReferralPart, sealed: Sealed, { by }: Session): Promise<ReferralFile | null> {
  const number = typeof sealed === 'string' ? numberOf(sealed) : null;
  return number === null ? null : store.referral(number, by);
}

function notFound({ plan }: DeskPart, response: Response, session: Session): void {
  const { notFoundTitle: title, notFound: text } = words.refused;
  response.status(404).send(noticePage({ title, text, plan, session }));
}

async function show(
  part: ReferralPart,
  response: Response,
  view: Omit<ReferralView, 'address' | 'today' | 'forms'>,
): Promise<void> {
  const { store, clock, plan } = part;
  const { referral } = view.file;
  const address = part.address(referral.number);
  const forms = html`${await formLinks(referral, part, address)} ${memberPageLinks(referral, address)}`;
  const body = referralPage({ ...view, address, forms, today: clock.todayInCalifornia() });
  // A browser keeps titles in its history: the end of the number tells tabs apart.
  const title = fill(words.referral.ending, { digits: referral.number.slice(-4) });
  const page = { plan, session: view.session, counts: await countQueues(store), body };
  response.send(layout({ ...page, title: view.entered ? fill(words.form.errorPrefix, { title }) : title }).source);
}
