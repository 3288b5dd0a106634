/** One form of a text for comparing: what looks or sounds alike is written alike. Pure, and linear in its length. */

/** A text made ready for comparing; `bare` is the same without accents, for languages that are typed without them. */
export type Normal = { readonly text: string; readonly bare: string };

/**
 * Compatibility forms folded (full-width letters), lower case, invisible marks dropped, quotes straight, spaces one
 * each. For reading only: never shown, never stored.
 */
export function normalize(text: string): Normal {
  if (plain.test(text)) {
    const lower = text
      .toLowerCase()
      .replace(/[\s`]+/g, (found) => (found === '`' ? "'" : ' '))
      .trim();
    return { text: lower, bare: lower };
  }
  const folded = text
    .replace(phrasesInOneLetter, ' ')
    .replace(unseen, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(unseen, '')
    .replace(/[‘’‛ʼ´`′]/gu, "'")
    .replace(/[“”„‟«»″]/gu, '"')
    .replace(/[‐‑‒]/gu, '-')
    .replace(/[يى]/gu, 'ی')
    .replace(/ك/gu, 'ک')
    .replace(/\s+/gu, ' ')
    .trim();
  return { text: folded, bare: withoutAccents(folded) };
}

/** Most messages: nothing to fold but case, spaces and one kind of quote. */
const plain = /^[\x20-\x7e\t\r\n]*$/;

/**
 * Zero-width and bidirectional marks, variation selectors, soft hyphens, and Arabic's stretching and vowel marks.
 * Zero-width characters inside a word break a match (languages.md 6.4).
 */
const unseen =
  /[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\u0640\u064B-\u065F\u0670]/gu;

/** Letters that stand for whole phrases: NFKC makes 18 of one, so a short message would become a long one. */
const phrasesInOneLetter = /[\uFDF0-\uFDFD]/gu;

/** Letters without their marks: a tired thumb types "quiero morir manana". Only Latin letters lose them. */
function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
}
