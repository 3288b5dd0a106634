import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';
import { barChart, type Bars } from '../../server/desk/reports/bar-chart.ts';
import { countWeek, type CountedRow } from '../../server/desk/reports/week.ts';
import { weekPage } from '../../server/desk/reports/week-page.ts';

type Request = CountedRow['requests'][number];
const noon = (day: string) => `${day}T20:00:00.000Z`;
const row = (day: string, language: string, ...requests: Request[]): CountedRow => ({
  filedAt: noon(day),
  language,
  requests,
});
const meals = (decision: Request['decision'], decidedOn: Request['decidedOn'] = null): Request => ({
  programme: 'medicallyTailoredMeals',
  decision,
  decidedOn,
});

/*
 * Sunday 8 November 2026 to Monday 16 November. Veterans Day, the 11th, is no working day: what is filed on Monday the
 * 2nd is due on Monday the 9th; on Tuesday the 3rd, on the 10th; on Wednesday the 4th, on the 12th.
 */
const rows: readonly CountedRow[] = [
  row('2026-11-02', 'en', meals('approved', '2026-11-09')),
  row('2026-11-02', 'en', meals('denied', '2026-11-10')),
  row('2026-11-04', 'es', meals('void', '2026-11-12'), meals('withdrawn', '2026-11-13')),
  row('2026-11-03', 'hmn', meals('pending')),
  row('2026-11-10', 'hmn', meals('pendingInfo', '2026-11-12'), {
    programme: 'homeModifications',
    decision: 'pending',
    decidedOn: null,
  }),
  row('2026-11-12', 'vi', meals('approved', '2026-11-17')),
  row('2026-11-20', 'ar', meals('pending')),
];

describe('the picture of a week', () => {
  it('counts what was filed, answered in time and late, made void, open and overdue, day by day', () => {
    const { days } = countWeek(rows, '2026-11-14');
    assert.deepEqual(
      days.map((one) => [one.day, one.filed, one.inTime, one.late, one.void, one.open, one.overdue]),
      [
        ['2026-11-08', 0, 0, 0, 0, 5, 0],
        ['2026-11-09', 0, 1, 0, 0, 4, 0],
        ['2026-11-10', 2, 0, 1, 0, 5, 0],
        ['2026-11-11', 0, 0, 0, 0, 5, 1],
        ['2026-11-12', 1, 0, 0, 1, 5, 1],
        ['2026-11-13', 0, 0, 0, 0, 4, 1],
        ['2026-11-14', 0, 0, 0, 0, 4, 1],
      ],
    );
  });

  it('counts by language who has filed in these days and who waits, and leaves out whoever comes later', () => {
    assert.deepEqual(countWeek(rows, '2026-11-14').languages, [
      { language: 'hmn', filed: 2, open: 3 },
      { language: 'vi', filed: 1, open: 1 },
    ]);
  });

  it('counts a day as California has it', () => {
    const evening = { filedAt: '2026-11-13T05:00:00.000Z', language: 'en', requests: [meals('pending')] };
    const { days } = countWeek([evening], '2026-11-14');
    assert.equal(days.find(({ filed }) => filed === 1)?.day, '2026-11-12');
  });

  const hostile = '<script>alert(1)</script>&"\' \u202eevil\u0000';
  const drawings: readonly Bars[] = (['upright', 'lying'] as const).flatMap((way) => [
    {
      id: 'one',
      way,
      title: hostile,
      description: hostile,
      labels: ['Mon 11/9', hostile],
      series: [
        { look: 'plain', values: [3, 0] },
        { look: 'striped', values: [1, 200] },
      ],
    },
    { id: 'none', way, title: 'none', description: 'none', labels: [], series: [{ look: 'plain', values: [] }] },
    {
      id: 'nil',
      way,
      title: 'nil',
      description: 'nil',
      labels: ['a', 'b'],
      series: [{ look: 'plain', values: [0, 0] }],
    },
  ]);

  it('is drawn as whole XML with a name, also of nothing and of hostile words, and without a style or a script', () => {
    for (const bars of drawings) {
      const { names, texts } = parsed(barChart(bars).source);
      assert.equal(names[0], 'svg');
      assert.equal(texts[0]?.trim() !== '', true, 'no title');
      assert.equal(names.includes('script') || names.includes('style'), false);
      assert.doesNotMatch(barChart(bars).source, /\bstyle=|\bon\w+=|NaN|Infinity/);
    }
  });

  it('draws each bar as long as its number, one kind on top of the other, and nothing for nothing', () => {
    const bars = { ...drawings[0]!, labels: ['Mon 11/9', 'Tue 11/10'] };
    const rects = parsed(barChart(bars).source).rects;
    const heights = rects.map(({ height }) => Number(height));
    assert.equal(rects.length, 3, 'three numbers are more than nothing');
    assert.ok(Math.abs(heights[2]! - 114) < 0.2, 'the most is as high as the picture');
    assert.ok(Math.abs(heights[0]! / heights[2]! - 3 / 200) < 0.002, String(heights[0]));
    assert.equal(Number(rects[1]!['y']) < Number(rects[0]!['y']), true, 'late stands on top');
  });

  it('has every number in a table too, and one name for each thing on the page', () => {
    const page = weekPage({ week: countWeek(rows, '2026-11-14'), last: '2026-11-14', today: '2026-11-23' }).source;
    const ids = [...page.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, 'two things have one id');
    assert.equal([...page.matchAll(/<table/g)].length, 4);
    assert.equal([...page.matchAll(/role="img"/g)].length, 4);
    const answered = /<section[^>]*answered-heading[^]*?<\/section>/.exec(page)?.[0] ?? '';
    assert.deepEqual(
      [...answered.matchAll(/<th role="columnheader"[^>]*>\s*([^<]*?)\s*</g)].map(([, title]) => title),
      ['Day', 'In time', 'Late', 'void'],
    );
    assert.match(page, /href="\/desk\/week\?ends=2026-11-07"/);
    assert.match(page, /href="\/desk\/week\?ends=2026-11-21"/);
  });
});

function parsed(source: string): { names: string[]; texts: string[]; rects: Readonly<Record<string, string>>[] } {
  const parser = new SaxesParser();
  const [names, texts, rects]: [string[], string[], Readonly<Record<string, string>>[]] = [[], [], []];
  parser.on('opentag', ({ name, attributes }) => {
    names.push(name);
    const { class: look } = attributes;
    if (name === 'rect' && (look === 'plain' || look === 'striped')) rects.push(attributes);
  });
  parser.on('text', (text) => {
    if (text.trim() !== '') texts.push(text);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(source).close();
  return { names, texts, rects };
}
