/**
 * The message, or the silence, for each pair of decision and loop (design.md 4). Only what the plan has set is told
 * as a status; a denial or change is told as "a letter is coming", and only once its notice was mailed.
 */
import { decisionDue } from '../referral/decision-due.ts';
import type { ReferralStatus, RequestStatus } from '../referral/status.ts';
import { line, planParams, say } from './asking.ts';
import type { Line, Say, StepMark } from './say.ts';
import type { World } from './world.ts';

export function statusSays(status: ReferralStatus, world: World): readonly Say[] {
  const params = planParams(world);
  if (status.teller === 'helper') return [say('status.helper', params)];
  return [
    ...status.requests.map((request): Say => ({
      kind: 'steps',
      title: line(`programmes.${request.programme}.name`),
      steps: stepsOf(status, request, world),
    })),
    say('status.questions', params),
  ];
}

function stepsOf(status: ReferralStatus, request: RequestStatus, world: World): readonly StepMark[] {
  return [
    { line: line('status.steps.sent'), on: status.filedOn, state: 'done' },
    status.receivedOn
      ? { line: line('status.steps.received', planParams(world)), on: status.receivedOn, state: 'done' }
      : { line: line(`status.steps.${status.held ?? 'waiting'}`, planParams(world)), state: 'now' },
    ...decisionSteps(status, request, world),
  ];
}

function decisionSteps(status: ReferralStatus, request: RequestStatus, world: World): readonly StepMark[] {
  const params = planParams(world);
  const deciding: StepMark = {
    line: line('status.steps.deciding', params),
    by: decisionDue(request.programme, status.filedOn),
    state: status.receivedOn ? 'now' : 'next',
  };
  switch (request.decision) {
    case 'pending':
      return [deciding];
    case 'pendingInfo':
      return [{ line: line('status.steps.pendingInfo', params), state: 'now' }];
    case 'approved':
      return [approved(request, world), ...loopSteps(request, world)];
    case 'approvedModified':
    case 'denied':
      // The letter tells it, with the member's rights; before it was mailed nothing is said.
      if (!request.noticeMailedOn) return [deciding];
      return [{ line: line('status.steps.letter', params), on: request.noticeMailedOn, state: 'now' }];
    case 'void':
      return [{ line: line('status.steps.void', params), state: 'now' }];
    case 'withdrawn':
      return [{ line: line('status.steps.withdrawn'), state: 'done' }];
  }
}

function approved({ decidedOn }: RequestStatus, world: World): StepMark {
  const said = line('status.steps.approved', planParams(world));
  return { line: said, ...(decidedOn ? { on: decidedOn } : {}), state: 'done' };
}

function loopSteps({ loop, loopOn, provider }: RequestStatus, world: World): readonly StepMark[] {
  const params = planParams(world);
  const on = loopOn ? { on: loopOn } : {};
  const whoCalls: readonly StepMark[] = provider
    ? [
        {
          line: line('status.steps.provider', { name: provider.name, number: { phone: provider.phone } }),
          ...on,
          state: 'now',
        },
      ]
    : [];
  switch (loop?.state) {
    case undefined:
    case 'pending':
      return [{ line: line('status.steps.findingProvider', params), state: 'now' }, ...whoCalls];
    case 'declined':
      // A provider's "no" is no denial: the plan looks for another one.
      return [{ line: line('status.steps.findingProvider', params), state: 'now' }];
    case 'accepted':
      return [{ line: line('status.steps.accepted', params), ...on, state: 'done' }, ...whoCalls];
    case 'outreachInitiated':
      return [...whoCalls, { line: line('status.steps.outreach', params), ...on, state: 'now' }];
    case 'closed':
      return [{ line: closedLine(loop.reason, world), ...on, state: 'done' }];
  }
}

function closedLine(
  reason: 'servicesReceived' | 'providerDeclined' | 'unableToReach' | 'noLongerEligible' | 'noLongerNeeded' | 'other',
  world: World,
): Line {
  return line(`status.closed.${reason}`, planParams(world));
}
