/** How long to wait before trying again what did not get through. */

/** The shortest and the longest wait, in milliseconds. */
export const shortestWait = 2_000;
export const longestWait = 15 * 60_000;

/**
 * Milliseconds to wait after so many attempts: doubled each time up to a quarter of an hour, never given up.
 * `random` (0 to 1) takes off up to half, so that many do not come back at once.
 */
export function backOff(attempt: number, random: number): number {
  const full = Math.min(longestWait, shortestWait * 2 ** Math.max(0, attempt - 1));
  return Math.round(full * (1 - random / 2));
}
