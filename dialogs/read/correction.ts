/** "2, no wait, 3": what takes back what was said before it. */
import { phraseAt, trimmed } from './phrases.ts';
import { tokens } from './plain.ts';
import { everyLanguages } from './words.ts';

const corrections = everyLanguages((words) => words.corrections ?? []);
const fillers = everyLanguages((words) => words.fillers);

/** What holds of a text: what comes after its last correction; all of it where nothing is taken back. */
export function lastSaid(text: string): string {
  const words = tokens(text);
  for (let at = words.length - 1; at >= 0; at--) {
    const length = phraseAt(corrections, words, at);
    if (length > 0 && at + length < words.length) return words.slice(at + length).join(' ');
  }
  return text;
}

/** Whether a text opens by taking something back: it is about the answer before, and not about the question that waits. */
export function takesBack(text: string): boolean {
  const words = trimmed(fillers, tokens(text));
  const length = phraseAt(corrections, words, 0);
  return length > 0 && length < words.length && words.length <= longest;
}

/** In words; a longer text tells a story, and is read as one. */
const longest = 10;
