/** The picture of a week: four charts, each with its numbers as a table. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { addDays, type IsoDate } from '../../../policy/calendar.ts';
import { barChart, legend, type Bars } from './bar-chart.ts';
import { day } from '../desk-time.ts';
import { said } from '../layout.ts';
import { languageName } from '../names.ts';
import { hiddenCaption, table, type Column } from '../table.ts';
import type { Day, Week } from './week.ts';
import { fill, fillHtml, words } from '../words.ts';

const w = words.week;
export const weekPath = '/desk/week';

export type WeekView = { readonly week: Week; readonly last: IsoDate; readonly today: IsoDate };

export function weekPage({ week, last, today }: WeekView): Html {
  const { days } = week;
  const first = addDays(last, -6);
  const later = addDays(last, 7);
  return html`<h1>${w.title}</h1>
    <p class="lead">${fillHtml(w.lead, { from: day(first), to: day(last) })}</p>
    <p class="weeks">
      <a href="${weekPath}?ends=${addDays(last, -7)}">${w.earlier}</a>
      ${last < today && html`<a href="${weekPath}${later < today && `?ends=${later}`}">${later < today ? w.later : w.now}</a>`}
    </p>
    <div class="charts">
      ${chart({
        ...ofDays('filed', w.filed, days, [['plain', ({ filed }) => filed]]),
        table: dayTable(w.filed, days, [[w.filed, ({ filed }) => filed]]),
      })}
      ${chart({
        ...ofDays('answered', w.answered, days, [
          ['plain', ({ inTime }) => inTime],
          ['striped', ({ late }) => late],
        ]),
        more: [
          html`<p class="hint">${w.answeredMore}</p>`,
          legend('answered', [
            ['plain', w.inTime],
            ['striped', w.late],
          ]),
        ],
        table: dayTable(w.answered, days, [
          [w.inTime, ({ inTime }) => inTime],
          [w.late, ({ late }) => late],
          [words.decisions.void, (one) => one.void],
        ]),
      })}
      ${chart({
        ...ofDays('open', w.open, days, [
          ['plain', ({ open, overdue }) => open - overdue],
          ['striped', ({ overdue }) => overdue],
        ]),
        more: legend('open', [
          ['plain', w.openOnly],
          ['striped', w.overdue],
        ]),
        table: dayTable(w.open, days, [
          [w.openOnly, ({ open, overdue }) => open - overdue],
          [w.overdue, ({ overdue }) => overdue],
        ]),
      })}
      ${byLanguage(week)}
    </div>`;
}

type Chart = Omit<Bars, 'description'> & { readonly more?: Fragment; readonly table: Html };

function chart({ more, table: numbers, ...bars }: Chart): Html {
  const heading = `${bars.id}-heading`;
  return html`<section class="chart" aria-labelledby="${heading}">
    <h2 id="${heading}">${bars.title}</h2>
    ${barChart({ ...bars, description: descriptionOf(bars) })} ${more} ${numbers}
  </section>`;
}

function descriptionOf({ title, labels, series }: Omit<Bars, 'description'>): string {
  const totals = labels.map((_, place) => series.reduce((all, { values }) => all + (values[place] ?? 0), 0));
  const most = Math.max(0, ...totals);
  return most === 0
    ? fill(w.nothing, { title })
    : fill(w.chart, { title, most, where: labels[totals.indexOf(most)] ?? '' });
}

type Count = (day: Day) => number;

function ofDays(
  id: string,
  title: string,
  days: readonly Day[],
  series: readonly (readonly [Bars['series'][number]['look'], Count])[],
): Omit<Bars, 'description'> {
  return {
    id,
    title,
    way: 'upright',
    labels: days.map((one) => shortDay.format(new Date(`${one.day}T00:00:00Z`)).replace(',', '')),
    series: series.map(([look, count]) => ({ look, values: days.map(count) })),
  };
}

const shortDay = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'numeric',
});

function dayTable(title: string, days: readonly Day[], counts: readonly (readonly [string, Count])[]): Html {
  const columns: readonly Column<Day>[] = [
    { title: w.day, cell: (one) => day(one.day), names: true },
    ...counts.map(([name, count]): Column<Day> => ({ title: name, cell: count })),
  ];
  return table(days, columns, { caption: hiddenCaption(title) });
}

/** So many bars; the others are one. The table has them all. */
const most = 8;

function byLanguage({ languages }: Week): Html {
  const [shown, rest] = [languages.slice(0, most), languages.slice(most)];
  const others = rest.reduce((all, { open }) => all + open, 0);
  const columns: readonly Column<Week['languages'][number]>[] = [
    { title: w.language, cell: ({ language }) => said(languageName(language)), names: true },
    { title: w.openAtEnd, cell: ({ open }) => open },
    { title: w.filedInWeek, cell: ({ filed }) => filed },
  ];
  return chart({
    id: 'languages',
    title: w.byLanguage,
    way: 'lying',
    labels: [...shown.map(({ language }) => languageName(language)), ...(rest.length > 0 ? [w.others] : [])],
    series: [{ look: 'plain', values: [...shown.map(({ open }) => open), ...(rest.length > 0 ? [others] : [])] }],
    table: table(languages, columns, { caption: hiddenCaption(w.byLanguage) }),
  });
}
