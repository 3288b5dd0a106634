/** Who takes the referral and through whom it comes: the same two resources in every referral. */
import type { Organization } from 'fhir/r4.js';
import type { Made } from './elements.ts';
import { platform, type Filing, type Taker } from './filing.ts';
import { numbers } from './systems.ts';

export function organizations({ plan, ids }: Filing): readonly (Organization & Made)[] {
  return [organization(ids.plan, numbers.plan, plan), organization(ids.platform, numbers.platform, platform)];
}

const organization = (id: string, system: string, { id: value, name }: Taker): Organization & Made => ({
  resourceType: 'Organization',
  id,
  identifier: [{ system, value }],
  active: true,
  name,
});
