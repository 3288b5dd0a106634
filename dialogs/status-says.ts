/**
 * The message, or the silence, for each pair of decision and loop (design.md 4). Only what the plan has set is told
 * as a status; a denial or change is told as "a letter is coming", and only once its notice was mailed.
 */
import { callBy } from '../referral/clocks.ts';
import { decisionDue } from '../referral/decision-due.ts';
import type { ReferralStatus, RequestStatus } from '../referral/status.ts';
import { told, type Next, type Told } from '../referral/told.ts';
import type { IsoDate } from '../policy/calendar.ts';
import { line, planParams, say } from './asking.ts';
import { complaintOffer } from './complaint/offer.ts';
import { isKnownAsk } from './plan-question/questions.ts';
import type { Params, Say, StepMark } from './say.ts';
import type { World } from './world.ts';

export function statusSays(status: ReferralStatus, world: World): readonly Say[] {
  const params = planParams(world);
  if (status.teller === 'helper') return [say('status.helper', params)];
  const all = status.requests.map((request) => ({ request, is: told(request) }));
  return [
    ...all.map(({ request, is }): Say => ({
      kind: 'steps',
      title: line(`programmes.${request.programme}.name`),
      steps: [
        { line: line('status.steps.sent'), on: status.filedOn, state: 'done' },
        ...receivedSteps(status, is, params),
        ...decisionSteps(status, request, is, params),
      ],
    })),
    ...(all.some(({ request }) => callBy(request)) ? [say('status.nobodyCalled', params)] : []),
    ...(all.some(({ is }) => is.kind === 'letter') ? rights(status, params, world) : []),
    say(`status.questions.${status.perspective}`, params),
  ];
}

/** A plan that has answered has it, however it came there. What is told as undecided gives no sign that it is decided. */
function receivedSteps(
  { receivedOn, held, perspective }: ReferralStatus,
  { kind }: Told,
  params: Params,
): readonly StepMark[] {
  if (receivedOn) return [{ line: line('status.steps.received', params), on: receivedOn, state: 'done' }];
  if (kind !== 'deciding') return [];
  const key = held === 'weCall' ? (`status.steps.weCall.${perspective}` as const) : heldKeys[held ?? 'waiting'];
  return [{ line: line(key, params), state: 'now' }];
}
const heldKeys = { waiting: 'status.steps.waiting', youCall: 'status.steps.youCall' } as const;

function decisionSteps(status: ReferralStatus, request: RequestStatus, is: Told, params: Params): readonly StepMark[] {
  switch (is.kind) {
    case 'deciding': {
      const by = decisionDue(request.programme, status.filedOn);
      return [{ line: line('status.steps.deciding', params), by, state: status.receivedOn ? 'now' : 'next' }];
    }
    case 'pendingInfo': {
      // What cannot be asked here, because this build does not know it, is for a call.
      if (!is.asks.some(isKnownAsk)) return [{ line: line('status.steps.pendingInfo', params), state: 'now' }];
      return [{ line: line(`status.steps.asks.${status.perspective}`, params), state: 'now' }];
    }
    case 'answered':
    case 'void':
      return [{ line: line(`status.steps.${is.kind}`, params), state: 'now' }];
    case 'withdrawn':
      return [{ line: line('status.steps.withdrawn'), state: 'done' }];
    case 'approved':
      return [
        { line: line('status.steps.approved', params), ...dated(request.decidedOn), state: 'done' },
        ...nextSteps(request, is.next, params),
      ];
    case 'letter':
      return [
        { line: line('status.steps.letter', params), on: is.mailedOn, state: is.next ? 'done' : 'now' },
        ...(is.next ? nextSteps(request, is.next, params) : []),
      ];
  }
}

function nextSteps(request: RequestStatus, next: Next, params: Params): readonly StepMark[] {
  const on = dated(request.loopOn);
  const due = callBy(request);
  const by = due ? { by: due } : {};
  switch (next.step) {
    case 'finding':
      return [{ line: line('status.steps.findingProvider', params), ...by, state: 'now' }];
    case 'assigned':
      return whoCalls(next, by);
    case 'accepted':
      return [{ line: line('status.steps.accepted'), ...on, state: 'done' }, ...whoCalls(next, by)];
    case 'outreach':
      return [...whoCalls(next, by), { line: line('status.steps.outreach'), ...on, state: 'now' }];
    case 'closed':
      return [{ line: line(`status.closed.${next.reason}`, params), ...on, state: 'done' }];
  }
}

/** The day on which a step was reported is not the day of the call: that has an end only. */
function whoCalls({ provider }: Extract<Next, { provider: unknown }>, by: Pick<StepMark, 'by'>): readonly StepMark[] {
  if (!provider) return [];
  const params = { name: provider.name, number: { phone: provider.phone } };
  return [{ line: line('status.steps.provider', params), ...by, state: 'now' }];
}

/**
 * What a letter gives the right to: an appeal within 60 days of its date; a service that one has goes on only when asked
 * for within 10 days; the State hears it only after the appeal, within 120 days; and a complaint has no end of days.
 * Both can be made at once.
 */
function rights({ perspective }: ReferralStatus, params: Params, world: World): readonly Say[] {
  const told = (right: 'appeal' | 'keep' | 'hearing' | 'complaint'): Say =>
    say(`status.rights.${right}.${perspective}`, params);
  // By text what to write stands beside what it is for; on the page the buttons come after all is said.
  const byText = world.channel === 'sms';
  return [
    told('appeal'),
    ...(byText ? complaintOffer(['appeal'], world) : []),
    told('keep'),
    told('hearing'),
    told('complaint'),
    ...complaintOffer(byText ? ['grievance'] : ['appeal', 'grievance'], world),
  ];
}

const dated = (on: IsoDate | null): Pick<StepMark, 'on'> => (on ? { on } : {});
