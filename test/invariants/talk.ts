// One conversation with the real bot over a store in memory, begun at any point of it.
import { randomUUID } from 'node:crypto';
import { layoutTexts } from '../../bot/channel.ts';
import type { Inbound, Outcome, Talker } from '../../bot/inbound.ts';
import type { MaySay } from '../../bot/sayable.ts';
import type { Store } from '../../bot/store.ts';
import { createTalker } from '../../bot/talker.ts';
import { worldFor } from '../../bot/world-for.ts';
import type { Say } from '../../dialogs/say.ts';
import type { State } from '../../dialogs/state.ts';
import type { Plan } from '../../dialogs/plan.ts';
import type { Understanding } from '../../dialogs/understanding.ts';
import type { World } from '../../dialogs/world.ts';
import type { Tag } from '../../locales/languages.ts';
import { maySayIn } from '../../locales/reviews.ts';
import { formatPhone } from '../../locales/format.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import { catalogOn } from '../../policy/catalog.ts';
import { clockOn } from '../../server/clock.ts';
import { composeBot } from '../../server/composition.ts';
import { mintTurnIds } from '../../server/ids.ts';
import { planById } from '../../server/plans/index.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';

export const plan = planById('iehp');
/** The plan's line as a member reads it. */
export const planPhone = formatPhone(plan.memberServices.number);
/** Every word that is written may be said, signed or not. */
export const preview: MaySay = maySayIn('preview', {});

/** What one turn came to, as things said and as the texts that a member reads. */
export type Turn = {
  readonly outcome: Outcome;
  readonly says: readonly Say[];
  readonly texts: readonly string[];
  readonly all: string;
};

export type Talk = {
  readonly store: WholeStore;
  readonly key: string;
  /** The failures that were written down, by name. */
  readonly failures: string[];
  /** The world as this talk's bot sees it. */
  readonly world: World;
  readonly types: (text: string) => Promise<Turn>;
  readonly picks: (...choices: string[]) => Promise<Turn>;
  readonly sends: (inbound: Partial<Inbound>) => Promise<Turn>;
  readonly state: () => Promise<State>;
  /** From now on the conversation stands there. */
  readonly put: (state: State) => Promise<void>;
};

export type TalkSettings = {
  readonly channel?: 'web' | 'sms';
  readonly key?: string;
  readonly language?: Tag;
  readonly day?: IsoDate;
  readonly store?: WholeStore;
  /** A store in front of the real one: one that fails, waits, or watches. */
  readonly over?: (store: WholeStore) => Store;
  readonly understanding?: Understanding;
  readonly maySay?: MaySay;
  /** Whose members write; Inland Empire Health Plan's unless said. */
  readonly of?: Plan;
  /** Outside the hours of the plan's line and of those who take alerts. */
  readonly closed?: boolean;
};

let phones = 0;

export async function openTalk(settings: TalkSettings = {}): Promise<Talk> {
  const { channel = 'web', day = '2026-11-20', maySay = preview, language = null } = settings;
  const whose = settings.of ?? plan;
  const store = settings.store ?? (await openMemoryStore());
  const key = settings.key ?? (channel === 'sms' ? `+1951555${String((phones += 1)).padStart(4, '0')}` : randomUUID());
  const from = { channel, key, ...(channel === 'sms' ? { provenPhone: key } : {}) } as const;
  const failures: string[] = [];
  const clock = clockOn(day);
  const open = settings.closed !== true;
  const now = () => ({ at: clock.now().toISOString(), today: day, staffed: open, onCall: open });
  const parts = {
    store: settings.over?.(store) ?? store,
    plan: whose,
    maySay,
    mayTryStatus: () => Promise.resolve(true),
    failed: (what: string) => void failures.push(what),
    webUrl: 'https://navigator.example',
  };
  const surroundings = { plan: whose, catalogOn, now, mint: mintTurnIds, webUrl: parts.webUrl };
  const { understanding, closed } = settings;
  const talker: Talker =
    understanding || closed
      ? createTalker({
          ...parts,
          ...surroundings,
          understanding: understanding ?? { read: () => Promise.resolve(null) },
        })
      : composeBot({ ...parts, clock }).talker;
  const sends: Talk['sends'] = async (inbound) => {
    const outcome = await talker.receive({
      ...from,
      id: randomUUID(),
      text: '',
      choices: [],
      question: null,
      attachments: 0,
      suggestedLanguage: language,
      ...inbound,
    });
    return turnOf(outcome, channel);
  };
  return {
    store,
    key,
    failures,
    world: worldFor(from, surroundings),
    sends,
    types: (text) => sends({ text }),
    picks: (...choices) => sends({ choices }),
    state: async () => {
      const { state } = await store.conversation(channel, key);
      if (!state) throw new Error('nothing was said yet');
      return state;
    },
    put: async (state) => {
      const row = await store.conversation(channel, key);
      await store.commit({
        conversation: row.id,
        channel,
        expectedVersion: row.version,
        state,
        replies: [],
        outbox: [],
        audit: [],
        at: clock.now().toISOString(),
      });
    },
  };
}

export function turnOf(outcome: Outcome, channel: 'web' | 'sms'): Turn {
  const ours = outcome.messages.flatMap((message) => (message.by === 'us' ? [message] : []));
  const medium = channel === 'sms' ? 'sms' : 'plain';
  const texts = ours.flatMap(({ says, language }) => layoutTexts(says, language, { medium }) ?? []);
  return { outcome, says: ours.flatMap(({ says }) => says), texts, all: texts.join('\n') };
}
