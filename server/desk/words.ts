/** What the staff of the plan read at the desk, in English only. */
import words from './words.json' with { type: 'json' };
import { html, type Fragment, type Html } from '../channels/web/html.ts';

export { words };

/** Fills the gaps of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (gap, name: string) => String(values[name] ?? gap));
}

/** Fills the gaps of a text with HTML; the text itself is escaped. */
export function fillHtml(text: string, values: Readonly<Record<string, Fragment>>): Html {
  const pieces = text.split(/\{\{(\w+)\}\}/);
  return html`${pieces.map((piece, at) => (at % 2 === 0 ? piece : values[piece]))}`;
}
