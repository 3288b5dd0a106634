/** Lays out what is said for channels that have nothing but text: messages, the terminal, Bot Framework. */
import type { Say } from '../dialogs/say.ts';
import type { Tag } from '../locales/languages.ts';
import { blocksOf } from './layout/blocks.ts';
import { plainLine } from './layout/line.ts';
import { numbered, type Numbering } from './layout/numbers.ts';
import { packed, packedText } from './layout/parts.ts';
import { withPlainMarks } from './layout/segments.ts';

export { plainLine } from './layout/line.ts';
export { readNumber } from './layout/numbers.ts';
export { segments } from './layout/segments.ts';

/** `sms`: few short messages, private things masked. `plain`: one text for each thing said, whole, with sources. */
export type Medium = 'sms' | 'plain';

/** How choices are numbered in a medium; give it to `readNumber`. */
export const numbering: Readonly<Record<Medium, Numbering>> = { sms: { rows: false }, plain: { rows: true } };

/**
 * The messages to send, in order. Danger words come in the member's language, then in English, each by itself, and
 * whatever is missing beside them. Undefined: the language lacks words that are needed; offer an interpreter instead.
 */
export function layoutTexts(
  says: readonly Say[],
  language: Tag,
  { medium, sources = medium === 'plain' }: { readonly medium: Medium; readonly sources?: boolean },
): readonly string[] | undefined {
  const danger = says.flatMap((say) => (say.kind === 'danger' ? dangerTexts(say, language) : []));
  const blocks = blocksOf(says, language, { ...numbering[medium], masks: medium === 'sms', sources });
  if (!blocks) return danger.length > 0 ? danger : undefined;
  if (medium === 'plain') return [...danger, ...blocks.map((lines) => lines.map(({ text }) => text).join('\n'))];
  const short = blocks.map((lines) => lines.map((line) => ({ ...line, text: withPlainMarks(line.text) })));
  return [...danger.flatMap((words) => packedText(withPlainMarks(words), language)), ...packed(short, language)];
}

/** The choices in the order of their numbers, with their words. */
export function layoutChoices(
  says: readonly Say[],
  language: Tag,
  medium: Medium,
): readonly { readonly id: string; readonly label: string }[] {
  return numbered(says, numbering[medium]).flatMap(({ id, label }) => {
    const words = plainLine(language, label);
    return words === undefined ? [] : [{ id, label: words }];
  });
}

/** A helper nearby may read only one of the two languages. Lines that a language lacks are left out, never borrowed. */
function dangerTexts({ lines }: Extract<Say, { kind: 'danger' }>, language: Tag): readonly string[] {
  const tags: readonly Tag[] = language === 'en' ? ['en'] : [language, 'en'];
  const texts = tags.map((tag) => lines.flatMap((line) => plainLine(tag, line) ?? []).join('\n'));
  return texts.filter((words) => words !== '');
}
