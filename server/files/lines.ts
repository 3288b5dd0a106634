/** Text set in lines: every script in its face, right-to-left where it runs so, broken where it may be. */
import { analysed, breaksIn, type Paragraph } from './analysed.ts';
import { reordered } from './reordered.ts';
import type { Face, Weight } from './face.ts';
import { clean } from './signs.ts';
import type { Typeface } from './typeface.ts';

/** A piece of one face and direction, with where it begins from the left end of the line, in points. */
export type Run = { readonly face: Face; readonly text: string; readonly isRightToLeft: boolean; readonly x: number };
export type Line = {
  /** In reading order: so they are drawn, and so a reader finds them. */
  readonly runs: readonly Run[];
  readonly width: number;
  /** In reading order. */
  readonly text: string;
  /** One of several lines of a paragraph that runs from right to left: it begins at the right. */
  readonly fromRight: boolean;
};
export type Setting = { readonly typeface: Typeface; readonly size: number; readonly weight: Weight };

/** The lines of a text, none wider than `width` points. */
export function linesOf(text: string, width: number, setting: Setting): readonly Line[] {
  return clean(text)
    .split('\n')
    .flatMap((paragraph) => {
      const lines = paragraphLines(paragraph.trim(), width, setting);
      return lines.length > 1 ? lines : lines.map((line) => ({ ...line, fromRight: false }));
    });
}

function paragraphLines(typed: string, width: number, setting: Setting): readonly Line[] {
  const paragraph = analysed(typed, setting.typeface, setting.weight);
  const measure = (from: number, to: number): number =>
    itemsOf(paragraph, from, to).reduce((sum, item) => sum + widthOf(item, setting.size), 0);
  const lines: Line[] = [];
  const end = (from: number, to: number): void => void lines.push(placed(paragraph, from, to, setting.size));
  let start = 0;
  let reached = 0;
  let filled = 0;
  for (const next of breaksIn(paragraph)) {
    const seen = measure(reached, trimmed(paragraph.text, reached, next));
    if (reached > start && filled + seen > width) {
      end(start, reached);
      start = reached;
      filled = 0;
    }
    // A word that is longer than a line is broken between signs.
    while (start === reached && measure(start, trimmed(paragraph.text, start, next)) > width) {
      const cut = longestFit(paragraph, start, next, width, measure);
      end(start, cut);
      start = cut;
      reached = cut;
    }
    filled += measure(reached, next);
    reached = next;
  }
  if (reached > start || lines.length === 0) end(start, reached);
  return lines;
}

type Item = { readonly face: Face; readonly text: string; readonly level: number };

/** Neighbours of one face and level, in reading order. */
function itemsOf({ signs, indexAt }: Paragraph, from: number, to: number): readonly Item[] {
  const items: Item[] = [];
  for (const { text, face, level } of signs.slice(indexAt[from], indexAt[to])) {
    const last = items.at(-1);
    if (last?.face === face && last.level === level) items[items.length - 1] = { ...last, text: last.text + text };
    else items.push({ face, text, level });
  }
  return items;
}

const isRightToLeft = ({ level }: Item): boolean => level % 2 === 1;

function widthOf(item: Item, size: number): number {
  const glyphs = item.face.set(item.text, isRightToLeft(item));
  return (glyphs.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * size) / 1000;
}

function placed(paragraph: Paragraph, from: number, to: number, size: number): Line {
  const end = trimmed(paragraph.text, from, to);
  const items = itemsOf(paragraph, from, end);
  const places = new Map<Item, number>();
  let width = 0;
  for (const item of reordered(items)) {
    places.set(item, width);
    width += widthOf(item, size);
  }
  const runs = items.map((item) => {
    const { face, text } = item;
    return { face, text, isRightToLeft: isRightToLeft(item), x: places.get(item) ?? 0 };
  });
  return { runs, width, text: paragraph.text.slice(from, end), fromRight: paragraph.fromRight };
}

function trimmed(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length;
}

function longestFit(
  { signs }: Paragraph,
  from: number,
  to: number,
  width: number,
  measure: (from: number, to: number) => number,
): number {
  const ends = signs.filter(({ at }) => at > from && at < to).map(({ at }) => at);
  let fits = ends[0] ?? to;
  // From the front: to measure the whole of what is long, again for each line of it, takes minutes.
  for (const end of ends) {
    if (measure(from, end) > width) break;
    fits = end;
  }
  return fits;
}
