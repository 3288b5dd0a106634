/** What is done with a referral as a whole: taken, matched, noted, written to the member about. */
import { isDeepStrictEqual } from 'node:util';
import { Router, type Response } from 'express';
import type { CaseEvent } from '../../../referral/case-event.ts';
import { caseActs, readCase, type CaseAct, type CaseProblem } from './case-entry.ts';
import type { ReferralFile } from '../desk-store.ts';
import type { FormHandler } from '../gate.ts';
import { savedAddress, seenIn, type ReferralPart } from './referral-routes.ts';
import { opened, readReferral, refuse, showReferral } from './referral-show.ts';
import type { Form } from './request-entry.ts';
import { seenOf } from './seen.ts';
import type { Session } from '../sign-in/session.ts';
import { readWay } from '../queues/way.ts';

export function caseRoutes(part: ReferralPart): Router {
  const router = Router();
  for (const act of caseActs) router.post(`/referrals/:sealed/${act}`, part.gate.writes(record(part, act)));
  return router;
}

function record(part: ReferralPart, act: CaseAct): FormHandler {
  const { store, clock, address, numberOf } = part;
  return async (form, request, response, session) => {
    const workers = await store.workers();
    const look = async () => {
      const file = await readReferral(part, request.params['sealed'], session);
      if (!file) return null;
      return {
        file,
        entry: readCase(act, { form, file, session, workers, today: clock.todayInCalifornia(), numberOf }),
      };
    };
    const seen = seenIn(form);
    const first = await look();
    if (!first) return refuse(part, response, session, 404, 'notFound');
    const { number } = first.file.referral;
    const saved = () => response.redirect(303, savedAddress(address(number), act, form['in']));
    if (first.entry.kind === 'event' && (await store.recordCase(number, first.entry.what, session.by, seen))) {
      return saved();
    }
    // Somebody else, or the first of two clicks, has recorded something meanwhile: it is read as it stands now.
    const { file, entry } = first.entry.kind === 'event' ? ((await look()) ?? first) : first;
    switch (entry.kind) {
      case 'refused':
        if (entry.why === 'adminOnly') await store.audit(session.by, 'refused', 'role');
        return refuse(part, response, session, statuses[entry.why], entry.why);
      case 'done':
        return saved();
      case 'wrong':
        return again(part, response, { file, session, form, trouble: entry.problem });
      case 'event':
        if (isMineSince(file, seen, entry.what, session)) return saved();
        return again(part, response, { file, session, form, trouble: 'changedMeanwhile' });
    }
  };
}

const statuses = { held: 409, adminOnly: 403, badForm: 400 } as const;

type Refused = {
  readonly file: ReferralFile;
  readonly session: Session;
  readonly form: Form;
  readonly trouble: CaseProblem;
};

/** The page once more, with what was typed. */
function again(part: ReferralPart, response: Response, { file, session, form, trouble }: Refused): Promise<void> {
  return showReferral(part, response.status(422), {
    ...opened,
    file,
    session,
    way: readWay(form['in']),
    trouble,
    typed: form,
  });
}

/** Whether the last that was recorded since is this very thing, by the same worker. */
function isMineSince(file: ReferralFile, seen: number, what: CaseEvent, { by }: Session): boolean {
  const last = file.notes.at(-1);
  return seen >= 0 && seenOf(file) > seen && last?.by === by && isDeepStrictEqual(last.what, what);
}
