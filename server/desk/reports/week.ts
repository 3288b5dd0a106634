/** What happened in seven days, counted out of the list of referrals: each programme asked for counts once. */
import { addDays, type IsoDate } from '../../../policy/calendar.ts';
import type { ProgrammeId } from '../../../policy/rule.ts';
import { decisionDue } from '../../../referral/decision-due.ts';
import { isOpen, type Decision } from '../../../referral/decision.ts';
import type { ReferralRow } from '../desk-store.ts';
import { californiaDay } from '../desk-time.ts';

export type CountedRow = Pick<ReferralRow, 'filedAt' | 'language'> & {
  readonly requests: readonly {
    readonly programme: ProgrammeId;
    readonly decision: Decision;
    readonly decidedOn: IsoDate | null;
  }[];
};

/** `open` and `overdue` are as of the end of the day; what is overdue is open too. */
export type Day = {
  readonly day: IsoDate;
  readonly filed: number;
  readonly inTime: number;
  readonly late: number;
  /** Made void: closed, and decided neither way. */
  readonly void: number;
  readonly open: number;
  readonly overdue: number;
};

export type Week = {
  /** Seven days, the earliest first. */
  readonly days: readonly Day[];
  /** Who has filed in these days, or waits at their end; most open ones first. */
  readonly languages: readonly { readonly language: string; readonly filed: number; readonly open: number }[];
};

/** The seven days that end with this one. */
export function countWeek(rows: readonly CountedRow[], last: IsoDate): Week {
  // Many are filed on one day, and the plan's holidays are slow to count.
  const dues = new Map<string, IsoDate>();
  const dueOf = (programme: ProgrammeId, filedOn: IsoDate): IsoDate => {
    const known = dues.get(`${programme} ${filedOn}`) ?? decisionDue(programme, filedOn);
    dues.set(`${programme} ${filedOn}`, known);
    return known;
  };
  const all = rows.flatMap(({ filedAt, language, requests }) => {
    const filedOn = californiaDay(filedAt);
    return requests.map((request) => ({ ...request, filedOn, language, due: dueOf(request.programme, filedOn) }));
  });
  const first = addDays(last, -6);
  const days = Array.from({ length: 7 }, (_, place) => countDay(all, addDays(first, place)));
  const languages = [...new Set(all.map(({ language }) => language))].map((language) => {
    const theirs = all.filter((one) => one.language === language);
    return {
      language,
      filed: theirs.filter(({ filedOn }) => filedOn >= first && filedOn <= last).length,
      open: theirs.filter((one) => wasOpen(one, last)).length,
    };
  });
  return {
    days,
    languages: languages
      .filter(({ filed, open }) => filed > 0 || open > 0)
      .sort(
        (one, other) => other.open - one.open || other.filed - one.filed || (one.language < other.language ? -1 : 1),
      ),
  };
}

type Counted = CountedRow['requests'][number] & { readonly filedOn: IsoDate; readonly due: IsoDate };

function countDay(all: readonly Counted[], day: IsoDate): Day {
  const answered = all.filter((one) => isAnswer(one.decision) && one.decidedOn === day);
  const open = all.filter((one) => wasOpen(one, day));
  return {
    day,
    filed: all.filter(({ filedOn }) => filedOn === day).length,
    inTime: answered.filter(({ due }) => day <= due).length,
    late: answered.filter(({ due }) => day > due).length,
    void: all.filter(({ decision, decidedOn }) => decision === 'void' && decidedOn === day).length,
    open: open.length,
    overdue: open.filter(({ due }) => due < day).length,
  };
}

/** A member's own word is no answer of the plan's; a void one is none either: it authorizes nothing and denies nothing. */
const isAnswer = (decision: Decision): boolean => !isOpen(decision) && decision !== 'withdrawn' && decision !== 'void';

/** As of the end of a day. Of what was decided twice, the last decision counts. */
function wasOpen({ filedOn, decision, decidedOn }: Counted, day: IsoDate): boolean {
  if (filedOn > day) return false;
  return isOpen(decision) || (decidedOn !== null && decidedOn > day);
}
