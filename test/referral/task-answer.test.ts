import assert from 'node:assert/strict';
import { codes, numbers } from '../../referral/bundle/systems.ts';
import { standings, type Change } from '../../referral/changes.ts';
import type { Decision, Loop } from '../../referral/decision.ts';
import { judgeTask, readTask, type KnownRequest, type Ours } from '../../referral/task-answer.ts';
import type { RequestStatus } from '../../referral/status.ts';

const ours: Ours = {
  id: 'task-1',
  request: 'request-1',
  identifier: '12345678901234.ecm',
  plan: 'plan-1',
  base: 'https://plan.example/fhir',
};
const today = '2026-12-04';

type Said = {
  readonly decision?: string;
  readonly loop?: string;
  readonly reason?: string;
  readonly more?: object;
  readonly outputs?: Readonly<Record<string, object>>;
};

/** A Task as the plan's system answers it, changed at noon of 1 December. */
function task(status: string, { decision, loop, reason, outputs = {}, more = {} }: Said = {}): object {
  const coded = [
    ...(decision === undefined ? [] : [{ system: codes.decision, code: decision }]),
    ...(loop === undefined ? [] : [{ system: codes.loop, code: loop }]),
  ];
  return {
    resourceType: 'Task',
    id: ours.id,
    identifier: [{ system: numbers.request, value: ours.identifier }],
    focus: { reference: `ServiceRequest/${ours.request}` },
    owner: { reference: `Organization/${ours.plan}` },
    status,
    lastModified: '2026-12-01T20:00:00Z',
    ...(coded.length === 0 ? {} : { businessStatus: { coding: coded } }),
    ...(reason === undefined ? {} : { statusReason: { coding: [{ system: codes.closure, code: reason }] } }),
    output: Object.entries(outputs).map(([code, value]) => ({
      type: { coding: [{ system: codes.output, code }] },
      ...value,
    })),
    ...more,
  };
}

const first: RequestStatus = {
  programme: 'ecm',
  decision: 'pending',
  decidedOn: null,
  noticeMailedOn: null,
  loop: null,
  loopOn: null,
  provider: null,
};
const decided = (decision: Decision) =>
  ({ kind: 'decision', decision, decidedOn: '2026-11-24', noticeMailedOn: null }) as const;
const step = (loop: Loop, provider: RequestStatus['provider'] = null) =>
  ({ kind: 'loop', loop, on: '2026-11-25', provider }) as const;

/** Filed on 20 November; with what was recorded since, by the plan's system unless it says so. */
function known(changes: readonly Change[] = [], isPlans = true): KnownRequest {
  const status = standings(first, changes).at(-1) ?? first;
  return {
    number: '12345678901234',
    filedOn: '2026-11-20',
    status,
    events: changes.map((what) => ({ what, isPlans })),
  };
}

function brief(change: Change): string {
  if (change.kind === 'decision') {
    const { decision, decidedOn, noticeMailedOn: mailed } = change;
    return `${decision} ${decidedOn}${mailed === null ? '' : `, letter ${mailed}`}`;
  }
  if (change.kind === 'answered') return 'answered';
  const { loop, on, provider } = change;
  return [
    loop.state,
    ...(loop.state === 'closed' ? [loop.reason] : []),
    on,
    ...(provider ? [provider.name, provider.phone] : []),
  ].join(' ');
}

/** What follows from it: changes, then the problem. */
function heard(resource: unknown, request = known()): string {
  const read = readTask(resource, ours, (instant) => instant.toISOString().slice(0, 10) as '2026-12-01');
  if (read.kind === 'wrong') return `? ${read.problem}`;
  if (read.who.kind === 'there') return `look at ${read.who.at}`;
  const { changes, problem } = judgeTask(read, read.who, request, today);
  return [...changes.map(brief), ...(problem ? [`? ${problem}`] : [])].join('; ') || 'nothing new';
}

const approved = known([decided('approved')]);
const accepted = known([decided('approved'), step({ state: 'accepted' })]);
const hope = { name: 'Hope Care', phone: '(951) 555-0170' };
const day = (valueDate: string): object => ({ valueDate });
const org = (more: object = {}): object => ({
  contained: [
    {
      resourceType: 'Organization',
      id: 'o',
      name: hope.name,
      telecom: [{ system: 'phone', value: hope.phone }],
      ...more,
    },
  ],
  owner: { reference: '#o' },
});

describe('What a Task of the plan says', () => {
  const alone: readonly [status: string, request: KnownRequest, follows: string][] = [
    ['requested', known(), 'nothing new'],
    ['received', known(), 'nothing new'],
    ['ready', known(), 'nothing new'],
    ['in-progress', known(), 'nothing new'],
    ['on-hold', known(), 'pendingInfo 2026-12-01'],
    ['on-hold', known([decided('pendingInfo')]), 'nothing new'],
    ['in-progress', known([decided('pendingInfo')]), 'pending 2026-12-01'],
    ['in-progress', known([decided('pendingInfo')], false), 'nothing new'],
    ['on-hold', approved, '? ambiguous'],
    ['accepted', known(), '? ambiguous'],
    ['accepted', approved, 'nothing new'],
    ['rejected', known(), '? ambiguous'],
    ['cancelled', known(), '? ambiguous'],
    ['failed', approved, '? ambiguous'],
    ['completed', approved, '? ambiguous'],
    ['rejected', known([decided('denied')]), 'nothing new'],
    ['entered-in-error', known(), '? ambiguous'],
    ['finished', known(), '? unreadable'],
  ];
  for (const [status, request, follows] of alone) {
    it(`by ${status} alone, while it is ${request.status.decision}: ${follows}`, () => {
      assert.equal(heard(task(status), request), follows);
    });
  }

  const fits: Readonly<Record<Decision, readonly string[]>> = {
    pending: ['draft', 'requested', 'received', 'ready', 'accepted', 'in-progress'],
    pendingInfo: ['draft', 'requested', 'received', 'ready', 'accepted', 'in-progress', 'on-hold'],
    approved: ['accepted', 'in-progress', 'on-hold', 'completed'],
    approvedModified: ['accepted', 'in-progress', 'on-hold', 'completed'],
    denied: ['rejected', 'cancelled', 'failed', 'completed'],
    void: ['rejected', 'cancelled', 'failed', 'completed'],
    withdrawn: ['rejected', 'cancelled', 'failed', 'completed'],
  };
  const all = [...new Set(Object.values(fits).flat())];
  for (const [decision, statuses] of Object.entries(fits)) {
    it(`by ${decision}: itself beside ${statuses.join(', ')}; a contradiction beside any other`, () => {
      for (const status of all) {
        const expected = !statuses.includes(status)
          ? '? contradicts'
          : decision === 'pending'
            ? 'nothing new'
            : `${decision} 2026-12-01`;
        assert.equal(heard(task(status, { decision })), expected, status);
      }
    });
  }

  const told: readonly [what: string, resource: object, request: KnownRequest, follows: string][] = [
    [
      'its day',
      task('accepted', { decision: 'approved', outputs: { decidedOn: day('2026-11-24') } }),
      known(),
      'approved 2026-11-24',
    ],
    ['approved again', task('accepted', { decision: 'approved' }), approved, 'nothing new'],
    [
      'a denial with its letter',
      task('rejected', { decision: 'denied', outputs: { noticeMailedOn: day('2026-12-02') } }),
      known(),
      'denied 2026-12-01, letter 2026-12-02',
    ],
    [
      'the letter, later',
      task('rejected', { decision: 'denied', outputs: { noticeMailedOn: day('2026-12-02') } }),
      known([decided('denied')]),
      'denied 2026-11-24, letter 2026-12-02',
    ],
    [
      'a delay with its letter',
      task('on-hold', { decision: 'pendingInfo', outputs: { noticeMailedOn: day('2026-12-02') } }),
      known(),
      'pendingInfo 2026-12-01, letter 2026-12-02',
    ],
    [
      'the letter to a delay, later',
      task('on-hold', { outputs: { noticeMailedOn: day('2026-12-02') } }),
      known([decided('pendingInfo')]),
      'pendingInfo 2026-11-24, letter 2026-12-02',
    ],
    [
      'the letter to a delay, said again',
      task('on-hold', { outputs: { noticeMailedOn: day('2026-12-02') } }),
      known([{ ...decided('pendingInfo'), noticeMailedOn: '2026-12-02' }]),
      'nothing new',
    ],
    [
      'a letter of no decision',
      task('in-progress', { decision: 'pending', outputs: { noticeMailedOn: day('2026-12-02') } }),
      known(),
      'nothing new',
    ],
    [
      'the letter to what a worker denied',
      task('rejected', { decision: 'denied', outputs: { noticeMailedOn: day('2026-12-02') } }),
      known([decided('denied')], false),
      'denied 2026-11-24, letter 2026-12-02',
    ],
    [
      'another day than a worker set',
      task('accepted', { decision: 'approved', outputs: { decidedOn: day('2026-11-30') } }),
      known([decided('approved')], false),
      '? setByHand',
    ],
    [
      'a letter for a yes',
      task('accepted', { decision: 'approved', outputs: { noticeMailedOn: day('2026-12-02') } }),
      known(),
      '? noticeNotForThis',
    ],
    [
      'a letter before the decision',
      task('rejected', { decision: 'denied', outputs: { noticeMailedOn: day('2026-11-30') } }),
      known(),
      '? noticeBeforeDecision',
    ],
    [
      'tomorrow',
      task('accepted', { decision: 'approved', outputs: { decidedOn: day('2026-12-05') } }),
      known(),
      '? future',
    ],
    [
      'before it was filed',
      task('accepted', { decision: 'approved', outputs: { decidedOn: day('2026-11-19') } }),
      known(),
      '? beforeFiling',
    ],
    [
      'no day at all',
      task('accepted', { decision: 'approved', more: { lastModified: undefined } }),
      known(),
      '? noDate',
    ],
    [
      '30 February',
      task('accepted', { decision: 'approved', outputs: { decidedOn: day('2026-02-30') } }),
      known(),
      '? notADate',
    ],
    ['another decision than the last', task('rejected', { decision: 'denied' }), approved, '? decided'],
    [
      'another than a worker took',
      task('accepted', { decision: 'approved' }),
      known([decided('denied')], false),
      '? setByHand',
    ],
    ['that it is open again', task('in-progress', { decision: 'pending' }), approved, '? backward'],
    ['a code of nobody', task('accepted', { decision: 'granted' }), known(), '? unknownCode'],
    ['what a provider said, for no approval', task('rejected', { loop: 'declined' }), known(), '? notApproved'],
    ['a provider who declines: no denial', task('rejected', { loop: 'declined' }), approved, 'declined 2026-12-01'],
    [
      'both at once',
      task('accepted', { decision: 'approved', loop: 'accepted', outputs: { decidedOn: day('2026-11-24') } }),
      known(),
      'approved 2026-11-24; accepted 2026-12-01',
    ],
    ['a step that is recorded', task('accepted', { loop: 'accepted' }), accepted, 'nothing new'],
    ['a step before it', task('accepted', { loop: 'pending' }), accepted, '? backward'],
    [
      'a step of an earlier day',
      task('accepted', { loop: 'outreachInitiated', outputs: { loopOn: day('2026-11-24') } }),
      accepted,
      '? older',
    ],
    [
      'a loop before the approval',
      task('accepted', { loop: 'pending', outputs: { loopOn: day('2026-11-23') } }),
      approved,
      '? beforeApproval',
    ],
    [
      'the end, with why',
      task('completed', { loop: 'closed', reason: 'servicesReceived' }),
      accepted,
      'closed servicesReceived 2026-12-01',
    ],
    [
      'an end that came to nothing',
      task('failed', { decision: 'approved', loop: 'closed', reason: 'unableToReach' }),
      accepted,
      'closed unableToReach 2026-12-01',
    ],
    ['the end, without why', task('completed', { loop: 'closed' }), accepted, '? reasonMissing'],
    [
      'what follows the end',
      task('accepted', { loop: 'accepted' }),
      known([decided('approved'), step({ state: 'closed', reason: 'other' })], false),
      '? closedAlready',
    ],
    [
      'a step that a denial cannot have',
      task('rejected', { decision: 'denied', loop: 'declined' }),
      known(),
      '? contradicts',
    ],
  ];
  for (const [what, resource, request, follows] of told) {
    it(`with ${what}: ${follows}`, () => assert.equal(heard(resource, request), follows));
  }

  const who: readonly [what: string, resource: object, request: KnownRequest, follows: string][] = [
    [
      'inside it',
      task('accepted', { loop: 'accepted', more: org() }),
      approved,
      'accepted 2026-12-01 Hope Care (951) 555-0170',
    ],
    [
      'later than the step',
      task('accepted', { loop: 'accepted', more: org() }),
      accepted,
      'accepted 2026-11-25 Hope Care (951) 555-0170',
    ],
    [
      'no more, so that the last one stays',
      task('accepted', { loop: 'outreachInitiated' }),
      known([decided('approved'), step({ state: 'accepted' }, hope)]),
      'outreachInitiated 2026-12-01 Hope Care (951) 555-0170',
    ],
    [
      'no more, after that one has declined',
      task('accepted', { loop: 'pending' }),
      known([decided('approved'), step({ state: 'declined' }, hope)]),
      'pending 2026-12-01',
    ],
    [
      'as another than a worker set',
      task('accepted', { loop: 'accepted', more: org({ name: 'Other Care' }) }),
      known([decided('approved'), step({ state: 'accepted' }, hope)], false),
      '? setByHand',
    ],
    [
      'without a phone',
      task('accepted', { loop: 'accepted', more: org({ telecom: [] }) }),
      approved,
      'accepted 2026-12-01; ? providerLeftOut',
    ],
    [
      'as another, without a phone',
      task('accepted', { loop: 'accepted', more: org({ name: 'Other Care', telecom: [] }) }),
      known([decided('approved'), step({ state: 'accepted' }, hope)]),
      '? providerLeftOut',
    ],
    [
      'by a name that is none',
      task('accepted', { loop: 'accepted', more: org({ name: 'Call <b>now</b> http://x.example' }) }),
      approved,
      'accepted 2026-12-01; ? providerLeftOut',
    ],
    [
      'on another host',
      task('accepted', {
        loop: 'accepted',
        more: { owner: { reference: 'https://evil.example/fhir/Organization/7' } },
      }),
      approved,
      'accepted 2026-12-01; ? providerLeftOut',
    ],
    [
      'on its own server',
      task('accepted', { loop: 'accepted', more: { owner: { reference: `${ours.base}/Organization/7` } } }),
      approved,
      'look at Organization/7',
    ],
    [
      'by a path that leads out',
      task('accepted', { loop: 'accepted', more: { owner: { reference: 'Organization/../../admin' } } }),
      approved,
      'accepted 2026-12-01; ? providerLeftOut',
    ],
    ['as owner, and no step', task('in-progress', { more: org() }), approved, 'nothing new'],
  ];
  for (const [what, resource, request, follows] of who) {
    it(`names who calls ${what}: ${follows}`, () => assert.equal(heard(resource, request), follows));
  }

  it('counts for its own request alone', () => {
    assert.equal(heard(task('accepted', { decision: 'approved', more: { id: 'task-2' } })), '? wrongTask');
    const identifier = [{ system: numbers.request, value: '99999999999999.ecm' }];
    assert.equal(heard(task('accepted', { decision: 'approved', more: { identifier } })), '? wrongTask');
    const focus = { reference: 'https://plan.example/fhir/ServiceRequest/request-2/_history/3' };
    assert.equal(heard(task('accepted', { decision: 'approved', more: { focus } })), '? wrongTask');
  });

  for (const what of [null, 7, 'Task', [], {}, { resourceType: 'Patient', id: ours.id, status: 'accepted' }]) {
    it(`is nothing in ${JSON.stringify(what)}`, () => assert.equal(heard(what), '? unreadable'));
  }

  it('is not believed where it names two decisions', () => {
    const coding = ['approved', 'denied'].map((code) => ({ system: codes.decision, code }));
    assert.equal(heard(task('accepted', { more: { businessStatus: { coding } } })), '? contradicts');
  });

  it('is the same when it is heard twice', () => {
    const resource = task('accepted', { decision: 'approved', loop: 'accepted', more: org() });
    const read = readTask(resource, ours, () => '2026-12-01');
    if (read.kind !== 'task' || read.who.kind === 'there') assert.fail(read.kind);
    const { changes } = judgeTask(read, read.who, known(), today);
    assert.equal(changes.length, 2);
    assert.deepEqual(judgeTask(read, read.who, known(changes), today), { changes: [], problem: null });
  });
});
