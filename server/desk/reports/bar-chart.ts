/** Bars as SVG, without script or style attributes: looks come from the classes, and stripes tell apart without colour. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';

/** `plain` stands below, `striped` on top of it. */
export type Look = 'plain' | 'striped';

export type Bars = {
  /** Another one for each chart of a page. */
  readonly id: string;
  readonly title: string;
  /** What is heard in place of the picture. */
  readonly description: string;
  readonly labels: readonly string[];
  /** Whole numbers, one for each label. */
  readonly series: readonly { readonly look: Look; readonly values: readonly number[] }[];
  /** Upright, a bar for each label; or lying, with room for longer labels. */
  readonly way: 'upright' | 'lying';
};

/** In units of the drawing: as wide as the narrowest telephone, so that letters never shrink. */
const width = 288;

export function barChart(given: Bars): Html {
  const bars = { ...given, labels: given.labels.map(drawn) };
  const { id, title, description, labels, way } = bars;
  const height = way === 'upright' ? 170 : Math.max(1, labels.length) * 40 + 6;
  return html`<svg
    class="bars"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-labelledby="${id}-title ${id}-description"
    xmlns="http://www.w3.org/2000/svg"
  >
    <title id="${id}-title">${drawn(title)}</title>
    <desc id="${id}-description">${drawn(description)}</desc>
    ${stripes(id)} ${way === 'upright' ? upright(bars) : lying(bars)}
  </svg>`;
}

/** A bar of each kind, with what it stands for: to be read by those who see the picture. */
export function legend(id: string, names: readonly (readonly [look: Look, name: string])[]): Html {
  return html`<ul class="legend">
    ${names.map(
      ([look, name]) =>
        html`<li>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            ${rect({ look, id, x: 1, y: 1, width: 14, height: 14 })}
          </svg>
          ${name}
        </li>`,
    )}
  </ul>`;
}

function stripes(id: string): Html {
  return html`<defs>
    <pattern id="${id}-stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" class="between" />
      <rect width="3" height="6" class="stripe" />
    </pattern>
  </defs>`;
}

type Rect = {
  readonly look: Look;
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

function rect({ look, id, x, y, width, height }: Rect): Fragment {
  const fill = look === 'striped' && html`fill="url(#${id}-stripes)"`;
  return html`<rect
    class="${look}"
    ${fill}
    x="${round(x)}"
    y="${round(y)}"
    width="${round(width)}"
    height="${round(height)}"
  />`;
}

const round = (length: number): number => Math.round(length * 10) / 10;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const totalsOf = ({ labels, series }: Bars): readonly number[] =>
  labels.map((_, place) => sum(series.map(({ values }) => values[place] ?? 0)));

/** The pieces of one bar, each from where the one before ends; what is nothing is not drawn. */
function pieces({ series }: Bars, place: number, scale: number): readonly { look: Look; from: number; to: number }[] {
  let end = 0;
  return series.flatMap(({ look, values }) => {
    const from = end;
    end += (values[place] ?? 0) * scale;
    return end > from ? [{ look, from, to: end }] : [];
  });
}

function upright(bars: Bars): Fragment {
  const [top, floor] = [18, 132];
  const totals = totalsOf(bars);
  const scale = (floor - top) / Math.max(1, ...totals);
  const room = width / Math.max(1, totals.length);
  return [
    totals.map((total, place) => {
      const middle = round((place + 0.5) * room);
      const [weekday = '', ...rest] = (bars.labels[place] ?? '').split(' ');
      return html`<g>
        ${pieces(bars, place, scale).map(({ look, from, to }) =>
          rect({ look, id: bars.id, x: middle - room * 0.35, y: floor - to, width: room * 0.7, height: to - from }),
        )}
        <text x="${middle}" y="${round(floor - total * scale - 5)}" text-anchor="middle">${total}</text>
        <text x="${middle}" y="${floor + 16}" text-anchor="middle">${weekday}</text>
        <text x="${middle}" y="${floor + 32}" text-anchor="middle">${rest.join(' ')}</text>
      </g>`;
    }),
    html`<line class="floor" x1="0" y1="${floor}" x2="${width}" y2="${floor}" />`,
  ];
}

function lying(bars: Bars): Fragment {
  const totals = totalsOf(bars);
  const scale = (width - 40) / Math.max(1, ...totals);
  return totals.map((total, place) => {
    const top = place * 40;
    return html`<g>
      <text x="0" y="${top + 14}">${short(bars.labels[place] ?? '')}</text>
      ${pieces(bars, place, scale).map(({ look, from, to }) =>
        rect({ look, id: bars.id, x: from, y: top + 19, width: to - from, height: 15 }),
      )}
      <text x="${round(total * scale + 5)}" y="${top + 31}">${total}</text>
    </g>`;
  });
}

/** What somebody has written in their own words can be long; the table has all of it. */
function short(label: string): string {
  const letters = Array.from(label);
  return letters.length > 28 ? `${letters.slice(0, 27).join('')}…` : letters.join('');
}

/** Without the signs that XML cannot have, or that turn what follows. */
function drawn(text: string): string {
  return text.replace(/\p{C}/gu, '');
}
