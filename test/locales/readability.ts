/**
 * How hard a text is to read, in English and in Spanish.
 *
 * A programme's name cannot be made plainer, and would drown what is said around it: names and gaps count as one
 * short word.
 */

/** The grade in school that an English text asks for (Flesch-Kincaid). Means something from about 100 words on. */
export function fleschKincaid(text: string, names: readonly string[] = programmeNames): number {
  const { words, sentences: count } = measure(text, names);
  return 0.39 * (words.length / count) + 11.8 * (sum(words.map(englishSyllables)) / words.length) - 15.59;
}

/** How easy a Spanish text is (INFLESZ): 65 is fairly easy, 80 very easy. Not a grade. */
export function inflesz(text: string, names: readonly string[] = programmeNames): number {
  const { words, sentences: count } = measure(text, names);
  return 206.835 - 62.3 * (sum(words.map(spanishSyllables)) / words.length) - words.length / count;
}

/** The sentences of a text, names and gaps masked, without their closing marks. */
export function sentences(text: string, names: readonly string[] = programmeNames): readonly string[] {
  return mask(text, names)
    .split(/[.!?]+(?:\s+|$)|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
}

/** The words of a text as they stand; numbers are words. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}[\p{L}\p{M}'’-]*|\$?\d[\d.,]*/gu) ?? [];
}

/** Names that letters and cards carry; longest first, so that no name hides in another. */
export const programmeNames: readonly string[] = [
  'Short-Term Post-Hospitalization Housing',
  'Housing Transition Navigation Services',
  'Personal Care and Homemaker Services',
  'In-Home Supportive Services (IHSS)',
  'Enhanced Care Management (ECM)',
  'California Community Transitions',
  'Enhanced Care Management',
  'Medically Tailored Meals',
  'Complex Care Management',
  'Transitional Rent',
  'Home Modifications',
  'Community Supports',
  'Recuperative Care',
  'Housing Deposits',
  'Regional Center',
  'Medi-Cal',
  'ECM',
  'IHSS',
  'PACE',
  'WIC',
];

function measure(text: string, names: readonly string[]): { words: readonly string[]; sentences: number } {
  return { words: wordsOf(mask(text, names)), sentences: Math.max(1, sentences(text, names).length) };
}

function mask(text: string, names: readonly string[]): string {
  return names
    .reduce((masked, name) => masked.replaceAll(name, 'it'), text)
    .replace(/\(TTY \{\{tty\}\}\)/gu, '')
    .replace(/\{\{[^}]*\}\}/gu, 'it');
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Groups of vowels, less the endings that are written and not spoken. */
function englishSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/gu, '');
  if (letters.length <= 3) return 1;
  if (letters === 'diabetes') return 4;
  const spoken = letters
    .replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/u, (end) => end.charAt(0))
    .replace(/([^aeiouy])les?$/u, '$1al')
    .replace(/^y/u, '');
  const groups = spoken.match(/[aeiouy]{1,2}/gu)?.length ?? 1;
  const split = spoken.match(/ia(?!l$)|io(?!n)|[aeou]ing$/gu)?.length ?? 0;
  const softEnds = /(?:s|x|z|ch|sh|c|g)es$/u.test(letters) ? 1 : 0;
  return Math.max(1, groups + split + softEnds);
}

/** One for each strong vowel or accented weak one; weak vowels alone make one together. */
function spanishSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/h/gu, '')
    .replace(/qu|gu(?=[eiéí])/gu, (pair) => pair.charAt(0))
    .replace(/y(?![aeiouáéíóú])/gu, 'i');
  const runs = letters.match(/[aeiouáéíóúü]+/gu) ?? [];
  return Math.max(1, sum(runs.map((run) => Math.max(1, run.match(/[aeoáéóíú]/gu)?.length ?? 0))));
}

export const syllables = { en: englishSyllables, es: spanishSyllables };
