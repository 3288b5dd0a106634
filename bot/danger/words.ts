/** A message as plain words, with the tricks undone by which people hide a hard word, or stumble over it. */
import { normalize } from '../normalize.ts';
import type { Word } from './word.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The words of a message in order, without accents and apostrophes: "don't" is `dont`. "su1cide", "k i l l",
 * "dieeee", "s.u.i.c.i.d.e" and "tuskheej" become the words that the vocabulary knows; other words stay as they are.
 */
export function wordsOf(message: string, vocabulary: Vocabulary): readonly Word[] {
  return spelledOut(rawWords(normalize(message.replace(/\n+/g, ' , ')).bare), vocabulary).flatMap((word) =>
    known(word, vocabulary),
  );
}

/** A word with odd signs inside it, or the punctuation between two words. */
const pieces = /[\p{L}\p{N}\p{M}]+(?:['*@$!][\p{L}\p{N}\p{M}]+)*|[^\p{L}\p{N}\p{M}]+/gu;

function rawWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let after: Word['after'] = 'space';
  for (const [piece] of text.matchAll(pieces)) {
    if (/^[\p{L}\p{N}\p{M}]/u.test(piece)) {
      words.push({ text: piece.replaceAll("'", ''), after });
      after = 'space';
    } else after = pause(piece);
  }
  return words;
}

/** How strongly punctuation parts two words. Dots that trail off do not end a sentence, nor do those inside "k.m.s". */
function pause(between: string): Word['after'] {
  if (/\.\.|…/.test(between)) return 'comma';
  if (/[!?。！？]|\.\s/u.test(between)) return 'stop';
  return /[,;:—–()"]| - /u.test(between) ? 'comma' : 'space';
}

/** "k i l l my self": three or more letters that stand alone are one word, or several. */
function spelledOut(words: readonly Word[], vocabulary: Vocabulary): readonly Word[] {
  const result: Word[] = [];
  for (let at = 0; at < words.length;) {
    const end = endOfRun(words, at);
    const first = words[at];
    if (!first) break;
    if (end - at < 3) {
      result.push(first);
      at += 1;
      continue;
    }
    const joined = words
      .slice(at, end)
      .map(({ text }) => text)
      .join('');
    result.push(...inWords(vocabulary.split(joined) ?? [joined], first));
    at = end;
  }
  return result;
}

/** At most 60 letters at once: more are no word, and would take long to take apart. */
function endOfRun(words: readonly Word[], from: number): number {
  let end = from;
  while (end < from + 60 && words[end]?.text.length === 1 && /\p{L}|[0134578]/u.test(words[end]?.text ?? '')) end += 1;
  return end;
}

/** The word as the vocabulary knows it, when undoing digits for letters, stretching or gluing makes it known. */
function known(found: Word, vocabulary: Vocabulary): readonly Word[] {
  const text = vocabulary.written(found.text);
  const word = text === found.text ? found : { ...found, text };
  if (vocabulary.has(text) || text.length > 60) return [word];
  const split = text.length >= 5 ? vocabulary.splitGlued(text) : undefined;
  if (split)
    return inWords(
      split.map((part) => vocabulary.written(part)),
      word,
    );
  if (vocabulary.knows(text)) return [word];
  for (const guess of guesses(text)) {
    const written = vocabulary.written(guess);
    if (vocabulary.knows(written)) return [{ ...word, text: written }];
  }
  const alike = vocabulary.soundingLike(text);
  if (alike) return [{ ...word, text: alike }];
  return /[@$!]/.test(text) ? inWords(text.split(/[@$!]/), word) : [word];
}

const letters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function* guesses(text: string): Generator<string> {
  const plain =
    /\d|[@$!]/.test(text) && /\p{L}/u.test(text)
      ? text.replace(/[0134578@$!]/g, (sign) => letters[sign] ?? sign)
      : text;
  if (plain !== text) {
    yield plain;
    yield text.replace(/1/g, 'l').replace(/[034578@$!]/g, (sign) => letters[sign] ?? sign);
  }
  if (/(.)\1\1/u.test(plain)) {
    yield plain.replace(/(.)\1{2,}/gu, '$1$1');
    yield plain.replace(/(.)\1{2,}/gu, '$1');
  }
}

function inWords(texts: readonly string[], from: Word): readonly Word[] {
  return texts.map((text, index) => ({ text, after: index === 0 ? from.after : 'space' }));
}
