/** What of a Task counts as new, and what of it the desk is shown. */
import { z } from 'zod';

/**
 * The same for the same content: the order of fields, the version and the narrative make no difference. Null: it is
 * too deep to be walked through.
 */
export function contentOf(resource: unknown): string | null {
  const fields = Fields.safeParse(resource).data;
  if (!fields) return written(resource ?? null);
  return written(without(fields, ['meta', 'text']));
}

/** Without what we have written into it ourselves, which would fill the page. */
export function shownOf(resource: unknown): string {
  const fields = Fields.safeParse(resource).data;
  if (!fields) return written(resource ?? null) ?? '';
  const { contained } = fields;
  const rest = without(fields, ['meta', 'text', 'input', 'contained']);
  const others = Array.isArray(contained) ? contained.filter((one) => !isAnswers(one)) : [];
  return written({ ...rest, ...(others.length > 0 ? { contained: others } : {}) }, 1) ?? '';
}

const Fields = z.record(z.string(), z.unknown());

const without = (fields: z.infer<typeof Fields>, names: readonly string[]): z.infer<typeof Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

const isAnswers = (one: unknown): boolean => Fields.safeParse(one).data?.['resourceType'] === 'QuestionnaireResponse';

/** Whoever nests a hundred thousand lists in each other must not end a round. */
function written(value: unknown, indent = 0): string | null {
  try {
    return JSON.stringify(sorted(value), null, indent);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inside]) => [name, sorted(inside)]),
  );
}
