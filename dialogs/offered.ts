import type { IsoDate } from '../policy/calendar.ts';
import type { ProgrammeId } from '../policy/rule.ts';
import type { Offer, Plan } from './plan.ts';

/** What a plan's own documents say about one programme in one place today. */
export type Offered = 'offered' | 'notListed' | 'ended';

/**
 * Whether the plan says that it offers a programme in a county. Where the county is not known (null), only what is
 * offered in every county of the plan counts. `notListed` is not a no: our sources are silent, and the plan can tell.
 */
export function offered(plan: Plan, programme: ProgrammeId, county: string | null, today: IsoDate): Offered {
  const places = county === null ? plan.counties : [county];
  const found = places.map((place) =>
    inPlace(
      plan.offers.filter((offer) => offer.programme === programme && offer.counties.includes(place)),
      today,
    ),
  );
  if (found.every((one) => one === 'offered')) return 'offered';
  return found.every((one) => one === 'ended') ? 'ended' : 'notListed';
}

function inPlace(offers: readonly Offer[], today: IsoDate): Offered {
  const begun = offers.filter(({ from }) => from === undefined || from <= today);
  if (begun.length === 0) return 'notListed';
  return begun.some(({ to }) => to === undefined || today <= to) ? 'offered' : 'ended';
}
