/** The sender: carries what was stored with a turn to the outside, until it has arrived. */
import { backOff, longestWait, shortestWait } from './back-off.ts';
import type { News } from './news.ts';
import type { Claimed, OutboxItem, OutboxStore, Sent } from './outbox-store.ts';
import type { PlanGateway, Submitted } from './plan-gateway.ts';
import type { Texter } from './texter.ts';

/** Puts an item off, for `waitSeconds` at least, and says why. */
type Again = (why?: { readonly reason?: string; readonly answer?: string }, waitSeconds?: number) => Sent;

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
 * Once `stopped`, nothing more is begun: behind a plan that is slow all that is due could take hours.
 */
export async function drain(
  store: OutboxStore,
  gateways: Gateways,
  clock: Clock,
  stopped?: AbortSignal,
): Promise<number> {
  let tries = 0;
  while (!stopped?.aborted) {
    const claimed = await store.claim(clock.now().toISOString(), later(clock, leaseSeconds * 1000), most);
    if (claimed.length === 0) break;
    tries += claimed.length;
    const settled = await Promise.allSettled(claimed.map((one) => sendAndSettle(one, store, gateways, clock)));
    // Only now: whoever waits for us to end must not end while others are still on their way.
    for (const one of settled) if (one.status === 'rejected') throw one.reason;
  }
  return tries;
}

async function sendAndSettle(claimed: Claimed, store: OutboxStore, gateways: Gateways, clock: Clock): Promise<void> {
  const tooLate = new AbortController();
  const again: Again = (why = {}, waitSeconds = 0) => ({
    kind: 'again',
    // Never for longer than we would wait by ourselves: the store takes more than that for a clock that was turned back.
    notBefore: later(
      clock,
      Math.max(
        backOff(claimed.attempt, clock.random()),
        spread(Math.min(waitSeconds, longestWait / 1000), clock.random()),
      ),
    ),
    ...why,
  });
  const sent = await Promise.race([
    // Whatever the outside throws, the item must not be lost with it.
    send(claimed, store, gateways, again).catch(() => again({ reason: 'failed' })),
    clock.wait(trySeconds * 1000, tooLate.signal).then(() => again({ reason: 'timeout' })),
  ]);
  tooLate.abort();
  await store.settle(claimed, notAtOnce(sent, clock), clock.now().toISOString());
}

/** An item that is put off to a moment already past would be tried without a pause. */
function notAtOnce(sent: Sent, clock: Clock): Sent {
  if (sent.kind !== 'again') return sent;
  const soonest = clock.now().getTime() + shortestWait / 2;
  const asked = Date.parse(sent.notBefore);
  return { ...sent, notBefore: new Date(asked > soonest ? asked : soonest).toISOString() };
}

async function send({ item, attempt }: Claimed, store: OutboxStore, gateways: Gateways, again: Again): Promise<Sent> {
  switch (item.kind) {
    case 'referral':
      return submit(item, store, gateways.plan, again);
    case 'followUp':
      return follow(item, store, gateways.plan, again);
    case 'text':
      return (await store.mayText(item.phone))
        ? gateways.texter.start(item, attempt)
        : { kind: 'refused', reason: 'noConsent' };
    case 'news':
      return gateways.news.tell(item, attempt);
  }
}

async function submit(
  { number, again: askedAgain = 0 }: Extract<OutboxItem, { kind: 'referral' }>,
  store: OutboxStore,
  plan: PlanGateway,
  again: Again,
): Promise<Sent> {
  const referral = await store.filed(number);
  return referral
    ? asSent(await plan.submit(referral, askedAgain), again)
    : { kind: 'refused', reason: 'noSuchReferral' };
}

async function follow(
  item: Extract<OutboxItem, { kind: 'followUp' }>,
  store: OutboxStore,
  plan: PlanGateway,
  again: Again,
): Promise<Sent> {
  const said = await store.followUp(item);
  if (said === null) return { kind: 'refused', reason: 'noSuchReferral' };
  return said === 'overtaken' ? { kind: 'done' } : asSent(await plan.followUp(said, item.again), again);
}

function asSent(submitted: Submitted, again: Again): Sent {
  switch (submitted.kind) {
    case 'received':
      return { kind: 'done' };
    case 'refused':
      return submitted;
    case 'notYet': {
      const { trouble, answer, waitSeconds } = submitted;
      return again({ reason: trouble, ...(answer === undefined ? {} : { answer }) }, waitSeconds);
    }
  }
}

/** In milliseconds. Never sooner than asked; up to a tenth later, so that many who were asked to wait come apart. */
function spread(waitSeconds: number, random: number): number {
  return Math.round(waitSeconds * 1000 * (1 + random / 10));
}

function later(clock: Clock, milliseconds: number): string {
  return new Date(clock.now().getTime() + milliseconds).toISOString();
}
