/** Ticked choices that tell of danger: they never pass through words, and count as much as words. */
import type { DangerKind } from '../../dialogs/danger-kind.ts';

/** The danger that a chosen option tells of, or null. The option with its question before it: `housingRisk.violence`. */
export function dangerOfChoice(optionId: string): DangerKind | null {
  return dangerous.get(optionId) ?? null;
}

/** Suicide and overdose are never asked about, so no choice names them. */
const dangerous: ReadonlyMap<string, DangerKind> = new Map([['housingRisk.violence', 'abuse']]);
