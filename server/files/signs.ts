/** Text as single signs: a letter with its accents, a syllable of Khmer. */

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function signsOf(text: string): readonly string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/**
 * Text as it is set: composed, and on one line but for its paragraphs. Without control characters, and without those
 * that would turn the letters after them around: a name must not be able to disguise what follows it.
 */
export function clean(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/(?!\n)[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]/gu, ' ');
}

/** A joiner, a variation selector, a mark of direction: it changes others and is never seen. */
export const hasNoShape = (part: string): boolean => /^[\p{Default_Ignorable_Code_Point}\n]$/u.test(part);

/** How a sign is shown that no font has: by its code points. */
export function codePointsOf(sign: string): string {
  const parts = Array.from(
    sign,
    (part) => `U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `[${parts.join(' ')}]`;
}
