/** A face as pdfkit takes it in: text is set by HarfBuzz, and each glyph tells which letters it stands for. */
import type { Subset } from 'fontkit';
import type { Face, Glyph } from './face.ts';

/** What pdfkit hands through to the font when it sets a text. */
export type Features = { readonly isRightToLeft: boolean };

/**
 * The same glyph may stand for different letters in different places (a vowel sign in two syllables), and a PDF tells
 * the letters by the glyph's number: so a glyph is taken in once for each text that it stands for.
 */
export function pdfFontOf({ font, set }: Face): object {
  return Object.assign(Object.create(font) as object, {
    layout: (text: string, { isRightToLeft }: Features = { isRightToLeft: false }) => {
      const glyphs = set(text, isRightToLeft).map((glyph) => ({ ...glyph, text: readAs(glyph) }));
      // pdfkit scales what it is given from the font's units to thousandths.
      const unscale = font.unitsPerEm / 1000;
      return {
        glyphs: glyphs.map(({ id, text: letters }) => ({
          id: keyOf(id, letters),
          advanceWidth: font.getGlyph(id).advanceWidth,
          codePoints: Array.from(letters, (letter) => letter.codePointAt(0)),
        })),
        positions: glyphs.map(({ xAdvance, xOffset, yOffset }) => ({
          xAdvance: xAdvance * unscale,
          yAdvance: 0,
          xOffset: xOffset * unscale,
          yOffset: yOffset * unscale,
        })),
        advanceWidth: glyphs.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * unscale,
      };
    },
    createSubset: () => {
      const subset = font.createSubset();
      const include = subset.includeGlyph.bind(subset);
      subset.includeGlyph = (key) => (typeof key === 'number' ? include(key) : includeAs(key, subset));
      return subset;
    },
  });
}

/**
 * A glyph that speaks for no letters of its own would look to readers like a gap, or like a control character: it is
 * read as a joiner, which is nothing to see.
 */
const readAs = ({ text }: Glyph): string => (text === '' ? wordJoiner : text);
const wordJoiner = '\u2060';

const keyOf = (id: number, letters: string): string => `${id}:${letters}`;

function includeAs(key: string, subset: Subset): number {
  const before = subset.mapping[key];
  if (before !== undefined) return before;
  const number = subset.glyphs.push(Number.parseInt(key, 10)) - 1;
  subset.mapping[key] = number;
  return number;
}
