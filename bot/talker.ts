/**
 * The bot as a channel sees it. Danger is read before anything is loaded and waits for nobody's turn; one queue per
 * conversation; the turn is stored before its words are said; the same message twice is one turn.
 */
import type { DangerKind } from '../dialogs/danger-kind.ts';
import { freshState, type State } from '../dialogs/state.ts';
import type { Understanding } from '../dialogs/understanding.ts';
import type { World } from '../dialogs/world.ts';
import { sinceBegunAgain } from './begun-again.ts';
import { dangerOfChoice, readDangers } from './danger.ts';
import { greet } from './greeting.ts';
import type { Inbound, Outcome, Talker } from './inbound.ts';
import { outcomeOf } from './outcome.ts';
import { queueByKey } from './queue.ts';
import { sayable, type MaySay, type Shown } from './sayable.ts';
import { sorry } from './sorry.ts';
import { newsFor, standingFor, withReads, type MayTryStatus } from './status-reads.ts';
import type { Message, Store } from './store.ts';
import { turn } from './turn.ts';
import { unbroken } from './unbroken.ts';
import { unitOf } from './unit.ts';
import { worldFor, type WorldParts } from './world-for.ts';

export type TalkerParts = WorldParts & {
  readonly store: Store;
  readonly understanding: Understanding;
  readonly maySay: MaySay;
  readonly mayTryStatus: MayTryStatus;
  /** Told of what went wrong, by name and id; never a member's words. */
  readonly failed: (what: 'storeFailed' | 'alertNotStored' | 'understandingFailed', error: unknown) => void;
};

export function createTalker(given: TalkerParts): Talker {
  const inTurn = queueByKey();
  const understanding = unbroken(given.understanding, (error) => given.failed('understandingFailed', error));
  const parts: TalkerParts = { ...given, understanding };
  return {
    receive: async (inbound) => {
      const dangers = readDangers(withinReach(inbound.text));
      const danger = dangers[0] ?? dangerTicked(inbound);
      const world = worldFor(inbound, parts);
      const talk: Loaded = { state: null };
      const run = (): Promise<Outcome> => receive(inbound, dangers, world, parts, talk);
      try {
        // Danger waits for no turn before it: two turns at once are told apart by the version that they were run on.
        return await (danger ? run() : inTurn(`${inbound.channel} ${inbound.key}`, run));
      } catch (error) {
        parts.failed(danger ? 'alertNotStored' : 'storeFailed', error);
        const messages = unstored(sorry(inbound, talk.state, danger, world, parts.maySay), parts);
        return { ...outcomeOf(freshState(messages[0]?.language ?? 'en'), messages, world, danger), question: null };
      }
    },
    open: async (from) => {
      const world = worldFor(from, parts);
      const row = await parts.store.conversation(from.channel, from.key);
      const state = row.state ?? (await greet(row, from, world, { ...parts, at: parts.now().at }));
      return outcomeOf(state, sinceBegunAgain(await parts.store.messagesSince(row.id, 0)), world, null);
    },
  };
}

/** Longer than anybody writes: beginning and end are read, so that nobody can hold us with a book. */
function withinReach(text: string): string {
  return text.length <= 24_000 ? text : `${text.slice(0, 20_000)} ${text.slice(-4_000)}`;
}

/** A ticked choice is read in its turn, when it is an answer too; here it only says that the turn cannot wait. */
function dangerTicked({ choices, question }: Inbound): DangerKind | null {
  const asked = question?.replace(/^(?:screen|planQuestion\.\w+)\./, '') ?? '';
  return choices.map((id) => dangerOfChoice(`${asked}.${id}`)).find((kind) => kind !== null) ?? null;
}

/** What is known of the talk by the time that something breaks. */
type Loaded = { state: State | null };

async function receive(
  inbound: Inbound,
  dangers: readonly DangerKind[],
  world: World,
  parts: TalkerParts,
  talk: Loaded,
): Promise<Outcome> {
  const { store, maySay } = parts;
  for (let tries = 0; tries < 5; tries += 1) {
    const row = await store.conversation(inbound.channel, inbound.key);
    talk.state = row.state;
    const before = await store.repliesTo({ conversation: row.id, inbound: inbound.id });
    if (before) return outcomeOf(row.state ?? freshState('en'), before, world, dangers[0] ?? null);
    const news = await newsFor(row, inbound, world.today, store);
    const standing = await standingFor(row.state, inbound, store);
    const here: World = { ...world, ...news, ...(standing ? { standing } : {}) };
    const heard = await turn(row.state, inbound, dangers, here, parts.understanding);
    const taken = await withReads(heard, inbound, { ...here, news: [] }, parts);
    const says = sayable(taken.says, taken.state.language, world, maySay);
    const committed = await store.commit(unitOf(row, inbound, taken, says, world, parts.now().at));
    if (committed.kind === 'stored')
      return outcomeOf(taken.state, committed.messages, world, dangers[0] ?? null, taken);
    // Somebody else's turn came first, or stored this very message: look again at what is there now.
  }
  throw new Error('the conversation moved on five times in one turn');
}

type Ours = Extract<Message, { by: 'us' }>;

/** Said without being stored: the first number of a stored conversation is 1. */
function unstored(shown: readonly Shown[], parts: TalkerParts): readonly Ours[] {
  return shown.map(({ language, says }) => ({ seq: 0, by: 'us', at: parts.now().at, language, says }));
}
