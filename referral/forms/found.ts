/** What the screen found for one request, in words: for outreach, not for the decision. */
import type { Field } from './form.ts';
import type { Request } from '../referral.ts';
import { word, words } from './words.ts';

export function foundFields({ finding }: Request): readonly Field[] {
  if (!finding) return [{ label: words.fields.found, value: words.found.none, wide: true }];
  const populations = finding.populations.map((id) => words.populations[id]);
  const found = [words.found[finding.truth], populations.join('; ')].filter(Boolean).join(' ');
  const missing = finding.missing.map((fact) => word({ ...words.facts, ...words.factNames }, fact));
  return [
    { label: words.fields.found, value: found, wide: true },
    ...(missing.length > 0 ? [{ label: words.fields.openFacts, value: missing.join('; '), wide: true } as const] : []),
  ];
}
