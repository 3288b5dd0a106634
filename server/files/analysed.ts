/** A paragraph looked into: every sign with its face, its direction, and the places at which a line may end. */
import bidiFactory from 'bidi-js/dist/bidi.mjs';
import type { Face, Weight } from './face.ts';
import { codePointsOf, signsOf } from './signs.ts';
import type { Typeface } from './typeface.ts';

const bidi = bidiFactory();

export type Sign = { readonly at: number; readonly text: string; readonly face: Face; readonly level: number };
export type Paragraph = {
  readonly text: string;
  readonly signs: readonly Sign[];
  /** Which sign begins at a place in the text. */
  readonly indexAt: readonly (number | undefined)[];
  readonly fromRight: boolean;
};

/** Every sign with its face and its level of direction. What no font has stands there by its code points. */
export function analysed(typed: string, typeface: Typeface, weight: Weight): Paragraph {
  const known = signsOf(typed).flatMap((sign) => {
    const face = typeface.faceFor(sign, weight);
    return face ? [{ text: sign, face }] : codePointSigns(sign, (part) => typeface.faceFor(part, weight));
  });
  keepSpacesWithWords(known);
  const text = known.map((sign) => sign.text).join('');
  const base = isMostlyRightToLeft(text) ? 'rtl' : 'ltr';
  const { levels } = bidi.getEmbeddingLevels(text, base);
  let at = 0;
  const signs = known.map((sign) => {
    const level = levels[at] ?? 0;
    at += sign.text.length;
    return { ...sign, at: at - sign.text.length, level };
  });
  const indexAt: number[] = [];
  signs.forEach((sign, index) => (indexAt[sign.at] = index));
  return { text, signs, indexAt, fromRight: base === 'rtl' };
}

/** Words of one script stay one piece: every face has a space. */
function keepSpacesWithWords(signs: { readonly text: string; face: Face }[]): void {
  signs.forEach((sign, at) => {
    const before = signs[at - 1];
    if (sign.text === ' ' && before?.face.signs.has(0x20)) sign.face = before.face;
  });
}

/** By its letters, not by the first of them: an address in California may begin with a word of Arabic. */
function isMostlyRightToLeft(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const fromRight = letters.filter((letter) => /[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(letter));
  return fromRight.length * 2 > letters.length;
}

function codePointSigns(sign: string, faceFor: (part: string) => Face | undefined): { text: string; face: Face }[] {
  return Array.from(codePointsOf(sign)).flatMap((text) => {
    const face = faceFor(text);
    return face ? [{ text, face }] : [];
  });
}

const words = new Intl.Segmenter('en', { granularity: 'word' });
/** Scripts that put no space between words: the dictionary tells where one ends. */
const spaceless = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** The places at which a line may end, the end of the text among them. */
export function breaksIn({ text, indexAt }: Paragraph): readonly number[] {
  const places: number[] = [];
  let before = '';
  for (const { segment, index } of words.segment(text)) {
    const afterGap = /\s$/.test(before) ? !/^\s/.test(segment) : /[/-]$/.test(before) && /^\p{L}/u.test(segment);
    const betweenWords = spaceless.test(before) && spaceless.test(segment);
    if (index > 0 && (afterGap || betweenWords)) places.push(index);
    before = segment;
  }
  return [...places.filter((place) => indexAt[place] !== undefined), text.length];
}
