/** How often one browser, phone or address may do one thing; what goes over is told to wait, never dropped unsaid. */
import { isIPv6 } from 'node:net';
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

/** Whether every limit lets this go. Asked one after another, up to the first that refuses: the others do not count it. */
export async function mayGo(limits: readonly (readonly [Limit, key: string])[]): Promise<boolean> {
  for (const [one, key] of limits) if ((await one.wait(key)) > 0) return false;
  return true;
}

/** What limits go by instead of an address: one household has a whole /64 of IPv6, and may use a new address each time. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [before = [], after = []] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = address.includes('::') ? Array<string>(8 - before.length - after.length).fill('0') : [];
  const groups = [...before, ...zeros, ...after].map((group) => parseInt(group, 16).toString(16));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
