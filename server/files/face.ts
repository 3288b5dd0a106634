/** One font file, open: which signs it has, how a text is set in it, and as the PDF takes it in. */
import { readFile } from 'node:fs/promises';
import { create, type Font } from 'fontkit';
import { Blob, Buffer as Shaped, Direction, Face as HarfBuzzFace, Font as HarfBuzzFont, shape } from 'harfbuzzjs';
import decompress from 'wawoff2/decompress.js';
import type { FontFile } from './font-files.ts';
import { weighted } from './weighted.ts';

export type Weight = 400 | 700;

/** A glyph as it stands in a line, in thousandths of the type size. */
export type Glyph = {
  readonly id: number;
  /** The letters that it stands for; empty where another glyph of its syllable stands for them. */
  readonly text: string;
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
};

export type Face = {
  /** Unique among faces. */
  readonly name: string;
  readonly signs: ReadonlySet<number>;
  /** Glyphs from left to right, whatever the direction. */
  readonly set: (text: string, isRightToLeft: boolean) => readonly Glyph[];
  readonly font: Font;
};

const open = new Map<string, Promise<Face>>();
/** Enough for a form with names in several scripts; the files are small, and opened again in some 50 ms. */
const most = 32;

/** Opens a font file; the ones used last are kept open. */
export function faceOf(file: FontFile, weight: Weight): Promise<Face> {
  const name = `${file.path} ${weight}`;
  const face = open.get(name) ?? openFace(file, weight, name);
  open.delete(name);
  open.set(name, face);
  // What failed is tried anew the next time; who waits for it hears of it.
  face.catch(() => open.delete(name));
  const [oldest] = open.keys();
  if (open.size > most && oldest !== undefined) open.delete(oldest);
  return face;
}

const known = new Map<string, ReadonlySet<number>>();

/** The code points that a font file has; it is opened for that once. */
export async function signsIn(file: FontFile): Promise<ReadonlySet<number>> {
  const signs = known.get(file.path) ?? (await faceOf(file, 400)).signs;
  known.set(file.path, signs);
  return signs;
}

async function openFace({ path }: FontFile, weight: Weight, name: string): Promise<Face> {
  const bytes = await weighted(await decompress(await readFile(path)), weight);
  const font = create(bytes);
  const face = new HarfBuzzFace(new Blob(bytes));
  const setter = new HarfBuzzFont(face);
  const scale = 1000 / font.unitsPerEm;
  return {
    name,
    font,
    signs: new Set(face.collectUnicodes()),
    set: remembered((text, isRightToLeft) => setText(setter, scale, text, isRightToLeft)),
  };
}

/** A word is measured, placed and drawn: set once for all three. */
function remembered(set: Face['set']): Face['set'] {
  const before = new Map<string, readonly Glyph[]>();
  return (text, isRightToLeft) => {
    const key = `${String(isRightToLeft)} ${text}`;
    const glyphs = before.get(key) ?? set(text, isRightToLeft);
    if (before.size >= mostTexts) before.clear();
    before.set(key, glyphs);
    return glyphs;
  };
}
const mostTexts = 2000;

/**
 * Set by HarfBuzz, as browsers do it: fontkit's own shaping fails on Gurmukhi and on much of Khmer, and puts vowels and
 * tones of Thai in the wrong order.
 */
function setText(font: HarfBuzzFont, scale: number, text: string, isRightToLeft: boolean): readonly Glyph[] {
  const buffer = new Shaped();
  buffer.addText(text);
  buffer.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR);
  buffer.setLanguage('en');
  buffer.guessSegmentProperties();
  shape(font, buffer);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const glyphs = infos.map(({ codepoint: id, cluster }, at) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
    return { id, cluster, xAdvance: xAdvance * scale, xOffset: xOffset * scale, yOffset: yOffset * scale };
  });
  return lettered(glyphs, text);
}

type Placed = Omit<Glyph, 'text'> & { readonly cluster: number };

/**
 * Tells for each glyph which letters it stands for. The broadest of a syllable speaks for it; the vowels and tones over
 * and under it are told by a mark among its glyphs, where there is one: readers take what has such letters as narrow.
 */
function lettered(glyphs: readonly Placed[], text: string): Glyph[] {
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster)), text.length].sort((a, b) => a - b);
  const told = new Map<Placed, string>();
  starts.slice(0, -1).forEach((start, at) => {
    const syllable = glyphs.filter(({ cluster }) => cluster === start);
    const letters = text.slice(start, starts[at + 1]);
    const speaker = syllable.reduce((broadest, glyph) => (glyph.xAdvance > broadest.xAdvance ? glyph : broadest));
    const mark = syllable.find((glyph) => glyph !== speaker && glyph.xAdvance === 0);
    const base = mark ? (/^\P{Mn}+/u.exec(letters)?.[0] ?? letters) : letters;
    told.set(speaker, base);
    if (mark && base !== letters) told.set(mark, letters.slice(base.length));
  });
  return glyphs.map((glyph) => ({ ...glyph, text: told.get(glyph) ?? '' }));
}
