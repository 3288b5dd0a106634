/** What the rows of a return file would change, against what is known: a step to record, nothing new, or what is wrong. */
import type { IsoDate } from '../../policy/calendar.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import { isApproved, type Loop } from '../decision.ts';
import type { RequestStatus } from '../status.ts';
import type { ToldRow, ToldStep } from './cells.ts';
import type { RowCode, RowProblem } from './problem.ts';

type Told = { readonly loop: Loop; readonly on: IsoDate };

/** A referral that stands here, as far as the rows are held against it. */
export type KnownReferral = {
  readonly filedOn: IsoDate;
  readonly requests: readonly {
    readonly status: RequestStatus;
    /** The steps that were recorded since the approval. */
    readonly recorded: readonly Told[];
  }[];
};

/** A step of the loop as it is recorded. */
export type LoopEvent = {
  readonly programme: ProgrammeId;
  readonly what: { readonly kind: 'loop'; readonly loop: Loop; readonly on: IsoDate } & Pick<RequestStatus, 'provider'>;
};

export type CheckedRow = { readonly row: number } & (
  | {
      readonly kind: 'record';
      readonly number: string;
      /** Where the request stands before this row; null: no step yet. */
      readonly from: Loop | null;
      readonly event: LoopEvent;
    }
  | { readonly kind: 'already'; readonly number: string; readonly programme: ProgrammeId; readonly told: Told }
  | { readonly kind: 'wrong'; readonly problems: readonly RowProblem[] }
);

/** Gives one for each row, in the order of the file. The rows of one request are taken by their days. */
export function checkRows(
  rows: readonly ToldRow[],
  known: ReadonlyMap<string, KnownReferral>,
  today: IsoDate,
): readonly CheckedRow[] {
  const checked: CheckedRow[] = [];
  const requests = new Map<string, Placed[]>();
  for (const told of rows) {
    if (told.kind === 'wrong') checked.push(told);
    else {
      const placed = place(told.row, told.step, known.get(told.step.number));
      if (placed.kind === 'wrong') checked.push(placed);
      else requests.set(placed.key, [...(requests.get(placed.key) ?? []), placed]);
    }
  }
  for (const group of requests.values()) checked.push(...follow(group, today));
  return checked.sort((one, other) => one.row - other.row);
}

/** The order in which the steps of one request came about: by day, then along the way, then as the file has them. */
export function inOrder(one: Told & { readonly row: number }, other: Told & { readonly row: number }): number {
  return compare(one.on, other.on) || rank(one) - rank(other) || one.row - other.row;
}

type Placed = {
  readonly kind: 'placed';
  readonly row: number;
  /** One request of one referral. */
  readonly key: string;
  readonly number: string;
  readonly told: Told;
  readonly filedOn: IsoDate;
  readonly request: KnownReferral['requests'][number];
};
type Wrong = Extract<CheckedRow, { readonly kind: 'wrong' }>;

const wrong = (row: number, column: RowProblem['column'], code: RowCode, rows?: readonly number[]): Wrong => ({
  row,
  kind: 'wrong',
  problems: [rows ? { column, code, rows } : { column, code }],
});

/** Finds the request that a row is about. */
function place(row: number, step: ToldStep, referral: KnownReferral | undefined): Placed | Wrong {
  if (!referral) return wrong(row, 'number', 'unknownReferral');
  const { requests, filedOn } = referral;
  if (step.programme === null && requests.length > 1) return wrong(row, 'program', 'programNeeded');
  const request = requests.find(({ status }) => step.programme === null || status.programme === step.programme);
  if (!request) return wrong(row, 'program', 'programNotAsked');
  const { number, loop, on } = step;
  const key = `${number} ${request.status.programme}`;
  return { kind: 'placed', row, key, number, told: { loop, on }, filedOn, request };
}

/** The rows of one request, each held against what the ones before it have made of it. */
function follow(group: readonly Placed[], today: IsoDate): readonly CheckedRow[] {
  const ordered = [...group].sort((one, other) =>
    inOrder({ ...one.told, row: one.row }, { ...other.told, row: other.row }),
  );
  let present: Present | undefined;
  const recorded = [...(group[0]?.request.recorded ?? [])];
  return ordered.map((placed): CheckedRow => {
    const { row, number, told, request } = placed;
    const { programme, provider } = request.status;
    present ??= { loop: request.status.loop, on: request.status.loopOn };
    const others = group.filter((other) => contradict(told, other.told)).map((other) => other.row);
    if (others.length > 0) return wrong(row, 'status', 'contradicts', others);
    if (recorded.some((one) => isSame(one, told))) return { row, kind: 'already', number, programme, told };
    const problem = problemWithDay(placed, today) ?? problemAfter(present, told);
    if (problem) return wrong(row, ...problem);

    const from = present.loop;
    present = told;
    recorded.push(told);
    return { row, kind: 'record', number, from, event: { programme, what: { kind: 'loop', ...told, provider } } };
  });
}

type Problem = readonly [column: RowProblem['column'], code: RowCode];

function problemWithDay({ told: { on }, filedOn, request: { status } }: Placed, today: IsoDate): Problem | null {
  if (on > today) return ['date', 'future'];
  if (on < filedOn) return ['date', 'beforeFiling'];
  if (!isApproved(status.decision)) return ['number', 'notApproved'];
  return status.decidedOn !== null && on < status.decidedOn ? ['date', 'beforeApproval'] : null;
}

type Present = { readonly loop: Loop | null; readonly on: IsoDate | null };

function problemAfter({ loop, on }: Present, told: Told): Problem | null {
  if (!loop) return null;
  if (loop.state === 'closed') return ['status', 'closedAlready'];
  if (on !== null && told.on < on) return ['date', 'older'];
  if (on !== null && contradict({ loop, on }, told)) return ['status', 'contradicts'];
  // Once one provider has declined, the plan may find another on a later day, and it all begins again.
  const beginsAgain = loop.state === 'declined' && told.on !== on;
  return !beginsAgain && rank(told) < rank({ loop }) ? ['status', 'backward'] : null;
}

/** How far each step is along the way; a provider says either yes or no. */
const ranks: Readonly<Record<Loop['state'], number>> = {
  pending: 0,
  accepted: 1,
  declined: 1,
  outreachInitiated: 2,
  closed: 3,
};
const rank = ({ loop }: Pick<Told, 'loop'>): number => ranks[loop.state];

/** Both cannot be true of one day: a yes and a no, or two reasons. */
function contradict(one: Told, other: Told): boolean {
  return one.on === other.on && rank(one) === rank(other) && !isSame(one, other);
}

function isSame(one: Told, other: Told): boolean {
  return one.on === other.on && one.loop.state === other.loop.state && reasonOf(one) === reasonOf(other);
}

const reasonOf = ({ loop }: Told): string | null => (loop.state === 'closed' ? loop.reason : null);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
