/** Cuts what does not fit in one message, where a reader would pause. */
import type { Tag } from '../../locales/languages.ts';

/** Pieces that fit, cut between sentences, else between words, else between letters as readers see them. */
export function cut(text: string, language: Tag, fits: (piece: string) => boolean): readonly string[] {
  return cutAt(text, language, fits, ['sentence', 'word', 'grapheme']);
}

type Place = 'sentence' | 'word' | 'grapheme';

function cutAt(
  text: string,
  language: Tag,
  fits: (piece: string) => boolean,
  [place, ...finer]: readonly Place[],
): readonly string[] {
  if (fits(text) || place === undefined) return [text];
  const pieces: string[] = [];
  let current = '';
  for (const { segment } of segmenter(language, place).segment(text)) {
    if (fits((current + segment).trim())) {
      current += segment;
      continue;
    }
    if (current.trim()) pieces.push(current.trim());
    const smaller = cutAt(segment, language, fits, finer);
    pieces.push(...smaller.slice(0, -1));
    current = smaller.at(-1) ?? '';
  }
  return current.trim() ? [...pieces, current.trim()] : pieces;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: Tag, granularity: Place): Intl.Segmenter {
  const id = `${language} ${granularity}`;
  const known = segmenters.get(id) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(id, known);
  return known;
}
