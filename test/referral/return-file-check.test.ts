import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, type IsoDate } from '../../policy/calendar.ts';
import { ClosureReason, type Decision, type Loop } from '../../referral/decision.ts';
import { checkRows, inOrder, readReturnFile } from '../../referral/return-file.ts';
import type { CheckedRow, KnownReferral, ToldRow } from '../../referral/return-file.ts';
import type { RequestStatus } from '../../referral/status.ts';
import { bytesOf, header, names, number, row } from './return-rows.ts';

const filedOn = '2026-11-20';
const today = '2026-12-04';
const provider = { name: 'Hope Care', phone: '(951) 555-0170' };

type Set = Partial<Omit<RequestStatus, 'programme'>>;
type Recorded = readonly (readonly [loop: Loop, on: IsoDate])[];

/** A request that was approved on Monday, 23 November, with the steps that were recorded since. */
function request(programme: RequestStatus['programme'], recorded: Recorded = [], set: Set = {}) {
  const last = recorded.at(-1);
  return {
    status: {
      programme,
      decision: 'approved' as Decision,
      decidedOn: '2026-11-23' as IsoDate,
      noticeMailedOn: null,
      loop: last?.[0] ?? null,
      loopOn: last?.[1] ?? null,
      provider: null,
      ...set,
    },
    recorded: recorded.map(([loop, on]) => ({ loop, on })),
  };
}

function knows(...requests: KnownReferral['requests']): ReadonlyMap<string, KnownReferral> {
  return new Map([[number, { filedOn, requests }]]);
}
const approved = knows(request('ecm'), request('medicallyTailoredMeals'));

async function rowsIn(...lines: readonly string[]): Promise<readonly ToldRow[]> {
  const file = await readReturnFile(bytesOf([header, ...lines].join('\n')), names);
  return file.kind === 'rows' ? file.rows : assert.fail(file.problem.code);
}

/** What each row comes to, in short: `2 record pending>accepted`, `3 already`, `4 date:future`. */
function summary(checked: readonly CheckedRow[]): readonly string[] {
  return checked.map((one) => {
    switch (one.kind) {
      case 'record':
        return `${one.row} record ${one.from?.state ?? ''}>${one.event.what.loop.state}`;
      case 'already':
        return `${one.row} already`;
      case 'wrong':
        return `${one.row} ${one.problems.map(({ column, code, rows }) => [`${column ?? 'row'}:${code}`, ...(rows ?? [])].join(' ')).join()}`;
    }
  });
}

const told = async (
  known: ReadonlyMap<string, KnownReferral>,
  ...lines: readonly string[]
): Promise<readonly string[]> => summary(checkRows(await rowsIn(...lines), known, today));

const closed = (reason = 'Services Received') => ({ status: 'Referral Loop Closed', reason });
const accepted: Loop = { state: 'accepted' };

describe('The rows of a return file, held against what is known', () => {
  it('are steps to record, one after the other by their days, whatever their order in the file', async () => {
    const lines = [
      row({ date: '12/02/2026', ...closed() }),
      row({ date: '11/30/2026', status: 'Outreach Initiated' }),
      row({ date: '11/24/2026' }),
      row({ date: '11/24/2026', status: 'Pending' }),
    ];
    assert.deepEqual(await told(approved, ...lines), [
      '2 record outreachInitiated>closed',
      '3 record accepted>outreachInitiated',
      '4 record pending>accepted',
      '5 record >pending',
    ]);
  });

  it('follow each request of one referral by itself', async () => {
    const lines = [row({ ...closed() }), row({ program: 'medicallyTailoredMeals' })];
    assert.deepEqual(await told(approved, ...lines), ['2 record >closed', '3 record >accepted']);
  });

  it('need no programme where the referral asks for one only', async () => {
    const alone = knows(request('medicallyTailoredMeals'));
    const [checked] = checkRows(await rowsIn(row({ program: '' })), alone, today);
    assert.equal(checked?.kind === 'record' && checked.event.programme, 'medicallyTailoredMeals');
    assert.deepEqual(await told(approved, row({ program: '' })), ['2 program:programNeeded']);
  });

  it('leave who will call as the desk has set it', async () => {
    const [checked] = checkRows(await rowsIn(row()), knows(request('ecm', [], { provider })), today);
    assert.deepEqual(checked?.kind === 'record' && checked.event.what, {
      kind: 'loop',
      loop: accepted,
      on: '2026-11-24',
      provider,
    });
  });

  const after = (state: 'pending' | 'accepted' | 'declined' | 'outreachInitiated') =>
    knows(request('ecm', [[{ state }, '2026-11-26']]));
  const afterClosed = knows(request('ecm', [[{ state: 'closed', reason: 'servicesReceived' }, '2026-11-26']]));
  const later = '11/27/2026';
  const sameDay = '11/26/2026';
  const edges: readonly [what: string, known: ReadonlyMap<string, KnownReferral>, line: string, comes: string][] = [
    ['a number that is not ours', new Map(), row(), 'number:unknownReferral'],
    ['a programme that was not asked for', knows(request('respite')), row(), 'program:programNotAsked'],
    ['today', approved, row({ date: '12/04/2026' }), 'record >accepted'],
    ['tomorrow', approved, row({ date: '12/05/2026' }), 'date:future'],
    ['the day of the approval', approved, row({ date: '11/23/2026' }), 'record >accepted'],
    ['the day before the approval', approved, row({ date: '11/22/2026' }), 'date:beforeApproval'],
    ['the day before the filing', approved, row({ date: '11/19/2026' }), 'date:beforeFiling'],
    ['the same step again', after('accepted'), row({ date: sameDay }), 'already'],
    ['the same step on a later day', after('accepted'), row({ date: later }), 'record accepted>accepted'],
    ['the next step', after('pending'), row({ date: later }), 'record pending>accepted'],
    ['the next step on the same day', after('pending'), row({ date: sameDay }), 'record pending>accepted'],
    ['the next step on an earlier day', after('pending'), row({ date: '11/25/2026' }), 'date:older'],
    ['a step back', after('outreachInitiated'), row({ date: later }), 'status:backward'],
    ['a step back on the same day', after('outreachInitiated'), row({ date: sameDay }), 'status:backward'],
    ['a no after a yes', after('accepted'), row({ date: later, status: 'Declined' }), 'record accepted>declined'],
    ['a no on the day of a yes', after('accepted'), row({ date: sameDay, status: 'Declined' }), 'status:contradicts'],
    ['a no after outreach', after('outreachInitiated'), row({ date: later, status: 'Declined' }), 'status:backward'],
    ['another provider', after('declined'), row({ date: later, status: 'Pending' }), 'record declined>pending'],
    ['pending on the day of a no', after('declined'), row({ date: sameDay, status: 'Pending' }), 'status:backward'],
    ['a yes on the day of a no', after('declined'), row({ date: sameDay }), 'status:contradicts'],
    ['the same closing again', afterClosed, row({ date: sameDay, ...closed() }), 'already'],
    ['a closing for another reason', afterClosed, row({ date: sameDay, ...closed('Other') }), 'status:closedAlready'],
    ['a later closing', afterClosed, row({ date: later, ...closed() }), 'status:closedAlready'],
    ['a step after the closing', afterClosed, row({ date: later }), 'status:closedAlready'],
  ];
  for (const [what, known, line, comes] of edges) {
    it(`take ${what} as: ${comes}`, async () => assert.deepEqual(await told(known, line), [`2 ${comes}`]));
  }

  const decisions: readonly [decision: Decision, comes: string][] = [
    ['pending', 'number:notApproved'],
    ['pendingInfo', 'number:notApproved'],
    ['denied', 'number:notApproved'],
    ['void', 'number:notApproved'],
    ['withdrawn', 'number:notApproved'],
    ['approved', 'record >accepted'],
    ['approvedModified', 'record >accepted'],
  ];
  for (const [decision, comes] of decisions) {
    it(`take a step of a request that is ${decision} as: ${comes}`, async () => {
      assert.deepEqual(await told(knows(request('ecm', [], { decision })), row()), [`2 ${comes}`]);
    });
  }

  it('are taken once, though they stand there twice', async () => {
    assert.deepEqual(await told(approved, row(), row({ date: '2026-11-24' })), ['2 record >accepted', '3 already']);
  });

  it('are not taken, neither of two, where both cannot be true', async () => {
    const lines = [row({ ...closed() }), row({ ...closed('Other') }), row({ status: 'Pending' })];
    assert.deepEqual(await told(approved, ...lines), [
      '2 status:contradicts 3',
      '3 status:contradicts 2',
      '4 record >pending',
    ]);
    assert.deepEqual((await told(approved, row(), row({ status: 'Declined' }))).length, 2);
    assert.deepEqual((await told(approved, row(), row({ status: 'Declined' })))[0], '2 status:contradicts 3');
  });

  it('do not hold each other up: a wrong one is passed over', async () => {
    const lines = [row({ date: '01/01/2027' }), row(), row({ number: '19999999999999' })];
    assert.deepEqual(await told(approved, ...lines), [
      '2 date:future',
      '3 record >accepted',
      '4 number:unknownReferral',
    ]);
  });

  it('change nothing the second time, whatever stands in the file and whatever was recorded before', () => {
    const loop: fc.Arbitrary<Loop> = fc.oneof(
      fc
        .constantFrom(...(['accepted', 'declined', 'pending', 'outreachInitiated'] as const))
        .map((state) => ({ state })),
      fc.constantFrom(...ClosureReason.options).map((reason) => ({ state: 'closed' as const, reason })),
    );
    const day = fc.integer({ min: -1, max: 6 }).map((days) => addDays('2026-11-23', days));
    const rows = fc.array(fc.tuple(loop, day), { maxLength: 8 });
    fc.assert(
      fc.property(rows, rows, (before, file) => {
        const first = record(knows(request('ecm')), before);
        const second = record(first.known, file);
        const third = record(second.known, file);
        assert.deepEqual(
          third.checked.filter(({ kind }) => kind === 'record'),
          [],
        );
        // And nothing was ever taken that goes back in time.
        const days = second.known.get(number)?.requests[0]?.recorded.map(({ on }) => on) ?? [];
        assert.deepEqual(days, [...days].sort());
      }),
      { numRuns: 1000 },
    );
  });
});

type Known = ReadonlyMap<string, KnownReferral>;

/** Records a file as the desk does. */
function record(known: Known, file: Recorded): { readonly known: Known; readonly checked: readonly CheckedRow[] } {
  const rows = file.map(([loop, on], at): ToldRow => {
    return { row: at + 2, kind: 'step', step: { number, programme: 'ecm', loop, on } };
  });
  const checked = checkRows(rows, known, today);
  const events = checked
    .flatMap((one) => (one.kind === 'record' ? [{ row: one.row, ...one.event.what }] : []))
    .sort(inOrder);
  const recorded = known.get(number)?.requests[0]?.recorded ?? [];
  const all = [...recorded, ...events].map(({ loop, on }) => [loop, on] as const);
  return { known: knows(request('ecm', all)), checked };
}
