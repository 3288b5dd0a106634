/** Everything that stands on the paper of a form. */
import type { Form } from '../../referral/forms.ts';
import { words } from './words.ts';

/** Its fonts are open before it is set. */
export function textsOf(form: Form): readonly string[] {
  return strings({ form, words });
}

/** Those that hold anything beside the letters and quotes of our own words: for these alone no font need be opened. */
export function uncommonIn(form: Form): readonly string[] {
  return textsOf(form).filter((text) => /[^\x20-\x7E“”’·]/.test(text));
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
