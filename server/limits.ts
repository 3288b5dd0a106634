/** How often one browser, phone or address may do one thing; what goes over is told to wait, never dropped unsaid. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** One limit, kept in memory by key. */
export interface Limit {
  /** Seconds to wait; 0 when this one may go. */
  wait(key: string): Promise<number>;
}

/** At most `points` in any span of `seconds`, for each key. */
export function limit(points: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    async wait(key) {
      try {
        await limiter.consume(key);
        return 0;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        throw refused;
      }
    },
  };
}

/** The longest wait that any of these asks for. */
export async function longestWait(limits: readonly (readonly [Limit, key: string])[]): Promise<number> {
  return Math.max(0, ...(await Promise.all(limits.map(([one, key]) => one.wait(key)))));
}
