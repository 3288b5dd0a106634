import type { Plan } from '../dialogs/plan.ts';
import type { World } from '../dialogs/world.ts';
import type { Catalog } from '../policy/catalog.ts';
import type { IsoDate } from '../policy/calendar.ts';
import type { Inbound } from './inbound.ts';

/** What the world of a turn is made from. */
export type WorldParts = {
  readonly plan: Plan;
  readonly catalogOn: (day: IsoDate) => Catalog;
  /** The moment, the day in California, and who is there at that moment; a test brings its own. */
  readonly now: () => {
    readonly at: string;
    readonly today: IsoDate;
    readonly staffed: boolean;
    readonly onCall: boolean;
  };
  readonly mint: () => World['ids'];
  readonly webUrl?: string;
  readonly textNumber?: string;
};

/** What the world is at this moment, for one channel. */
export function worldFor({ channel, provenPhone }: Pick<Inbound, 'channel' | 'provenPhone'>, parts: WorldParts): World {
  const { today, staffed, onCall } = parts.now();
  return {
    today,
    plan: parts.plan,
    catalog: parts.catalogOn(today),
    channel,
    staffed,
    onCall,
    ids: parts.mint(),
    news: [],
    ...(parts.webUrl === undefined ? {} : { webUrl: parts.webUrl }),
    ...(parts.textNumber === undefined ? {} : { textNumber: parts.textNumber }),
    ...(provenPhone === undefined ? {} : { provenPhone }),
  };
}
