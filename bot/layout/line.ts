/** Fills a sentence of the catalogue for a channel that has nothing but text. */
import type { Line, Param } from '../../dialogs/say.ts';
import { text } from '../../locales/index.ts';
import type { Tag } from '../../locales/languages.ts';
import { writeParam } from './param.ts';

/** The sentence in the language; undefined when the language lacks any of its words: nothing else may stand in. */
export function plainLine(
  language: Tag,
  line: Line,
  write: (language: Tag, param: Param) => string | undefined = writeParam,
): string | undefined {
  const values: Record<string, string> = {};
  for (const [name, param] of Object.entries(line.params ?? {})) {
    const written = write(language, param);
    if (written === undefined) return undefined;
    values[name] = written;
  }
  return text(language, line.key, values)?.normalize('NFC');
}
