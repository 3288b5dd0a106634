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
  const found = inEachPlace(plan, programme, county).map((offers) => inPlace(offers, today));
  if (found.every((one) => one === 'offered')) return 'offered';
  return found.every((one) => one === 'ended') ? 'ended' : 'notListed';
}

/** Whether the plan says, of any of these places, that it offers only a part of it today. */
export function isPartly(plan: Plan, programme: ProgrammeId, county: string | null, today: IsoDate): boolean {
  return inEachPlace(plan, programme, county).some((offers) =>
    offers.some((offer) => offer.partly === true && inPlace([offer], today) === 'offered'),
  );
}

/** The last day on which it was offered there, where that is past. */
export function lastOffered(
  plan: Plan,
  programme: ProgrammeId,
  county: string | null,
  today: IsoDate,
): IsoDate | undefined {
  if (offered(plan, programme, county, today) !== 'ended') return undefined;
  const days = inEachPlace(plan, programme, county).flatMap((offers) => offers.flatMap(({ to }) => to ?? []));
  return days.sort().at(-1);
}

/** The plan's offers of a programme, place by place: that county, or each of the plan's. */
function inEachPlace(plan: Plan, programme: ProgrammeId, county: string | null): readonly (readonly Offer[])[] {
  const places = county === null ? plan.counties : [county];
  return places.map((place) =>
    plan.offers.filter((offer) => offer.programme === programme && offer.counties.includes(place)),
  );
}

function inPlace(offers: readonly Offer[], today: IsoDate): Offered {
  const begun = offers.filter(({ from }) => from === undefined || from <= today);
  if (begun.length === 0) return 'notListed';
  return begun.some(({ to }) => to === undefined || today <= to) ? 'offered' : 'ended';
}
