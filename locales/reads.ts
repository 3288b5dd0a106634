import { readFileSync } from 'node:fs';
import { languages, type Tag } from './languages.ts';

/**
 * The words that members may type, by language: `locales/<tag>/reads.json`. Nobody is shown them, so they are no
 * part of the catalogue and are not reviewed as its texts are; whoever uses them parses them.
 */
export const reads: Readonly<Record<Tag, unknown>> = Object.fromEntries(
  languages.map(({ tag }) => [tag, JSON.parse(readFileSync(new URL(`./${tag}/reads.json`, import.meta.url), 'utf8'))]),
) as Record<Tag, unknown>;
