/** All the faces that a set of texts needs, and which signs none of them has. */
import { faceOf, signsIn, type Face, type Weight } from './face.ts';
import { filesFor, type FontFile } from './font-files.ts';
import { clean, hasNoShape, signsOf } from './signs.ts';

export type Typeface = {
  /** The face for one sign, with its accents; undefined where no font has it. Bold where that is to be had. */
  readonly faceFor: (sign: string, weight: Weight) => Face | undefined;
  /** The signs that no font has, each once, in the order of the texts. */
  readonly missing: readonly string[];
};

/** Opens the fonts for these texts. `languages`: whose shapes of Chinese characters are taken where there is a choice. */
export async function typefaceFor(texts: readonly string[], languages: readonly string[]): Promise<Typeface> {
  const faces = new Map<string, Face>();
  const bold = new Map<string, Face>();
  const signs = new Set([...codePointSigns, ...texts.flatMap((text) => signsOf(clean(text)))]);
  const find = finder(languages);
  for (const sign of signs) {
    const face = await find(sign, 400);
    if (!face) continue;
    faces.set(sign, face);
    bold.set(sign, isLatin(sign) ? ((await find(sign, 700)) ?? face) : face);
  }
  return {
    faceFor: (sign, weight) => (weight === 700 ? bold : faces).get(sign),
    missing: [...signs].filter((sign) => !faces.has(sign)),
  };
}

/** What a code point is written with where there is no sign. */
const codePointSigns = Array.from('[U+0123456789ABCDEF]');

/** Headings are ours, in English; only they are bold. */
const isLatin = (sign: string): boolean => /^[\p{sc=Latin}\p{sc=Common}]+$/u.test(sign);

/** Of these texts, the signs that no font has, each once. Opens only fonts that were not looked into before. */
export async function missingIn(texts: readonly string[], languages: readonly string[]): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const sign of new Set(texts.flatMap((text) => signsOf(clean(text))))) {
    if (!(await fileFor(sign, languages))) missing.push(sign);
  }
  return missing;
}

/** Finds the face for a sign; what one text has opened stays open until it is set. */
function finder(languages: readonly string[]): (sign: string, weight: Weight) => Promise<Face | undefined> {
  const opened = new Map<string, Promise<Face>>();
  return async (sign, weight) => {
    const file = await fileFor(sign, languages);
    if (!file) return undefined;
    const key = `${file.path} ${weight}`;
    const face = opened.get(key) ?? faceOf(file, weight);
    opened.set(key, face);
    return face;
  };
}

async function fileFor(sign: string, languages: readonly string[]): Promise<FontFile | undefined> {
  const needed = Array.from(sign)
    .filter((part) => !hasNoShape(part))
    .map((part) => part.codePointAt(0) ?? 0);
  for (const file of filesFor(needed[0] ?? 0x20, languages)) {
    const signs = await signsIn(file);
    if (needed.every((codePoint) => signs.has(codePoint))) return file;
  }
  return undefined;
}
