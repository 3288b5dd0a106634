import type { OtherPlan } from '../../dialogs/plan.ts';

/** A plan of the directory: `id` is that of its file here, where it has one. */
type Entry = OtherPlan & { readonly id: string };

/**
 * Plans whose member-services number was read on their own page. A number from memory is not shown: members of all
 * other plans are told of the phone on the back of their card, and of Health Care Options (`policy/state-lines.ts`).
 */
const directory: readonly Entry[] = [
  {
    id: 'iehp',
    name: 'Inland Empire Health Plan (IEHP)',
    number: '1-800-440-4347',
    place: 'IEHP: Community Supports (2024-10-23), Contact Information',
    standing: 'verified',
  },
  {
    id: 'alliance',
    name: 'Central California Alliance for Health',
    number: '800-700-3874',
    place: 'thealliance.health, provider referral page',
    standing: 'verified',
  },
  {
    id: 'santa-clara',
    name: 'Santa Clara Family Health Plan',
    number: '1-800-260-2055',
    place: 'scfhp.com, head of the page',
    standing: 'verified',
  },
];

/** Every plan of the directory but the one that this deployment serves. */
export function otherPlans(than: string): OtherPlan[] {
  return directory
    .filter(({ id }) => id !== than)
    .map(({ name, number, place, standing }) => ({ name, number, place, standing }));
}
