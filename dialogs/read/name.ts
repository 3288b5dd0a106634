import type { Heard } from '../heard.ts';
import { hasPhrase, isPhrase, phraseAt } from './phrases.ts';
import { clean, tokens } from './plain.ts';
import { everyLanguages } from './words.ts';

const opens = everyLanguages(({ names }) => names.opens);
const notIn = everyLanguages(({ names }) => names.notIn ?? []);
/** A greeting, a yes, "I don't know": words that are an answer, but not this one. */
const never = everyLanguages(({ names, yes, no, notSure, declined, confused, intents }) => [
  ...names.never,
  ...yes.alone.filter((word) => !/\s/.test(word)),
  ...no.alone,
  ...notSure.alone,
  ...notSure.anywhere,
  ...declined.alone,
  ...declined.anywhere,
  ...confused,
  ...intents.greeting,
  ...intents.thanks,
]);

/** Letters and marks of any script, with what stands between names. */
const shape = /^\p{L}[\p{L}\p{M}'&.,·ー\- ]*$/u;

/**
 * A person's (or an organization's) name as typed, without "my name is"; a title stays. 2 to 100 characters, of any
 * script, no digits; undefined when it does not look like a name.
 */
export function readName(heard: Heard): string | undefined {
  if (heard.kind !== 'text') return undefined;
  const name = withoutOpening(clean(heard.text)).replace(/^[\s"“”«»:,-]+|[\s"“”«»!,;:-]+$|(?<=\p{L}{3})\.$/gu, '');
  if (!shape.test(name) || name.length > 100 || name.split(' ').length > 10) return undefined;
  const words = tokens(name);
  if ((name.match(/\p{L}/gu) ?? []).length < 2 || isPhrase(never, words) || hasPhrase(notIn, words)) return undefined;
  return name;
}

function withoutOpening(text: string): string {
  const parts = text.split(' ');
  const length = phraseAt(
    opens,
    parts.map((part) => tokens(part).join('')),
    0,
  );
  return length > 0 && length < parts.length ? withoutOpening(parts.slice(length).join(' ')) : text;
}
