/** Ticked choices that tell of danger: they never pass through words, and count as much as words. */
import type { DangerKind } from '../../dialogs/danger-kind.ts';

/**
 * The danger that a chosen option tells of, or null. Takes the bare id of an option (`fleeingViolence`) or the id with
 * its question before it (`housingRisk.fleeingViolence`).
 */
export function dangerOfChoice(optionId: string): DangerKind | null {
  return dangerous.get(optionId.slice(optionId.lastIndexOf('.') + 1)) ?? null;
}

/** Options by the fact that they give (policy/facts.ts). Suicide and overdose are never asked about, so no choice names them. */
const dangerous: ReadonlyMap<string, DangerKind> = new Map([['fleeingViolence', 'abuse']]);
