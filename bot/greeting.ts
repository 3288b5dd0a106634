import { welcome } from '../dialogs/menu.ts';
import { freshState, type State } from '../dialogs/state.ts';
import type { World } from '../dialogs/world.ts';
import type { Inbound } from './inbound.ts';
import { sayable, type MaySay } from './sayable.ts';
import type { ConversationRow, Store, Unit } from './store.ts';

type Parts = { readonly store: Store; readonly maySay: MaySay; readonly at: string };

/** A page that is opened is greeted once; what was said is kept like any other word of ours. */
export async function greet(
  row: ConversationRow,
  from: Pick<Inbound, 'channel' | 'key' | 'suggestedLanguage'>,
  world: World,
  { store, maySay, at }: Parts,
): Promise<State> {
  const state: State = { ...freshState(from.suggestedLanguage ?? 'en'), greeted: true };
  const unit: Unit = {
    conversation: row.id,
    channel: from.channel,
    expectedVersion: row.version,
    state,
    replies: sayable(welcome(state, world), state.language, world, maySay),
    outbox: [],
    audit: [],
    at,
  };
  await store.commit(unit);
  // Opened twice at once, one of the two greetings is stored: that one is shown.
  return (await store.conversation(from.channel, from.key)).state ?? state;
}
