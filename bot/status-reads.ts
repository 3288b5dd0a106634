/** What a turn reads of filed requests: the status that was asked for, and the news that waits. */
import { tellProven } from '../dialogs/own-phone.ts';
import { hearWaiting } from '../dialogs/registry.ts';
import type { State } from '../dialogs/state.ts';
import { notMine, type Step } from '../dialogs/step.ts';
import type { World } from '../dialogs/world.ts';
import type { IsoDate } from '../policy/calendar.ts';
import { stands } from '../referral/news.ts';
import type { ReferralStatus } from '../referral/status.ts';
import type { Inbound } from './inbound.ts';
import type { ConversationRow, Store } from './store.ts';

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
  const asked = typeof status === 'string' ? status : actingHere(status, taken.state, inbound);
  const heard = hearWaiting({ kind: 'status', status: asked }, taken.state, world);
  if (heard === notMine) return taken;
  const told = typeof status === 'string' ? heard : tellProven(heard, status, world);
  return {
    ...told,
    says: [...taken.says, ...told.says],
    does: [...taken.does.filter((effect) => effect !== read), ...told.does],
  };
}

/**
 * Number and birth date show enough to look, and not to act: a number stands on paper, and many know a birth date.
 * Whoever asked acts where they asked, the member also by the phone that was given for them; with a worker; else by a
 * call. It is the same for everybody, so that it does not tell where violence was named.
 */
function actingHere(status: ReferralStatus, { cases }: State, { channel }: Inbound): ReferralStatus {
  const { number, ownPhone = false, mayAct = false } = status;
  const isTheirs = ownPhone || channel === 'desk' || cases.some(({ filed }) => filed.includes(number));
  return { ...status, mayAct: mayAct && isTheirs };
}

/**
 * By text the news itself waits for the member's own word; then it is told with whatever they wrote. Where nobody has
 * shown yet that they are the member, nothing is told before they do.
 */
export async function newsFor(
  { id, state }: ConversationRow,
  inbound: Inbound,
  today: IsoDate,
  store: Store,
): Promise<Pick<World, 'news' | 'unproven'>> {
  const read = (state?.news ?? []).map(async (due) => {
    const referral = await store.filed(due.number);
    const found = referral && (await store.status(due.number, referral.person.birthDate, inbound.provenPhone ?? null));
    if (!state || found?.teller !== 'member') return [];
    const status = actingHere(found, state, inbound);
    const isProven = (await store.talksAbout(due.number)).some(({ conversation }) => conversation === id);
    return [{ due, status, isProven }];
  });
  const all = (await Promise.all(read)).flat();
  return {
    news: all.filter(({ isProven }) => isProven).map(({ due, status }) => ({ ...due, status })),
    unproven: all
      .filter(({ due, status, isProven }) => !isProven && stands(due.topic, due.programme, status, today))
      .map(({ due }) => due),
  };
}

/** How a referral stands of which something is being asked: the waiting question was shown to whoever may hear of it. */
export async function standingFor(state: State | null, inbound: Inbound, store: Store): Promise<ReferralStatus | null> {
  if (!state) return null;
  const { waiting } = state;
  if (waiting.dialog !== 'planQuestion' && waiting.dialog !== 'takeBack') return null;
  const referral = await store.filed(waiting.number);
  const { provenPhone = null } = inbound;
  const status = referral && (await store.status(waiting.number, referral.person.birthDate, provenPhone));
  return status?.teller === 'member' ? actingHere(status, state, inbound) : null;
}
