/** A queue of referrals as a file: what a worker sees in its list. */
import type { IsoDate } from '../../../policy/calendar.ts';
import { formatDigits } from '../../../locales/format.ts';
import { csvFile, type CsvColumn } from './csv.ts';
import type { ReferralRow } from '../desk-store.ts';
import { isoMinute } from '../desk-time.ts';
import { languageName, programmeName } from '../names.ts';
import { due } from '../queues/queue.ts';
import { words } from '../words.ts';

/** Days and times as YYYY-MM-DD and HH:MM, California's. */
export function queueFile(rows: readonly ReferralRow[], today: IsoDate): string {
  return csvFile(rows, columnsOn(today));
}

const yesOrNo = (isSo: boolean): string => (isSo ? words.referral.yes : words.referral.no);

const time = (instant: string): string => {
  const { day, time } = isoMinute(instant);
  return `${day} ${time}`;
};

function columnsOn(today: IsoDate): readonly CsvColumn<ReferralRow>[] {
  const { table, flags, export: w } = words;
  return [
    // In groups, or a spreadsheet rounds it.
    { heading: w.number, cell: ({ number }) => formatDigits(number) },
    { heading: table.filed, cell: ({ filedAt }) => time(filedAt) },
    { heading: w.received, cell: ({ receivedAt }) => (receivedAt === null ? '' : time(receivedAt)) },
    { heading: table.due, cell: (row) => due(row) ?? '' },
    { heading: table.overdue, cell: (row) => yesOrNo((due(row) ?? today) < today) },
    { heading: table.name, cell: ({ name }) => name },
    { heading: table.language, cell: ({ language }) => languageName(language) },
    { heading: table.programme, cell: ({ requests }) => requests.map(request).join('; ') },
    { heading: flags.confidential, cell: ({ confidential }) => yesOrNo(confidential) },
    { heading: flags.doNotContact, cell: ({ doNotContact }) => yesOrNo(doNotContact) },
    { heading: flags.fast, cell: ({ asksForFast }) => yesOrNo(asksForFast) },
    { heading: flags.helper, cell: ({ byHelper }) => yesOrNo(byHelper) },
  ];
}

function request({ programme, decision, loop }: ReferralRow['requests'][number]): string {
  return `${programmeName(programme)}: ${words.decisions[decision]}${loop ? `, ${words.loops[loop.state]}` : ''}`;
}
