/** The page of one referral: read, shown, or not found. */
import type { Response } from 'express';
import { html } from '../../channels/web/html.ts';
import { countQueues } from '../queues/counts.ts';
import type { ReferralFile } from '../desk-store.ts';
import { exportButtons } from '../reports/export-page.ts';
import { formLinks } from './form-routes.ts';
import { layout } from '../layout.ts';
import { memberPageLinks } from './member-page-routes.ts';
import { messageWords } from './message-words.ts';
import { noticePage } from '../notice-page.ts';
import type { DeskPart } from '../queues/queue-routes.ts';
import { referralComplaints } from './referral-complaints.ts';
import { referralPage, type ReferralView } from './referral-page.ts';
import type { ReferralPart } from './referral-routes.ts';
import type { Session } from '../sign-in/session.ts';
import { fill, words } from '../words.ts';

/** What differs from one answer to the next. */
export type Shown = Pick<ReferralView, 'file' | 'session' | 'way' | 'entered' | 'saved' | 'trouble' | 'typed'>;

/** A page that was opened, and nothing sent. */
export const opened = { way: null, entered: null, saved: null, trouble: null, typed: {} } as const;

type Sealed = string | readonly string[] | undefined;

/** The referral behind an address that we made; null where there is none. */
export async function readReferral(
  { store, numberOf }: ReferralPart,
  sealed: Sealed,
  { by }: Session,
): Promise<ReferralFile | null> {
  const number = typeof sealed === 'string' ? numberOf(sealed) : null;
  return number === null ? null : store.referral(number, by);
}

/** `why`: what it is that was not done, or not found. */
export function refuse(
  { plan }: DeskPart,
  response: Response,
  session: Session,
  status: number,
  why: 'notFound' | 'badForm' | 'held' | 'adminOnly',
): void {
  const title = why === 'notFound' ? words.refused.notFoundTitle : words.refused.title;
  response.status(status).send(noticePage({ title, text: words.refused[why], plan, session }));
}

export async function showReferral(part: ReferralPart, response: Response, shown: Shown): Promise<void> {
  const { store, clock, plan, wholePlan, memberWords, sealed } = part;
  const { referral } = shown.file;
  const address = part.address(referral.number);
  const forms = html`${await formLinks(referral, part, address)} ${memberPageLinks(referral, address)}
  ${exportButtons(address, shown.session)}`;
  const body = referralPage({
    ...shown,
    address,
    addressOf: part.address,
    sealed,
    forms,
    complaints: referralComplaints(await store.complaintsOf(referral.number, shown.session.by), clock.now()),
    workers: await store.workers(),
    messages: messageWords(referral, wholePlan, memberWords),
    today: clock.todayInCalifornia(),
  });
  // A browser keeps titles in its history: the end of the number tells tabs apart.
  const title = fill(words.referral.ending, { digits: referral.number.slice(-4) });
  const isRefused = shown.entered !== null || shown.trouble !== null;
  const page = {
    plan,
    session: shown.session,
    counts: await countQueues(store, { by: shown.session.by, now: clock.now() }),
    body,
  };
  response.send(layout({ ...page, title: isRefused ? fill(words.form.errorPrefix, { title }) : title }).source);
}
