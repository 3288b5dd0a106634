/** Who will call the member, as a Task names them. A member reads it, so that it is taken whole and clean or not at all. */
import { isProviderName, isProviderPhone, type ProviderName } from '../provider.ts';
import type { Ours } from './read.ts';
import { ProviderShape, type Reference, type TaskShape } from './shape.ts';

export type WhoCalls =
  /** Nobody is named but the plan. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'named'; readonly provider: ProviderName }
  /** Somebody is named, without a name or phone that could be told; `name` as it stands there, never told. */
  | { readonly kind: 'unusable'; readonly name: string | null }
  /** To be read from the plan's own server, at this address below its base, and then `providerIn`. */
  | { readonly kind: 'there'; readonly at: string; readonly display: string | null };

/**
 * By the output of ours, or else by the owner: an owner is who will call only beside a step of the loop, for the plan's
 * system may put itself there under whatever id.
 */
export function whoCalls(task: TaskShape, output: Reference | undefined, ours: Ours, hasStep: boolean): WhoCalls {
  const reference = output ?? (hasStep ? task.owner : undefined);
  if (!reference) return nobody;
  const display = reference.display ?? null;
  const at = belowBase(reference.reference ?? '', ours.base);
  if (at === `Organization/${ours.plan}`) return nobody;
  if (at.startsWith('#')) {
    const inside = (task.contained ?? []).filter(({ id }) => id === at.slice(1));
    return inside.length === 1 ? providerIn(inside[0], display) : { kind: 'unusable', name: display };
  }
  if (!/^(Organization|PractitionerRole|HealthcareService)\/[A-Za-z0-9.-]{1,64}$/.test(at)) {
    return { kind: 'unusable', name: display };
  }
  return { kind: 'there', at, display };
}

const nobody: WhoCalls = { kind: 'nobody' };

/** Who calls, by their own resource. */
export function providerIn(resource: unknown, display: string | null): Exclude<WhoCalls, { kind: 'there' }> {
  const shape = ProviderShape.safeParse(resource).data;
  const name = plain(shape?.name ?? shape?.organization?.display ?? display ?? '');
  const phones = (shape?.telecom ?? []).filter(({ system, use }) => system === 'phone' && use !== 'old');
  const phone = plain((phones.find(({ use }) => use === 'work') ?? phones[0])?.value ?? '');
  return isProviderName(name) && isProviderPhone(phone)
    ? { kind: 'named', provider: { name, phone } }
    : { kind: 'unusable', name: name === '' ? null : name };
}

const plain = (text: string): string => text.trim();

/** An address in full is as good as one below the base of the same server; any other leads elsewhere, and is not followed. */
const belowBase = (reference: string, base: string): string =>
  reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference;
