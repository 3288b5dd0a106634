/** Plays what happens into a store, at its own instants: as the bot, the sender and the desk would have done it. */
import type { Unit } from '../../bot/store.ts';
import { freshState } from '../../dialogs/state.ts';
import type { OutboxItem, Sent } from '../../referral/outbox-store.ts';
import type { WholeStore } from '../storage/sqlite.ts';
import type { Happening } from './happening.ts';

/** `setNow` moves the clock that the store was opened with. Throws where the store does not take something. */
export async function live(
  store: WholeStore,
  happenings: readonly Happening[],
  setNow: (now: Date) => void,
): Promise<void> {
  for (const happening of happenings) {
    setNow(new Date(happening.at));
    await happen(store, happening);
  }
}

async function happen(store: WholeStore, happening: Happening): Promise<void> {
  const { at } = happening;
  switch (happening.kind) {
    case 'said': {
      const { channel, key, language, what, refused } = happening;
      const { referral } = what;
      const outbox: OutboxItem[] = referral
        ? [{ kind: 'referral', id: `filing ${referral.number}`, number: referral.number }]
        : [];
      await commit(store, channel, key, { at, language, outbox, ...what });
      return sendAll(store, at, refused ? { kind: 'refused', ...refused } : { kind: 'done' });
    }
    case 'recorded': {
      must(await store.record(happening.number, happening.event, happening.by), happening);
      return sendAll(store, at, { kind: 'done' });
    }
    case 'noted':
      return must(await store.recordCase(happening.number, happening.what, happening.by), happening);
    case 'task': {
      const { task, id, by, act } = happening;
      return must(await (act === 'take' ? store.take(task, id, by) : store.finish(task, id, act, by)), happening);
    }
    case 'complaint': {
      const { id, by, act } = happening;
      switch (act) {
        case 'take':
          return must(await store.takeComplaint(id, by), happening);
        case 'acknowledge':
          return must(await store.acknowledgeComplaint(id, by), happening);
        case 'urgent':
          return must(await store.judgeComplaint(id, true, by), happening);
        default:
          return must(await store.answerComplaint(id, act, by), happening);
      }
    }
    case 'untexted': {
      const { id, phone, language, reason } = happening;
      const outbox: OutboxItem[] = [{ kind: 'text', id, phone, language, notBefore: null }];
      await commit(store, 'sms', phone, { at, language, outbox });
      return sendAll(store, at, { kind: 'refused', reason });
    }
  }
}

type Said = Pick<Unit, 'at' | 'outbox' | 'referral' | 'callBack' | 'complaint' | 'alert' | 'texting'> & {
  readonly language: Parameters<typeof freshState>[0];
};

async function commit(
  store: WholeStore,
  channel: Unit['channel'],
  key: string,
  { language, ...what }: Said,
): Promise<void> {
  const { id, version, state } = await store.conversation(channel, key);
  const committed = await store.commit({
    conversation: id,
    channel,
    expectedVersion: version,
    state: state ?? { ...freshState(language), greeted: true },
    replies: [],
    audit: [],
    ...what,
  });
  must(committed.kind === 'stored', { kind: 'said' });
}

/** All that is due goes nowhere, and is settled: a referral or a text as said, news as told. */
async function sendAll(store: WholeStore, at: string, sent: Sent): Promise<void> {
  const now = new Date(Date.parse(at) + 500).toISOString();
  const lease = new Date(Date.parse(at) + 60_000).toISOString();
  for (let due = await store.claim(now, lease, 50); due.length > 0; due = await store.claim(now, lease, 50)) {
    for (const claimed of due) await store.settle(claimed, claimed.item.kind === 'news' ? { kind: 'done' } : sent, now);
  }
}

function must(done: boolean, { kind }: { readonly kind: Happening['kind'] }): void {
  if (!done) throw new Error(`the store has not taken what was ${kind}`);
}
