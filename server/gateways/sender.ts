/** Runs the outbox in this process: soon after something was stored, and every so often for what was put off. */
import { setTimeout as sleep } from 'node:timers/promises';
import { drain, type Clock, type Gateways } from '../../referral/outbox.ts';
import type { OutboxStore } from '../../referral/outbox-store.ts';

export type Sender = {
  /** Something was stored: do not wait for the next round. */
  nudge(): void;
  /** Ends after the tries that are under way. */
  stop(): Promise<void>;
};

/** Time as the sender needs it, on a source of instants. */
export function senderClock(now: () => Date): Clock {
  return {
    now,
    random: Math.random,
    wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal, ref: false }).catch(() => undefined),
  };
}

/** Starts sending. `troubled` hears of a store that could not be worked with, for the log; the next round tries again. */
export function startSender(
  store: OutboxStore,
  gateways: Gateways,
  options: {
    readonly everyMs: number;
    readonly troubled: (error: unknown) => void;
    readonly clock: Clock;
    /** What puts something into the outbox because time has passed: done before each round. */
    readonly sweep?: () => Promise<void>;
  },
): Sender {
  const { clock } = options;
  const stopped = new AbortController();
  let wake = new AbortController();

  const rounds = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      wake = new AbortController();
      await options.sweep?.().catch(options.troubled);
      await drain(store, gateways, clock, stopped.signal).catch(options.troubled);
      await clock.wait(options.everyMs, wake.signal);
    }
  };
  const running = rounds();

  return {
    nudge: () => wake.abort(),
    stop: async () => {
      stopped.abort();
      wake.abort();
      await running;
    },
  };
}
