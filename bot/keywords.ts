/** Reads the words by which a text-message conversation is ended, begun again or explained. Text messages only. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { languages } from '../locales/languages.ts';

/** `maybeStop`: may be a wish to end all texts; it is asked once, never guessed. */
export type Keyword = 'stop' | 'start' | 'help' | 'maybeStop';

/**
 * The keyword that a text message is, in any language, whatever language is spoken; null for ordinary words.
 * A message is a keyword only as a whole: "Para mi mamá", "end of my lease" and "stop the pain" are ordinary words.
 * A plain wish in one's own words ("stop texting me") ends texts too: 47 CFR 64.1200(a)(10), any reasonable means.
 * Danger is read before this: "STOP I want to die" is no keyword, and "END" does not silence an alert.
 */
export function readKeyword(text: string): Keyword | null {
  const said = normal(text);
  if (said === '') return null;
  if (help.has(said)) return 'help';
  if (start.has(said)) return 'start';
  if (said.length <= longestPlain && isOnly(said, [...stop, ...revoke])) return 'stop';
  return unsure.has(bare(said)) || saysItInPassing(text) ? 'maybeStop' : null;
}

/** In characters; whoever writes more than this has more to say than a keyword. */
const longestPlain = 200;

/** What a language adds: whole messages (`stop`, `start`, `help`, `revoke`, `unsure`), and words beside them. */
const Words = z.strictObject({
  stop: z.array(z.string()),
  start: z.array(z.string()),
  help: z.array(z.string()),
  /** Said beside a keyword without changing it. */
  polite: z.array(z.string()),
  /** A plain wish for no more texts. */
  revoke: z.array(z.string()),
  /** May be such a wish, or an answer. */
  unsure: z.array(z.string()),
  /** Said before such a wish, these show that it is about somebody else: "he won't stop texting me". */
  elsewhere: z.array(z.string()),
});

const all = languages.map(({ tag }) => {
  const file = new URL(`../locales/${tag}/keywords.json`, import.meta.url);
  return Words.parse(JSON.parse(readFileSync(file, 'utf8')));
});
const wordsOf = (list: keyof z.infer<typeof Words>): Set<string> =>
  new Set(all.flatMap((words) => words[list].map(normal)));
const stop = wordsOf('stop');
const start = wordsOf('start');
const help = wordsOf('help');
const revoke = wordsOf('revoke');
const unsure = wordsOf('unsure');
const elsewhere = [...wordsOf('elsewhere')];
const polite = longestFirst(wordsOf('polite'));

/** Marks, emoji and spacing mean nothing here, and neither do full-width letters or invisible characters. */
function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
    .trim();
}

function longestFirst(words: Iterable<string>): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

/** The words without what is only polite, at either end. */
function bare(said: string): string {
  const word = polite.find((one) => said === one || said.startsWith(`${one} `) || said.endsWith(` ${one}`));
  if (word === undefined || word === said) return said;
  return bare(said.startsWith(`${word} `) ? said.slice(word.length + 1) : said.slice(0, -word.length - 1));
}

/** Whether the message is one or more of these and nothing else: "please stop", "STOP STOP", "wrong number, remove me". */
function isOnly(said: string, phrases: readonly string[]): boolean {
  const rest = bare(said);
  if (phrases.includes(rest)) return true;
  return phrases.some((phrase) => rest.startsWith(`${phrase} `) && isOnly(rest.slice(phrase.length + 1), phrases));
}

const mostWordsInPassing = 12;

/** "I told you to stop texting me": the wish stands inside a short sentence, and nobody else is spoken of. */
function saysItInPassing(text: string): boolean {
  return text
    .split(/[.!?\n]+/u)
    .map(normal)
    .filter((sentence) => sentence.split(' ').length <= mostWordsInPassing)
    .some((sentence) => [...revoke].some((phrase) => isAbout(sentence, phrase)));
}

function isAbout(sentence: string, phrase: string): boolean {
  const at = ` ${sentence} `.indexOf(` ${phrase} `);
  if (at < 0) return false;
  const before = ` ${sentence.slice(0, at)} `;
  return !elsewhere.some((word) => before.includes(` ${word} `));
}
