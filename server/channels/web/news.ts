/** Watches, for all pages that are open, whether anything new was said to them; one timer for all. */
import type { Message } from '../../../bot/store.ts';

/** What was said in the conversation of this key after `seq`, oldest first. */
export type Since = (key: string, seq: number) => Promise<readonly Message[]>;

export type Watcher = {
  readonly key: string;
  /** The last entry that this page has. */
  seq: number;
  /** There is something new. */
  readonly tell: () => Promise<void>;
};

export class News {
  readonly #since: Since;
  readonly #watchers = new Set<Watcher>();
  readonly #timer: NodeJS.Timeout;
  #looking = false;

  /** Looks every so many milliseconds, as long as anybody watches. */
  constructor(since: Since, every = 2000) {
    this.#since = since;
    this.#timer = setInterval(() => void this.#look(), every);
    this.#timer.unref();
  }

  get watching(): number {
    return this.#watchers.size;
  }

  watchingFor(key: string): number {
    return [...this.#watchers].filter((watcher) => watcher.key === key).length;
  }

  /** Returns how to stop. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#watchers.clear();
  }

  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    // A store that is down is looked at again next time; the page reconnects by itself.
    for (const watcher of this.#watchers) await this.#lookFor(watcher).catch(() => undefined);
    this.#looking = false;
  }

  async #lookFor(watcher: Watcher): Promise<void> {
    const fresh = await this.#since(watcher.key, watcher.seq);
    const last = fresh.at(-1);
    if (last === undefined) return;
    await watcher.tell();
    watcher.seq = last.seq;
  }
}
