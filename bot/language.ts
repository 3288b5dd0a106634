import { languages, type Tag } from '../locales/languages.ts';
import { bare, plain } from '../dialogs/read/plain.ts';
import { readsOf } from '../dialogs/read/words.ts';

/** Codes that sites, browsers and older standards use for a language of ours (languages.md 8.7). */
const aliases: Readonly<Record<string, string>> = {
  hm: 'hmn',
  mww: 'hmn',
  hnj: 'hmn',
  blu: 'hmn',
  fil: 'tl',
  prs: 'fa',
  zh: 'zh-Hans',
  'zh-tw': 'zh-Hant',
  'zh-hk': 'zh-Hant',
  yue: 'zh-Hant',
};

/** Our first language among those that a browser's `Accept-Language` lists, by its weights; null when it lists none. */
export function languageFromHeader(acceptLanguage: string | undefined): Tag | null {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [range = '', ...settings] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = settings.find((setting) => setting.startsWith('q='));
      return { range, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ range }) => ours(range)).find((tag) => tag !== undefined) ?? null;
}

/** The longest beginning of a range that is one of ours, or goes by another name: `es-MX` is `es`. */
function ours(range: string): Tag | undefined {
  const parts = range.split('-');
  const names = parts.map((_, i) => parts.slice(0, parts.length - i).join('-'));
  const known = names.map((name) => (aliases[name] ?? name).toLowerCase());
  return languages.find(({ tag }) => known.includes(tag.toLowerCase()))?.tag;
}

type Detector = {
  readonly tag: Tag;
  readonly sure: readonly string[];
  readonly words: ReadonlySet<string>;
  readonly unlike: ReadonlySet<string>;
  readonly syllable: RegExp | undefined;
};

const detectors: readonly Detector[] = languages.map(({ tag }) => {
  const { sure, words, unlike, syllable } = readsOf[tag].detect;
  return {
    tag,
    sure: sure.map((phrase) => ` ${split(phrase).join(' ')} `),
    words: new Set(words.flatMap(split)),
    unlike: new Set(unlike.flatMap(split)),
    syllable: syllable === undefined ? undefined : new RegExp(syllable),
  };
});

/** Words with their accents: "cần" is not "can". */
function split(text: string): string[] {
  return (
    plain(text)
      .replace(/'/gu, '')
      .match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  );
}

/** Letters that none of our languages has, so far: they speak for another one. */
const foreign = /[^a-záéíóúüñ]/u;

/**
 * The language of ours that a message is written in: by small words, and for Hmong by the shape of its syllables.
 * At least two words of it, or one that is no other's ("hola"). Undefined when unsure, mixed, or in another language.
 */
export function detectLanguage(text: string): Tag | undefined {
  const words = split(text.slice(0, 1000)).slice(0, 60);
  if (words.length === 0) return undefined;
  const scores = detectors
    .map((detector) => ({ tag: detector.tag, score: score(detector, words) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scores;
  return best && next && best.score >= 2 && best.score > next.score ? best.tag : undefined;
}

/** Words that speak for the language, less twice those that speak against it; 0 when they are too few of the text. */
function score({ sure, words, unlike, syllable }: Detector, said: readonly string[]): number {
  const line = ` ${said.join(' ')} `;
  const bareLine = ` ${said.map(spanishBare).join(' ')} `;
  const surely = sure.some((phrase) => line.includes(phrase) || bareLine.includes(phrase)) ? 2 : 0;
  const own = said.filter((word) => words.has(word) || words.has(spanishBare(word)));
  const shaped = said.filter((word) => !isWord(word) && word.length > 2 && syllable?.test(word));
  const against = said.filter((word) => (unlike.has(word) && !words.has(word)) || foreign.test(word)).length;
  if (shaped.length > 0 && own.length === 0 && surely === 0) return 0;
  const share = (own.length + shaped.length + surely) / said.length;
  return share < 0.4 || (own.length + surely < 2 && said.length > 1)
    ? 0
    : own.length + shaped.length + surely - 2 * against;
}

/** Without the accents that Spanish has and people leave out; other marks stay, and so stay foreign. */
function spanishBare(word: string): string {
  return foreign.test(word) ? word : bare(word);
}

function isWord(word: string): boolean {
  return detectors.some(({ words }) => words.has(word));
}
