/** Fields out of values. */
import type { Field } from './form.ts';
import { valueOf, type Filling, type ValueId } from './values.ts';
import { words } from './words.ts';

/** The values that have a common label. */
export type LabelledId = Exclude<ValueId, 'requested' | 'also' | 'told'>;

/** A field under the common label of its value. */
export function field(id: LabelledId, filling: Filling, wide?: 'wide'): Field {
  return fieldUnder(words.fields[id], id, filling, wide);
}

/** A field under a label of its own. */
export function fieldUnder(label: string, id: ValueId, filling: Filling, wide?: 'wide'): Field {
  const value = valueOf(id, filling);
  return { label, value: value?.trim() === '' ? null : value, ...(wide ? { wide: true } : {}) };
}
