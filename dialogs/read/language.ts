import { languages, type Tag } from '../../locales/languages.ts';
import { isPhrase, phraseAt, phrases, type Phrases } from './phrases.ts';
import { tokens } from './plain.ts';
import { everyLanguages, everyLanguagesBy } from './words.ts';

const frames = everyLanguages((words) => words.languages.frames);
const named = everyLanguagesBy((words) => words.languages.names);
const own: ReadonlyMap<string, Phrases> = new Map(
  languages.map(({ tag, endonym, englishName }) => [tag, phrases([endonym, englishName])]),
);

/**
 * A language that the message asks for by name: one of ours by its tag, any other as `other`. Undefined when the
 * message names none, more than one, or says anything else ("I don't speak English").
 */
export function readLanguage(text: string): Tag | 'other' | undefined {
  const asked = withoutFrames(tokens(text));
  const ours = languages.find(({ tag }) =>
    [own.get(tag), named.get(tag)].some((names) => names && isPhrase(names, asked)),
  );
  if (ours) return ours.tag;
  const others = [...named].filter(([key]) => !languages.some(({ tag }) => tag === key));
  return others.some(([, names]) => isPhrase(names, asked)) ? 'other' : undefined;
}

/** "Can we talk in Spanish please" without all but the name. */
function withoutFrames(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < words.length;) {
    const name = Math.max(...[...own.values(), ...named.values()].map((names) => phraseAt(names, words, at)));
    const frame = name > 0 ? 0 : phraseAt(frames, words, at);
    if (frame === 0) kept.push(...words.slice(at, at + Math.max(name, 1)));
    at += Math.max(name, frame, 1);
  }
  return kept;
}
