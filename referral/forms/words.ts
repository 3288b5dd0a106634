/** What stands on the forms, in English: they are for the plan's staff. */
import words from './words.json' with { type: 'json' };

export { words };

/** Fills the gaps of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (gap, name: string) => String(values[name] ?? gap));
}

/** The word for an id out of one list; an id without a word is shown as it is, and never hidden. */
export function word(list: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(list, id) ? (list[id] ?? id) : id;
}
