/** Holds a return file against what is stored, and records what it brings. */
import { everySupport } from '../../../policy/catalog.ts';
import { ProgrammeId } from '../../../policy/rule.ts';
import {
  checkRows,
  inOrder,
  plain,
  type CheckedRow,
  type KnownReferral,
  type ProgrammeNames,
  type ToldRow,
} from '../../../referral/return-file.ts';
import type { IsoDate } from '../../../policy/calendar.ts';
import { loopSinceApproval } from '../../../referral/changes.ts';
import type { DeskStore, ReferralFile } from '../desk-store.ts';
import { programmeName } from '../names.ts';

type Store = Pick<DeskStore, 'referrals' | 'referral' | 'record'>;

/** So many referrals at once: they share a commit, and no member waits long for it. */
const atOnce = 20;

/** Programmes by our ids, by their English names with or without what stands in brackets, and by other names in print. */
export const programmeNames: ProgrammeNames = new Map(
  [
    ...everySupport.flatMap(({ id, alsoCalled }) => (alsoCalled ?? []).map(({ name }) => [name, id] as const)),
    ...ProgrammeId.options.flatMap((id) => {
      const name = programmeName(id);
      return [id, name, name.replace(/ \(.*\)$/, '')].map((one) => [one, id] as const);
    }),
  ].map(([name, id]) => [plain(name), id]),
);

/** What each row would change as of today. Only referrals that stand here are opened, each with its line of the audit log. */
export async function check(
  rows: readonly ToldRow[],
  store: Store,
  by: string,
  today: IsoDate,
): Promise<readonly CheckedRow[]> {
  const told = new Set(rows.flatMap((row) => (row.kind === 'step' ? [row.step.number] : [])));
  const numbers = (await store.referrals(by)).map(({ number }) => number).filter((number) => told.has(number));
  const known = new Map<string, KnownReferral>();
  await inParts(numbers, async (number) => {
    const file = await store.referral(number, by);
    if (file) known.set(number, knownOf(file));
  });
  return checkRows(rows, known, today);
}

/**
 * Records the rows that were shown as to be recorded, and still are. What has come between, by hand or by another
 * file, is found by checking once more; a row that was wrong when it was shown is left alone.
 */
export async function record(
  shown: readonly CheckedRow[],
  store: Store,
  by: string,
  today: IsoDate,
): Promise<readonly CheckedRow[]> {
  const again = await check(shown.flatMap(asTold), store, by, today);
  const outcomes = new Map(again.map((row) => [row.row, row]));
  const refused = new Set<number>();
  await inParts([...byReferral(again).values()], async (group) => {
    // Asked for in the order of their days without a pause: nothing comes between, and they are told as one.
    const done = group.map(async ({ row, number, event }) => {
      if (!(await store.record(number, event, by))) refused.add(row);
    });
    await Promise.all(done);
  });
  return shown.map((row) => {
    const outcome = outcomes.get(row.row) ?? row;
    return refused.has(row.row)
      ? { row: row.row, kind: 'wrong', problems: [{ column: 'number', code: 'notApproved' }] }
      : outcome;
  });
}

type ToRecord = Extract<CheckedRow, { readonly kind: 'record' }>;

function asTold(row: CheckedRow): readonly ToldRow[] {
  if (row.kind !== 'record') return [];
  const { programme, what } = row.event;
  return [{ row: row.row, kind: 'step', step: { number: row.number, programme, loop: what.loop, on: what.on } }];
}

function byReferral(rows: readonly CheckedRow[]): ReadonlyMap<string, readonly ToRecord[]> {
  const groups = new Map<string, ToRecord[]>();
  for (const row of rows) {
    if (row.kind === 'record') groups.set(row.number, [...(groups.get(row.number) ?? []), row]);
  }
  for (const group of groups.values()) group.sort((one, other) => inOrder(dated(one), dated(other)));
  return groups;
}

const dated = ({ row, event: { what } }: ToRecord): Parameters<typeof inOrder>[0] => ({ ...what, row });

function knownOf({ referral, status, events }: ReferralFile): KnownReferral {
  return {
    filedOn: referral.filedOn,
    requests: status.map((one) => ({
      status: one,
      recorded: loopSinceApproval(
        events.filter(({ programme }) => programme === one.programme).map(({ what }) => what),
      ),
    })),
  };
}

async function inParts<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += atOnce) await Promise.all(all.slice(at, at + atOnce).map(act));
}
