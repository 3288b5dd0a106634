/** Nothing outside may hold a talk for ever: what does not answer in time has failed, and is told as a failure. */
import type { Understanding } from '../dialogs/understanding.ts';

/** How long one call of the store may take, in milliseconds. A text message is answered within 15 seconds or not at all. */
export const storeMs = 3000;
/** How long a member's own words may be pondered, in milliseconds; then they are asked again with choices. */
export const understandingMs = 4000;

/** Rejects when the work does not end in time. It cannot be called back: what it still does, it does unheard. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    // One round more: what is done already, while this process was busy with something else, is not late.
    timer = setTimeout(() => setImmediate(() => reject(new Error(`no answer in ${ms} milliseconds`))), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The same store, of which each call rejects when it takes too long. Only `close` may take the time that it needs. */
export function storeInTime<Store extends object>(store: Store, ms: number): Store {
  return new Proxy(store, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name);
      if (typeof part !== 'function' || name === 'close') return part;
      return async (...given: unknown[]): Promise<unknown> =>
        inTime(Promise.resolve(Reflect.apply(part, target, given)), ms);
    },
  });
}

export function understandingInTime(understanding: Understanding, ms: number): Understanding {
  return { read: (text, language) => inTime(understanding.read(text, language), ms) };
}
