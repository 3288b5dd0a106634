/**
 * The bot as a channel sees it. Danger is read before anything is loaded; one queue per conversation; the turn is
 * stored before its words are said; the same message twice is one turn.
 */
import type { Catalog } from '../policy/catalog.ts';
import type { IsoDate } from '../policy/calendar.ts';
import type { DangerKind } from '../dialogs/danger-kind.ts';
import { found } from '../dialogs/file/programmes.ts';
import { welcome } from '../dialogs/menu.ts';
import type { Plan } from '../dialogs/plan.ts';
import { hearWaiting } from '../dialogs/registry.ts';
import { activeCase, freshState, type State } from '../dialogs/state.ts';
import { notMine, type Step } from '../dialogs/step.ts';
import type { Understanding } from '../dialogs/understanding.ts';
import type { World } from '../dialogs/world.ts';
import type { ReferralStatus } from '../referral/status.ts';
import { sinceBegunAgain } from './begun-again.ts';
import { dangerOfChoice, readDangers } from './danger.ts';
import type { Inbound, Outcome, Talker } from './inbound.ts';
import { queueByKey } from './queue.ts';
import { sayable, type MaySay, type Shown } from './sayable.ts';
import { sorry } from './sorry.ts';
import type { ConversationRow, Message, Store, Unit } from './store.ts';
import { turn } from './turn.ts';
import { unbroken } from './unbroken.ts';
import { unitOf } from './unit.ts';
import { questionId } from './waiting-question.ts';

/** What the world of a turn is made from. */
export type WorldParts = {
  readonly plan: Plan;
  readonly catalogOn: (day: IsoDate) => Catalog;
  /** The moment, the day in California, and who is there at that moment; a test brings its own. */
  readonly now: () => {
    readonly at: string;
    readonly today: IsoDate;
    readonly staffed: boolean;
    readonly onCall: boolean;
  };
  readonly mint: () => World['ids'];
  readonly webUrl?: string;
  readonly textNumber?: string;
};

export type TalkerParts = WorldParts & {
  readonly store: Store;
  readonly understanding: Understanding;
  readonly maySay: MaySay;
  /** Whether one more try at a status number is allowed, by number and by who asks. */
  readonly mayTryStatus: (number: string, key: string) => Promise<boolean>;
  /** Told of what went wrong, by name and id; never a member's words. */
  readonly failed: (what: 'storeFailed' | 'alertNotStored' | 'understandingFailed', error: unknown) => void;
};

type From = Pick<Inbound, 'channel' | 'key' | 'suggestedLanguage' | 'provenPhone'>;

export function createTalker(given: TalkerParts): Talker {
  const inTurn = queueByKey();
  const understanding = unbroken(given.understanding, (error) => given.failed('understandingFailed', error));
  const parts: TalkerParts = { ...given, understanding };
  return {
    receive: async (inbound) => {
      const dangers = readDangers(withinReach(inbound.text));
      const world = worldFor(inbound, parts);
      const talk: Loaded = { state: null };
      try {
        return await inTurn(`${inbound.channel} ${inbound.key}`, () => receive(inbound, dangers, world, parts, talk));
      } catch (error) {
        const danger = dangers[0] ?? dangerTicked(inbound);
        parts.failed(danger ? 'alertNotStored' : 'storeFailed', error);
        const messages = unstored(sorry(inbound, talk.state, danger, world, parts.maySay), parts);
        return { ...outcome(freshState(messages[0]?.language ?? 'en'), messages, world, danger), question: null };
      }
    },
    open: async (from) => {
      const world = worldFor(from, parts);
      const row = await parts.store.conversation(from.channel, from.key);
      const state = row.state ?? (await greet(row, from, world, parts));
      return outcome(state, sinceBegunAgain(await parts.store.messagesSince(row.id, 0)), world, null);
    },
  };
}

/** Longer than anybody writes: beginning and end are read, so that nobody can hold us with a book. */
function withinReach(text: string): string {
  return text.length <= 24_000 ? text : `${text.slice(0, 20_000)} ${text.slice(-4_000)}`;
}

/** A ticked choice is read in its turn, when it is an answer too; here for when no turn can be had. */
function dangerTicked({ choices, question }: Inbound): DangerKind | null {
  const asked = question?.replace(/^screen\./, '') ?? '';
  return choices.map((id) => dangerOfChoice(`${asked}.${id}`)).find((kind) => kind !== null) ?? null;
}

/** What the world is at this moment, for one channel. */
export function worldFor({ channel, provenPhone }: Pick<From, 'channel' | 'provenPhone'>, parts: WorldParts): World {
  const { today, staffed, onCall } = parts.now();
  return {
    today,
    plan: parts.plan,
    catalog: parts.catalogOn(today),
    channel,
    staffed,
    onCall,
    ids: parts.mint(),
    news: [],
    ...(parts.webUrl === undefined ? {} : { webUrl: parts.webUrl }),
    ...(parts.textNumber === undefined ? {} : { textNumber: parts.textNumber }),
    ...(provenPhone === undefined ? {} : { provenPhone }),
  };
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
  for (let tries = 0; tries < 5; tries += 1) {
    const row = await parts.store.conversation(inbound.channel, inbound.key);
    talk.state = row.state;
    const before = await parts.store.repliesTo({ conversation: row.id, inbound: inbound.id });
    if (before) return outcome(row.state ?? freshState('en'), before, world, dangers[0] ?? null);
    const news = await newsFor(row.state, inbound, parts);
    const heard = await turn(row.state, inbound, dangers, { ...world, news }, parts.understanding);
    const taken = await withReads(heard, inbound, world, parts);
    const says = sayable(taken.says, taken.state.language, world, parts.maySay);
    const committed = await parts.store.commit(unitOf(row, inbound, taken, says, world, parts.now().at));
    if (committed.kind === 'stored') return outcome(taken.state, committed.messages, world, dangers[0] ?? null, taken);
    // Somebody else's turn came first, or stored this very message: look again at what is there now.
  }
  throw new Error('the conversation moved on five times in one turn');
}

/** By text the news itself waits for the member's own word; then it is told with whatever they wrote. */
async function newsFor(
  state: State | null,
  { provenPhone }: Inbound,
  { store }: TalkerParts,
): Promise<readonly ReferralStatus[]> {
  const read = (state?.news ?? []).map(async (number) => {
    const referral = await store.filed(number);
    return referral ? store.status(number, referral.person.birthDate, provenPhone ?? null) : null;
  });
  return (await Promise.all(read)).flatMap((status) => (status?.teller === 'member' ? [status] : []));
}

/** A read's result is heard in the same turn, one round at most. */
async function withReads(taken: Step, inbound: Inbound, world: World, parts: TalkerParts): Promise<Step> {
  const read = taken.does.find((effect) => effect.do === 'readStatus');
  if (!read) return taken;
  const allowed = await parts.mayTryStatus(read.number, `${inbound.channel} ${inbound.address ?? inbound.key}`);
  const status = allowed
    ? ((await parts.store.status(read.number, read.birthDate, inbound.provenPhone ?? null)) ?? 'notFound')
    : 'tooManyTries';
  const heard = hearWaiting({ kind: 'status', status }, taken.state, world);
  if (heard === notMine) return taken;
  return {
    ...heard,
    says: [...taken.says, ...heard.says],
    does: [...taken.does.filter((effect) => effect !== read), ...heard.does],
  };
}

function outcome(
  state: State,
  messages: readonly Message[],
  world: World,
  danger: DangerKind | null,
  taken?: Step,
): Outcome {
  const filed = taken?.does.find((effect) => effect.do === 'file');
  const about = activeCase(state);
  return {
    language: state.language,
    messages,
    question: questionId(state, world),
    dialog: state.waiting.dialog === 'root' ? null : state.waiting.dialog,
    danger: danger ?? taken?.does.find((effect) => effect.do === 'alert')?.danger ?? null,
    findings: state.waiting.dialog === 'findings' && about ? found(about, world) : null,
    confirmation: filed?.referral.number ?? null,
    silent: state.stopped && !taken?.says.length,
  };
}

/** A page that is opened is greeted once; what was said is kept like any other word of ours. */
async function greet(row: ConversationRow, from: From, world: World, parts: TalkerParts): Promise<State> {
  const state: State = { ...freshState(from.suggestedLanguage ?? 'en'), greeted: true };
  const replies = sayable(welcome(state, world), state.language, world, parts.maySay);
  const unit: Unit = {
    conversation: row.id,
    channel: from.channel,
    expectedVersion: row.version,
    state,
    replies,
    outbox: [],
    audit: [],
    at: parts.now().at,
  };
  await parts.store.commit(unit);
  // Opened twice at once, one of the two greetings is stored: that one is shown.
  return (await parts.store.conversation(from.channel, from.key)).state ?? state;
}

type Ours = Extract<Message, { by: 'us' }>;

/** Said without being stored: the first number of a stored conversation is 1. */
function unstored(shown: readonly Shown[], parts: TalkerParts): readonly Ours[] {
  return shown.map(({ language, says }) => ({ seq: 0, by: 'us', at: parts.now().at, language, says }));
}
