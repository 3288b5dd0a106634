/** The sender: carries what was stored with a turn to the outside, until it has arrived. */
import { backOff, shortestWait } from './back-off.ts';
import type { News } from './news.ts';
import type { Claimed, OutboxItem, OutboxStore, Sent } from './outbox-store.ts';
import type { PlanGateway, Submitted } from './plan-gateway.ts';
import type { Texter } from './texter.ts';

export type Gateways = { readonly plan: PlanGateway; readonly texter: Texter; readonly news: News };

/** Time as the sender needs it; given, so that tests can turn it. */
export type Clock = {
  readonly now: () => Date;
  /** 0 to 1. */
  readonly random: () => number;
  /** Resolves after so many milliseconds, or when the signal says that nobody waits any more. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

/** How long one item is held by one sender, and how long one try may take: less, so that two never try at once. */
export const leaseSeconds = 60;
export const trySeconds = 30;
const most = 16;

/**
 * Sends all that is due, and gives back how many tries that took. May be run by several processes at once.
 * Each item is sent at least once and settled after; what receives it knows it by its id or number.
 */
export async function drain(store: OutboxStore, gateways: Gateways, clock: Clock): Promise<number> {
  let tries = 0;
  for (;;) {
    const claimed = await store.claim(clock.now().toISOString(), later(clock, leaseSeconds * 1000), most);
    if (claimed.length === 0) return tries;
    tries += claimed.length;
    await Promise.all(claimed.map((one) => sendAndSettle(one, store, gateways, clock)));
  }
}

async function sendAndSettle(claimed: Claimed, store: OutboxStore, gateways: Gateways, clock: Clock): Promise<void> {
  const tooLate = new AbortController();
  const again = (): Sent => ({ kind: 'again', notBefore: later(clock, backOff(claimed.attempt, clock.random())) });
  const sent = await Promise.race([
    // Whatever the outside throws, the item must not be lost with it.
    send(claimed, store, gateways, again).catch(again),
    clock.wait(trySeconds * 1000, tooLate.signal).then(again),
  ]);
  tooLate.abort();
  await store.settle(claimed, notAtOnce(sent, clock), clock.now().toISOString());
}

/** An item that is put off to a moment already past would be tried without a pause. */
function notAtOnce(sent: Sent, clock: Clock): Sent {
  if (sent.kind !== 'again') return sent;
  const soonest = clock.now().getTime() + shortestWait / 2;
  return { kind: 'again', notBefore: new Date(Math.max(Date.parse(sent.notBefore), soonest)).toISOString() };
}

async function send(
  { item, attempt }: Claimed,
  store: OutboxStore,
  gateways: Gateways,
  again: () => Sent,
): Promise<Sent> {
  switch (item.kind) {
    case 'referral':
      return submit(item, store, gateways.plan, again);
    case 'text':
      return (await store.mayText(item.phone))
        ? gateways.texter.start(item, attempt)
        : { kind: 'refused', reason: 'noConsent' };
    case 'news':
      return gateways.news.tell(item, attempt);
  }
}

async function submit(
  { number }: Extract<OutboxItem, { kind: 'referral' }>,
  store: OutboxStore,
  plan: PlanGateway,
  again: () => Sent,
): Promise<Sent> {
  const referral = await store.filed(number);
  return referral ? asSent(await plan.submit(referral), again) : { kind: 'refused', reason: 'noSuchReferral' };
}

function asSent(submitted: Submitted, again: () => Sent): Sent {
  if (submitted === 'received') return { kind: 'done' };
  return 'refused' in submitted ? { kind: 'refused', reason: submitted.refused } : again();
}

function later(clock: Clock, milliseconds: number): string {
  return new Date(clock.now().getTime() + milliseconds).toISOString();
}
