/**
 * The message, or the silence, for each pair of decision and loop (design.md 4). Only what the plan has set is told
 * as a status; a denial or change is told as "the plan has written a letter", and only once its notice was mailed.
 */
import { callBy } from '../referral/clocks.ts';
import { decisionDue } from '../referral/decision-due.ts';
import type { ReferralStatus, RequestStatus } from '../referral/status.ts';
import { isEnded, letterDay, told, type Next, type Told } from '../referral/told.ts';
import type { IsoDate } from '../policy/calendar.ts';
import { line, planParams, say } from './asking.ts';
import { complaintOffer } from './complaint/offer.ts';
import { canBeAsked } from './plan-question/questions.ts';
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
    ...nobodyCalled(all, params),
    ...rights(
      status,
      all.map(({ is }) => is),
      world,
    ),
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
      // What cannot be asked here, because this build does not know it or they may not say it, is for a call.
      const key = is.asks.some((each) => canBeAsked(each, status))
        ? (`status.steps.asks.${status.perspective}` as const)
        : pendingKey;
      return [...delayLetter(is.mailedOn, params), { line: line(key, params), state: 'now' }];
    }
    case 'answered':
      return [...delayLetter(is.mailedOn, params), { line: line('status.steps.answered', params), state: 'now' }];
    case 'void':
      return [{ line: line('status.steps.void', params), state: 'now' }];
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

const pendingKey = 'status.steps.pendingInfo';

/** It takes longer: a letter may tell of that, too, with the rights that go with it (ECM Policy Guide, p. 104). */
function delayLetter(mailedOn: IsoDate | null, params: Params): readonly StepMark[] {
  return mailedOn === null ? [] : [{ line: line('status.steps.delayLetter', params), on: mailedOn, state: 'done' }];
}

function nextSteps(request: RequestStatus, next: Next, params: Params): readonly StepMark[] {
  const on = dated(request.loopOn);
  const by = callBy(request);
  switch (next.step) {
    case 'finding':
      return [{ line: line('status.steps.findingProvider', params), ...(by ? { by } : {}), state: 'now' }];
    case 'assigned':
      return whoCalls(next);
    case 'accepted':
      return [{ line: line('status.steps.accepted'), ...on, state: 'done' }, ...whoCalls(next)];
    case 'outreach':
      return [...whoCalls(next), { line: line('status.steps.outreach'), ...on, state: 'now' }];
    case 'closed':
      return [{ line: line(`status.closed.${next.reason}`, params), ...on, state: 'done' }];
  }
}

/**
 * With no day: the plan has ten working days to tell a provider (ECM Policy Guide, p. 112), and no source says by when
 * that provider calls.
 */
function whoCalls({ provider }: Extract<Next, { provider: unknown }>): readonly StepMark[] {
  if (!provider) return [];
  const params = { name: provider.name, number: { phone: provider.phone } };
  return [{ line: line('status.steps.provider', params), state: 'now' }];
}

/** What to do where the call does not come. "By then" only where a day stands above it. */
function nobodyCalled(all: readonly { readonly request: RequestStatus; readonly is: Told }[], params: Params): Say[] {
  const waiting = all.filter(({ request }) => callBy(request) !== null);
  if (waiting.length === 0) return [];
  const isSearched = waiting.some(({ is }) => 'next' in is && is.next?.step === 'finding');
  return [say(isSearched ? 'status.nobodyCalled' : 'status.nobodyCalls', params)];
}

/**
 * What a letter gives the right to: an appeal within 60 days of its date; a service that one has goes on only when asked
 * for within 10 days; the State hears it only after the appeal, or where the plan does not answer that in time, within
 * 120 days; and a complaint has no end of days. Both can be made at once. Where the plan ended it and we know of no
 * letter, no days are told: whoever does not agree can ask all the same (decision 0023).
 */
function rights(
  { perspective, alternativeFormat }: ReferralStatus,
  all: readonly Told[],
  world: World,
): readonly Say[] {
  const params = planParams(world);
  const right = (name: 'appeal' | 'format' | 'keep' | 'hearing' | 'ended' | 'complaint'): Say =>
    say(`status.rights.${name}.${perspective}`, params);
  // By text what to write stands beside what it is for; on the page the buttons come after all is said.
  const byText = world.channel === 'sms';
  const appeal = byText ? complaintOffer(['appeal'], world) : [];
  const complaint = [right('complaint'), ...complaintOffer(byText ? ['grievance'] : ['appeal', 'grievance'], world)];
  if (all.some((is) => letterDay(is) !== null)) {
    return [
      right('appeal'),
      ...appeal,
      ...(alternativeFormat ? [right('format')] : []),
      // A delay takes nothing away that one has.
      ...(all.some(({ kind }) => kind === 'letter') ? [right('keep')] : []),
      right('hearing'),
      ...complaint,
    ];
  }
  if (all.some(isEnded)) return [right('ended'), ...appeal, ...complaint];
  return all.some(({ kind }) => kind === 'void') ? [right('complaint'), ...complaintOffer(['grievance'], world)] : [];
}

const dated = (on: IsoDate | null): Pick<StepMark, 'on'> => (on ? { on } : {});
