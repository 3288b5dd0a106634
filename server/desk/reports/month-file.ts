/** A month's file: one row for each programme asked for, with the closed-loop elements (docs/month-file.md). */
import { isOpen } from '../../../referral/decision.ts';
import { addDays, type IsoDate } from '../../../policy/calendar.ts';
import { decisionDue } from '../../../referral/decision-due.ts';
import { headings } from '../../../referral/return-file.ts';
import { reasonNames, statusNames } from '../../../referral/return-file/cells.ts';
import { csvFile, type CsvColumn } from './csv.ts';
import { formatDigits } from '../../../locales/format.ts';
import { isoMinute } from '../desk-time.ts';
import { languageName, programmeName } from '../names.ts';
import type { Period, ReportedRequest, ReportStore } from './report-store.ts';
import { words } from '../words.ts';

/** The first and the last day of a month, `YYYY-MM`; null for what is none. */
export function periodOf(month: string): Period | null {
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) return null;
  const first = `${month}-01` as IsoDate;
  const next = addDays(first, 31).slice(0, 7);
  return { first, last: addDays(`${next}-01` as IsoDate, -1) };
}

/** Sobering Centers are exempt from the closed loop (DHCS, Closed-Loop Referral FAQs). */
const isTracked = ({ programme }: ReportedRequest): boolean => programme !== 'soberingCenters';

/** All requests that were filed in a period, the earliest first; of those that the closed loop is for. */
export async function requestsIn(store: ReportStore, period: Period, by: string): Promise<readonly ReportedRequest[]> {
  const requests: ReportedRequest[] = [];
  let after: string | null = null;
  do {
    const part: Awaited<ReturnType<ReportStore['filedIn']>> = await store.filedIn(period, after, by);
    requests.push(...part.requests.filter(isTracked));
    after = part.next;
  } while (after !== null);
  return requests.sort((one, other) => (one.filedAt < other.filedAt ? -1 : one.filedAt > other.filedAt ? 1 : 0));
}

export const monthFile = (requests: readonly ReportedRequest[]): string => csvFile(requests, columns);

const maybe = (date: IsoDate | null): string => (date === null ? '' : stateDate(date));

/** As the State writes the day of a status: MM/DD/YYYY. */
const stateDate = (date: IsoDate): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;

/** The wall time in California. */
function stateTime(instant: string | null): string {
  if (instant === null) return '';
  const { day, time } = isoMinute(instant);
  return `${stateDate(day)} ${time}`;
}

const { yes, no } = words.referral;

const columns: readonly CsvColumn<ReportedRequest>[] = [
  // In groups, or a spreadsheet rounds it.
  { heading: headings.number, cell: ({ number }) => formatDigits(number) },
  { heading: headings.program, cell: ({ programme }) => programmeName(programme) },
  { heading: headings.status, cell: ({ loop }) => (loop ? statusNames[loop.state] : '') },
  { heading: headings.date, cell: ({ loopOn }) => maybe(loopOn) },
  { heading: headings.reason, cell: ({ loop }) => (loop?.state === 'closed' ? reasonNames[loop.reason] : '') },
  { heading: 'Filed', cell: ({ filedAt }) => stateTime(filedAt) },
  { heading: 'Received', cell: ({ receivedAt }) => stateTime(receivedAt) },
  { heading: 'Decide By', cell: ({ programme, filedOn }) => stateDate(decisionDue(programme, filedOn)) },
  { heading: 'Decision', cell: ({ decision }) => words.decisions[decision] },
  { heading: 'Decided', cell: ({ decision, decidedOn }) => (isOpen(decision) ? '' : maybe(decidedOn)) },
  { heading: 'Decision Recorded', cell: ({ recordedAt }) => stateTime(recordedAt) },
  { heading: 'Notice Mailed', cell: ({ noticeMailedOn }) => maybe(noticeMailedOn) },
  { heading: 'Source', cell: ({ relation }) => (relation === 'self' ? 'member' : 'helper') },
  { heading: 'Helper Relation', cell: ({ relation }) => (relation === 'self' ? '' : words.filer.relations[relation]) },
  { heading: 'Helper Organization', cell: ({ organization }) => organization ?? '' },
  { heading: 'Channel', cell: ({ channel }) => words.referral.channels[channel] },
  { heading: 'Language', cell: ({ language }) => languageName(language) },
  { heading: 'County', cell: ({ county }) => county ?? '' },
  { heading: 'Asks for Fast', cell: ({ asksForFast }) => (asksForFast ? yes : no) },
];

/** In their order. */
export const monthHeadings: readonly string[] = columns.map(({ heading }) => heading);
