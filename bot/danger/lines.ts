/** The telephone lines that danger words name: data, each with a day and a source. */
import type { IsoDate } from '../../policy/calendar.ts';

/** A telephone line that is named to a person in danger. Each is to be called and checked again every month. */
export type DangerLine = { readonly number: string; readonly verifiedOn: IsoDate; readonly source: string };

/** The lines by the gap that they fill. */
export const dangerLines = {
  emergency: {
    number: '911',
    verifiedOn: '2026-11-21',
    source: 'General knowledge; calls are interpreted, texts to 911 in practice only in English',
  },
  lifeline: {
    number: '988',
    verifiedOn: '2026-11-21',
    source:
      'spectrumnews1.com 2023-07-13, weau.com 2023-07-14: text and chat in English and Spanish, other languages by interpreter on calls. "Press 2" and "text AYUDA" for Spanish: general knowledge',
  },
  violenceLine: { number: '1-800-799-7233', verifiedOn: '2026-11-21', source: 'ovc.ojp.gov 2022-01-20' },
  poisonLine: { number: '1-800-222-1222', verifiedOn: '2026-11-21', source: 'General knowledge' },
} as const satisfies Record<string, DangerLine>;
