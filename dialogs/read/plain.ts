/** A member's text made plain enough to compare: what nobody sees or hears is taken off. */

/** Zeros of the digit blocks that our members' phones can type; each block runs from zero to nine. */
const zeros = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0be6, 0x0e50, 0x0ed0, 0x1040, 0x17e0, 0x16b50, 0x1e140,
];

/** Marks without a sound or a shape: zero-width, bidi, soft hyphen, emoji selectors, keycap frames, tatweel. */
const unseen = /[\p{Cf}\u034f\u0640\u20e3\ufe00-\ufe0f\u180b-\u180f]/gu;

/** A half or a small raised figure is no whole number, and NFKC would make "1½" into "11/2". */
const brokenNumbers = /[\u00bc-\u00be\u2150-\u215f\u2189\u00b2\u00b3\u00b9\u2070-\u2079]/gu;

/** A text that has nothing to be made plain but its case. */
const ascii = /^[\u0020-\u007e]*$/;

/** Digits of any script as 0 to 9; everything else as it was. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

/** The text as typed, without unseen marks, with common forms of letters and digits, in one line. Case and accents stay. */
export function clean(text: string): string {
  const seen = text.replace(unseen, '').replace(brokenNumbers, ' ~ ').normalize('NFKC').replace(unseen, '');
  return asciiDigits(seen)
    .replace(/[’‘ʼ`´′]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

/** `clean`, and in small letters; accents stay. */
export function plain(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(/`/g, "'").replace(/ +/g, ' ').trim();
  return clean(text).toLowerCase().normalize('NFC').replace(/ي/gu, 'ی').replace(/ك/gu, 'ک');
}

/** Without the accents of Latin letters, as most people text: "sí" and "si" are one. Vowel signs of other scripts stay. */
export function bare(text: string): string {
  // Most of what is typed has no accent; to find that out is cheaper than to take it apart.
  if (ascii.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/đ/gu, 'd')
    .normalize('NFC');
}

/** Longer than any answer; what follows would only cost time. */
const longest = { letters: 4000, words: 400 };

/** Most phrases of our own lists: nothing in them has to be made plain. */
const smallWords = /^[a-z]+(?: [a-z]+)*$/;

/**
 * The words, numbers and picture signs of a text, plain and without accents: "I don't (62yo)" is i, dont, 62, yo.
 * "-" between digits, "+", "<" and ">" are kept, because "3-4", "5+" and ">5" say something.
 */
export function tokens(text: string): string[] {
  if (text.length <= longest.letters && smallWords.test(text)) return text.split(' ').slice(0, longest.words);
  const words =
    bare(plain(text.slice(0, longest.letters)))
      .replace(/'/gu, '')
      .replace(/(\d)\s*(?:[-–—−]|\bto\b)\s*(?=\d)/gu, '$1 - ')
      .match(/\p{L}[\p{L}\p{M}]*|\d+|(?<=\d )-(?= \d)|[~<>+]|\p{Extended_Pictographic}/gu) ?? [];
  return words.slice(0, longest.words);
}

/** The words of each part of the text, as its stops and "but" part it. */
export function clauses(text: string): string[][] {
  return plain(text.slice(0, longest.letters))
    .split(/[,.;:!?\n]+|\s(?:but|pero|sino|tab sis|tabsis|tiamsis)\s/u)
    .map(tokens)
    .filter((words) => words.length > 0);
}
