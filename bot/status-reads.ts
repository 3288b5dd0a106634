/** What a turn reads of filed requests: the status that was asked for, and the news that waits. */
import { hearWaiting } from '../dialogs/registry.ts';
import type { State } from '../dialogs/state.ts';
import { notMine, type Step } from '../dialogs/step.ts';
import type { World } from '../dialogs/world.ts';
import type { ReferralStatus } from '../referral/status.ts';
import type { Inbound } from './inbound.ts';
import type { Store } from './store.ts';

/** Whether one more try at a status number is allowed, by number and by who asks. */
export type MayTryStatus = (number: string, whose: string) => Promise<boolean>;

/** A read's result is heard in the same turn, one round at most. */
export async function withReads(
  taken: Step,
  inbound: Inbound,
  world: World,
  { store, mayTryStatus }: { readonly store: Store; readonly mayTryStatus: MayTryStatus },
): Promise<Step> {
  const read = taken.does.find((effect) => effect.do === 'readStatus');
  if (!read) return taken;
  const allowed = await mayTryStatus(read.number, `${inbound.channel} ${inbound.address ?? inbound.key}`);
  const status = allowed
    ? ((await store.status(read.number, read.birthDate, inbound.provenPhone ?? null)) ?? 'notFound')
    : 'tooManyTries';
  const heard = hearWaiting({ kind: 'status', status }, taken.state, world);
  if (heard === notMine) return taken;
  return {
    ...heard,
    says: [...taken.says, ...heard.says],
    does: [...taken.does.filter((effect) => effect !== read), ...heard.does],
  };
}

/** By text the news itself waits for the member's own word; then it is told with whatever they wrote. */
export async function newsFor(state: State | null, { provenPhone }: Inbound, store: Store): Promise<World['news']> {
  const read = (state?.news ?? []).map(async (due) => {
    const referral = await store.filed(due.number);
    const status = referral && (await store.status(due.number, referral.person.birthDate, provenPhone ?? null));
    return status?.teller === 'member' ? [{ ...due, status }] : [];
  });
  return (await Promise.all(read)).flat();
}

/** How a referral stands of which something is being asked: the waiting question was shown to whoever may hear of it. */
export async function standingFor(
  state: State | null,
  { provenPhone }: Inbound,
  store: Store,
): Promise<ReferralStatus | null> {
  const waiting = state?.waiting;
  if (waiting?.dialog !== 'planQuestion' && waiting?.dialog !== 'takeBack') return null;
  const referral = await store.filed(waiting.number);
  const status = referral && (await store.status(waiting.number, referral.person.birthDate, provenPhone ?? null));
  return status?.teller === 'member' ? status : null;
}
