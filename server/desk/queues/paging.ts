/** A long list in pages. */
export const pageSize = 50;

export type Paged<T> = {
  readonly rows: readonly T[];
  /** Counted from 1. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
};

/** The page asked for, or the nearest that there is. */
export function paged<T>(rows: readonly T[], asked: unknown): Paged<T> {
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const wanted = typeof asked === 'string' && /^\d{1,6}$/.test(asked) ? Number(asked) : 1;
  const page = Math.min(Math.max(1, wanted), pages);
  return { rows: rows.slice((page - 1) * pageSize, page * pageSize), page, pages, total: rows.length };
}
