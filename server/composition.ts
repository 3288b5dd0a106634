/** The bot with its real surroundings: one place says what it is made of, for the server and for the terminal. */
import { readDanger } from '../bot/danger.ts';
import { MemberBot } from '../bot/bot.ts';
import type { Talker } from '../bot/inbound.ts';
import type { MaySay } from '../bot/sayable.ts';
import type { Store } from '../bot/store.ts';
import { createTalker, type TalkerParts } from '../bot/talker.ts';
import { worldFor, type WorldParts } from '../bot/world-for.ts';
import { lexicalUnderstanding } from '../dialogs/lexical.ts';
import { isOpen, type Plan } from '../dialogs/plan.ts';
import type { Understanding } from '../dialogs/understanding.ts';
import type { World } from '../dialogs/world.ts';
import { catalogOn } from '../policy/catalog.ts';
import type { News } from '../referral/news.ts';
import { MemberAdapter } from './channels/member-adapter.ts';
import type { Clock } from './clock.ts';
import { newsGateway } from './gateways/news.ts';
import { mintTurnIds } from './ids.ts';
import { understandingInTime, understandingMs } from './in-time.ts';

export type BotParts = {
  readonly store: Store;
  readonly plan: Plan;
  readonly clock: Clock;
  readonly maySay: MaySay;
  readonly mayTryStatus: TalkerParts['mayTryStatus'];
  readonly failed: TalkerParts['failed'];
  readonly webUrl?: string;
  readonly textNumber?: string;
  /** What reads a member's own words; the catalogue's own phrases unless given. */
  readonly understanding?: Understanding;
};

export type ComposedBot = {
  /** For our own channels, inside a Bot Framework turn. */
  readonly talker: Talker;
  /** For the Bot Framework's channels. */
  readonly bot: MemberBot;
  /** Tells what the desk has set. */
  readonly news: News;
  /** What the world is at this moment, for one channel. */
  readonly worldFor: (from: Parameters<typeof worldFor>[0]) => World;
};

export function composeBot(parts: BotParts): ComposedBot {
  // Danger patterns are made ready when first used: now, and not while somebody waits for an answer.
  readDanger('');
  const { store, plan, clock, maySay, webUrl, textNumber } = parts;
  const surroundings: WorldParts = {
    plan,
    catalogOn,
    mint: mintTurnIds,
    now: () => momentAt(clock, plan),
    ...(webUrl === undefined ? {} : { webUrl }),
    ...(textNumber === undefined ? {} : { textNumber }),
  };
  const understanding = understandingInTime(parts.understanding ?? lexicalUnderstanding(), understandingMs);
  const core = createTalker({ ...parts, ...surroundings, understanding });
  const bot = new MemberBot(core);
  const worldOf: ComposedBot['worldFor'] = (from) => worldFor(from, surroundings);
  return {
    talker: new MemberAdapter(bot, core),
    bot,
    news: newsGateway({ store, maySay, worldFor: (channel) => worldOf({ channel }), now: clock.now }),
    worldFor: worldOf,
  };
}

/** Now, and who is there now: by the plan's own hours for its line, and for danger alerts. */
function momentAt(clock: Clock, plan: Plan): ReturnType<WorldParts['now']> {
  const there = clock.timeInCalifornia();
  return {
    at: clock.now().toISOString(),
    today: clock.todayInCalifornia(),
    staffed: isOpen(plan.memberServices.hours, there),
    onCall: isOpen(plan.onCall.hours, there),
  };
}
