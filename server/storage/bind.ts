/** The one place where values become what a database takes: SQLite and PostgreSQL then bind the same. */

/** What a query may be given. `undefined` is not among it: it would silently become NULL. */
export type Bindable = string | number | boolean | null | Date | readonly unknown[];

/** `$1` is the first value. Booleans become 1 and 0, dates ISO 8601 in UTC, arrays JSON. */
export function bind(values: readonly Bindable[]): Record<string, string | number | null> {
  const bound: Record<string, string | number | null> = {};
  for (const [at, value] of values.entries()) bound[at + 1] = plain(value, at + 1);
  return bound;
}

/** An instant as it is stored: one form only, so that text order is time order. Throws for what is no instant. */
export function instant(text: string): string {
  return new Date(text).toISOString();
}

// `unknown`, because a value that slipped past the types must be refused here and not stored as something else.
function plain(value: unknown, place: number): string | number | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return JSON.stringify(value);
  throw new TypeError(`$${place} cannot be stored: it is ${value === undefined ? 'undefined' : typeof value}.`);
}
