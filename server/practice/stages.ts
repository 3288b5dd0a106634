/** How far an invented referral has come, and how it came there. */
import { addDays, type IsoDate } from '../../policy/calendar.ts';
import { addWorkingDays } from '../../referral/working-days.ts';
import type { Change } from '../../referral/changes.ts';
import { ClosureReason, type Decision, type Loop } from '../../referral/decision.ts';
import type { Referral } from '../../referral/referral.ts';
import { californiaDay } from '../desk/desk-time.ts';
import type { Draws } from './draws.ts';
import type { Happening } from './happening.ts';

export type Stage =
  | 'fresh'
  | 'overdue'
  | 'infoAsked'
  | 'partly'
  | 'notDelivered'
  | 'approved'
  | 'assigned'
  | 'outreach'
  | 'providerDeclined'
  | 'closed'
  | 'denied'
  | 'deniedNoLetter'
  | 'modified'
  | 'void'
  | 'withdrawn';

/** Something is still to be decided. */
export const openStages: readonly (readonly [Stage, number])[] = [
  ['fresh', 60],
  ['overdue', 11],
  ['infoAsked', 14],
  ['partly', 11],
  ['notDelivered', 4],
];

/** Everything is decided. In turn, so that a few are enough to have each of them. */
export const settledStages: readonly Stage[] = [
  ...(['approved', 'assigned', 'closed', 'denied', 'outreach', 'closed', 'modified', 'assigned'] as const),
  ...(['providerDeclined', 'closed', 'deniedNoLetter', 'outreach', 'void', 'closed', 'withdrawn'] as const),
];

export const workers = ['Lee Practice', 'Ana Practice', 'Sam Practice'];

/** What the desk has recorded of it since it was filed. */
export function course(
  stage: Stage,
  referral: Referral,
  filedAt: string,
  until: Date,
  draw: Draws,
): readonly Happening[] {
  const by = draw.pick(workers);
  const decidedOn = addWorkingDays(referral.filedOn, draw.chance(0.85) ? draw.between(1, 5) : draw.between(6, 8));
  const changes = (decision: Decision, notice: IsoDate | null, ...loops: readonly Step[]): readonly Dated[] => [
    {
      day: decidedOn,
      change: (day) => ({
        kind: 'decision',
        decision,
        decidedOn: day,
        noticeMailedOn: notice && day,
        ...(decision === 'pendingInfo' ? { asks: ['card', 'address'] } : {}),
      }),
    },
    ...loops.map(({ loop, provider }, place) => ({
      day: addWorkingDays(decidedOn, 2 * place + draw.between(1, 2)),
      change: (day: IsoDate): Change => ({ kind: 'loop', loop, on: day, provider: provider ? aProvider(draw) : null }),
    })),
  ];
  const all = ((): readonly Dated[] => {
    switch (stage) {
      case 'fresh':
      case 'overdue':
      case 'notDelivered':
        return [];
      case 'infoAsked':
        return changes('pendingInfo', null);
      case 'approved':
      case 'partly':
        return changes('approved', null);
      case 'assigned':
        return changes('approved', null, pending, accepted);
      case 'outreach':
        return changes('approved', null, accepted, { loop: { state: 'outreachInitiated' }, provider: true });
      case 'providerDeclined':
        return changes('approved', null, pending, { loop: { state: 'declined' } });
      case 'closed':
        return changes('approved', null, accepted, {
          loop: { state: 'closed', reason: draw.pick(ClosureReason.options) },
        });
      case 'denied':
        return changes('denied', decidedOn);
      case 'deniedNoLetter':
        return changes('denied', null);
      case 'modified':
        return changes('approvedModified', decidedOn, pending);
      case 'void':
        return [
          ...changes('pendingInfo', null),
          ...changes('void', null).map((one) => ({ ...one, day: addDays(one.day, 7) })),
        ];
      case 'withdrawn':
        return changes('withdrawn', null);
    }
  })();
  // Of what is asked for in part, something stays open; the rest goes one way.
  const requests = stage === 'partly' || stage === 'infoAsked' ? referral.requests.slice(0, 1) : referral.requests;
  return requests.flatMap(({ programme }, which) =>
    all.map(({ day, change }, place): Happening => {
      const at = earlier(
        `${day}T${18 + ((which + place) % 5)}:${draw.between(10, 59)}:00.000Z`,
        until,
        filedAt,
        all.length - place,
      );
      return {
        kind: 'recorded',
        at,
        number: referral.number,
        by,
        event: { programme, what: change(californiaDay(at)) },
      };
    }),
  );
}

type Dated = { readonly day: IsoDate; readonly change: (day: IsoDate) => Change };
type Step = { readonly loop: Loop; readonly provider?: true };

const pending: Step = { loop: { state: 'pending' } };
const accepted: Step = { loop: { state: 'accepted' }, provider: true };

const aProvider = (draw: Draws) => ({
  name: draw.pick(['Example Care Partners', 'Sample Home Helpers', 'Pretend Community Health']),
  phone: `951-555-01${draw.between(10, 99)}`,
});

/** Nothing lies ahead: what would comes a few minutes ago, in its order, and never before the filing. */
function earlier(at: string, until: Date, filedAt: string, left: number): string {
  const latest = Math.max(until.getTime() - left * 60_000, Date.parse(filedAt) + 1000);
  return new Date(Math.max(Math.min(Date.parse(at), latest), Date.parse(filedAt) + 1000)).toISOString();
}
