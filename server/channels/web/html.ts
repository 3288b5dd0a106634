/** HTML as values: whatever is put into a template is escaped, unless it is HTML already. */

/** A piece of HTML that is safe to send. Only `html` makes one. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
  toString(): string {
    return this.source;
  }
}

export type Fragment = Html | string | number | false | null | undefined | readonly Fragment[];

/** A template of HTML: strings and numbers are escaped, lists joined; false, null and undefined are nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  return new Html(parts.reduce((whole, part, index) => whole + written(values[index - 1]) + part));
}

/** The five characters that mean something in HTML, made harmless in text and in quoted attributes. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

function written(value: Fragment): string {
  if (value === false || value === null || value === undefined) return '';
  if (value instanceof Html) return value.source;
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value));
  return value.map(written).join('');
}
