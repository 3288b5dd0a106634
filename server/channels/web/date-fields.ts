/** A date in three fields, in the order in which Californians write it; and how those fields are read. */
import { isIsoDate, type IsoDate } from '../../../policy/calendar.ts';
import { asciiDigits } from './digits.ts';
import { html, type Html } from './html.ts';
import { label } from './phrase.ts';
import type { Voice } from './voice.ts';

export type DateParts = { readonly month: string; readonly day: string; readonly year: string };

const order = [
  ['month', 'bday-month', 2],
  ['day', 'bday-day', 2],
  ['year', 'bday-year', 4],
] as const;

export function dateFields(
  voice: Voice,
  filled: { readonly typed: DateParts | null; readonly trouble: unknown },
): Html {
  const { typed, trouble } = filled;
  const wrong = trouble ? html`aria-invalid="true" aria-describedby="trouble"` : html`aria-describedby="date-hint"`;
  return html`<p class="hint" id="date-hint">${label('page.ask.dateHint', voice)}</p>
    <div class="date-fields">
      ${order.map(
        ([part, autocomplete, size]) =>
          html`<div>
            <label for="${part}">${label(`page.ask.${part}`, voice)}</label>
            <input
              id="${part}"
              name="${part}"
              inputmode="numeric"
              maxlength="20"
              size="${size}"
              dir="ltr"
              autocomplete="${autocomplete}"
              value="${typed?.[part]}"
              ${wrong}
            />
          </div>`,
      )}
    </div>`;
}

/** A date that exists; `missing` where a field is empty, `wrong` where there is no such day. Two digits are no year. */
export function readDate({ month, day, year }: DateParts): IsoDate | 'missing' | 'wrong' {
  const [m, d, y] = [month, day, year].map((part) => asciiDigits(part).trim());
  if (!m || !d || !y) return 'missing';
  if (!/^\d{1,2}$/.test(m) || !/^\d{1,2}$/.test(d) || !/^\d{4}$/.test(y)) return 'wrong';
  const date = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isIsoDate(date) && y >= '1880' ? date : 'wrong';
}
