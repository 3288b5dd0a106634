/** One referral: looked at, decided on, followed. */
import { Router } from 'express';
import type { Plan } from '../../../dialogs/plan.ts';
import { caseActs } from './case-entry.ts';
import type { FormHandler, Handler } from '../gate.ts';
import { unreadWarnings } from './grave-warnings.ts';
import type { MemberWords } from './message-words.ts';
import type { DeskPart } from '../queues/queue-routes.ts';
import { readEntry, type Entered, type Form } from './request-entry.ts';
import { opened, readReferral, refuse, showReferral } from './referral-show.ts';
import { openSearch } from '../queues/search-seal.ts';
import { noSearch } from '../queues/search.ts';
import type { Sealer } from '../seal.ts';
import { nextOf, queueAddress, readWay, wayText } from '../queues/way.ts';

export type ReferralPart = DeskPart & {
  /** The number behind an address; null for an address that we did not make. */
  readonly numberOf: (sealed: string) => string | null;
  /** The other way: what stands for a number in an address or a form. */
  readonly sealed: (number: string) => string;
  /** With what its forms are made of; `plan` is its short name. */
  readonly wholePlan: Plan;
  readonly memberWords: MemberWords;
  /** Opens what was searched for in a queue. */
  readonly searches: Sealer;
};

const savings = ['decision', 'loop', ...caseActs] as const;
/** What was recorded just now. */
export type Saved = (typeof savings)[number];

export function referralRoutes(part: ReferralPart): Router {
  const { gate } = part;
  const router = Router();
  router.get(
    '/referrals/:sealed',
    gate.reads(async (request, response, session) => {
      const file = await readReferral(part, request.params['sealed'], session);
      if (!file) return refuse(part, response, session, 404, 'notFound');
      const saved = savings.find((one) => one === request.query['saved']) ?? null;
      await showReferral(part, response, { ...opened, file, session, saved, way: readWay(request.query['in']) });
    }),
  );
  router.get('/referrals/:sealed/next', gate.reads(goOn(part)));
  for (const kind of ['decision', 'loop'] as const) {
    router.post(`/referrals/:sealed/${kind}`, gate.writes(recordEntry(part, kind)));
  }
  return router;
}

/** To the next of the queue; to the queue itself where there is none. */
function goOn({ store, clock, address, numberOf, searches }: ReferralPart): Handler {
  return async (request, response, session) => {
    const way = readWay(request.query['in']);
    const number = numberOf(String(request.params['sealed']));
    if (!way || number === null) return response.redirect(303, '/desk');
    const search = openSearch(searches, session, way.find ?? undefined) ?? noSearch;
    const look = { by: session.by, now: clock.now() };
    const next = nextOf(await store.referrals(session.by), number, way, search, look);
    response.redirect(303, next === null ? queueAddress(way) : `${address(next)}?in=${wayText(way)}`);
  };
}

/** Where one sees what was recorded, still on the way that one came. */
export function savedAddress(address: string, saved: Saved, sent: string | undefined): string {
  const way = readWay(sent);
  return `${address}?saved=${saved}${way ? `&in=${wayText(way)}` : ''}`;
}

function recordEntry(part: ReferralPart, kind: Entered['kind']): FormHandler {
  const { store, clock, address } = part;
  return async (form, request, response, session) => {
    const file = await readReferral(part, request.params['sealed'], session);
    if (!file) return refuse(part, response, session, 404, 'notFound');
    const way = readWay(form['in']);
    const entry = readEntry(kind, form, file, clock.todayInCalifornia());
    if (entry.kind === 'unreadable') return refuse(part, response, session, 400, 'badForm');
    if (reachesOut(kind, form) && unreadWarnings(file, session.by).length > 0) {
      const entered = { kind, programme: entry.programme, values: form, errors: [] };
      const refused = { ...opened, file, session, way, entered, trouble: 'warningsFirst' } as const;
      return showReferral(part, response.status(422), refused);
    }
    if (entry.kind === 'wrong') {
      return showReferral(part, response.status(422), { ...opened, file, session, way, entered: entry.entered });
    }
    const { number } = file.referral;
    if (await store.record(number, entry.event, session.by, seenIn(form))) {
      return response.redirect(303, savedAddress(address(number), kind, form['in']));
    }
    // Between the look and the act somebody else recorded something: it is read once more as it stands now.
    const now = await readReferral(part, request.params['sealed'], session);
    const again = now && readEntry(kind, form, now, clock.todayInCalifornia());
    if (again?.kind !== 'wrong') return refuse(part, response, session, 404, 'notFound');
    await showReferral(part, response.status(422), {
      ...opened,
      file: now ?? file,
      session,
      way,
      entered: again.entered,
    });
  };
}

/** A decision is told to the member, and a provider will call them. */
function reachesOut(kind: Entered['kind'], form: Form): boolean {
  return (
    kind === 'decision' || (form['providerName'] ?? '').trim() !== '' || (form['providerPhone'] ?? '').trim() !== ''
  );
}

/** How much had been recorded when the form was made; less than nothing where it does not say. */
export function seenIn({ seen }: Form): number {
  return /^\d{1,9}$/.test(seen ?? '') ? Number(seen) : -1;
}
