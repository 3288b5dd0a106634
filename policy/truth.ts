/**
 * What a member's answers so far let us say about a condition.
 *
 * Kleene's strong three-valued logic: `unknown` is never quietly read as no.
 */
export type Truth = 'met' | 'unmet' | 'unknown';

/** Met only when every part is met; one unmet part settles it. */
export function allOf(parts: readonly Truth[]): Truth {
  if (parts.includes('unmet')) return 'unmet';
  return parts.includes('unknown') ? 'unknown' : 'met';
}

/** One met part settles it; unmet only when every part is unmet. */
export function anyOf(parts: readonly Truth[]): Truth {
  if (parts.includes('met')) return 'met';
  return parts.includes('unknown') ? 'unknown' : 'unmet';
}

/** The opposite; what is unknown stays unknown. */
export function notOf(part: Truth): Truth {
  if (part === 'unknown') return 'unknown';
  return part === 'met' ? 'unmet' : 'met';
}

/** Met when at least `n` parts are met; unmet when `n` can no longer be reached. */
export function atLeastNOf(n: number, parts: readonly Truth[]): Truth {
  const met = parts.filter((part) => part === 'met').length;
  if (met >= n) return 'met';
  const open = parts.filter((part) => part === 'unknown').length;
  return met + open >= n ? 'unknown' : 'unmet';
}
