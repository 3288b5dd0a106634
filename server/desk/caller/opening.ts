/** The first words of a talk for a caller: the menu, or the question at which the member stopped. */
import type { Store, Unit } from '../../../bot/store.ts';
import type { State } from '../../../dialogs/state.ts';
import type { Step } from '../../../dialogs/step.ts';
import { begunIn, takenOver } from '../../../dialogs/taken-over.ts';
import type { World } from '../../../dialogs/world.ts';
import type { Clock } from '../../clock.ts';
import { callerKey, type CallerFile } from './store.ts';

export type OpeningPart = {
  readonly store: Pick<Store, 'conversation' | 'commit'>;
  readonly clock: Clock;
  /** What the world is for a worker at this moment. */
  readonly world: () => World;
};

/**
 * Said once, and stored like any other word; a talk that was begun and not opened, for the process stopped, is opened
 * now. Gives what stands in it.
 */
export async function opened(file: CallerFile, by: string, { store, clock, world }: OpeningPart): Promise<State> {
  if (file.state) return file.state;
  const key = callerKey(file.id);
  const now = world();
  const row = await store.conversation('desk', key);
  const { state, says } = first(file, now);
  const unit: Unit = {
    conversation: row.id,
    channel: 'desk',
    expectedVersion: row.version,
    state,
    replies: [{ language: state.language, says }],
    outbox: [],
    audit: [{ what: 'caller.opened', about: key }],
    worker: by,
    at: clock.now().toISOString(),
  };
  // Opened twice at once, one of the two is stored: that one stands.
  await store.commit(unit);
  return (await store.conversation('desk', key)).state ?? state;
}

/** A copy: what the worker writes is never written into the member's own talk. */
function first({ language, member }: CallerFile, world: World): Step {
  return member?.state ? takenOver(member.state, member.phone, world) : begunIn(language, world);
}
