/** What is in force on a day, and what is different on another: for `npm run policy -- list | as-of | diff`. */
import type { IsoDate } from '../../../policy/calendar.ts';
import { catalogOn } from '../../../policy/catalog.ts';
import type { CommunitySupport, Population } from '../../../policy/rule.ts';
import { offered, type Plan } from '../../../dialogs/plan.ts';

/** A population of focus or a Community Support, as its file has it. */
export type AnyRule = Population | CommunitySupport;

/** Late enough for every rule to have begun: those that have ended are kept in the catalogue too. */
const everDay: IsoDate = '9999-12-31';

export function everyRule(): readonly AnyRule[] {
  const { populations, supports } = catalogOn(everDay);
  return [...populations, ...supports].map(({ rule }) => rule);
}

/** Where a rule stands on a day. */
function stateOn(day: IsoDate, { inForce: { from, to } }: AnyRule): string {
  if (day < from) return `begins ${from}`;
  if (to === undefined) return 'in force';
  return to < day ? `lapsed on ${to}` : `in force, until ${to}`;
}

/** One line a rule: its id, where it stands, under what authority. */
export function listOn(day: IsoDate): readonly string[] {
  return everyRule().map((rule) => [rule.id, stateOn(day, rule), rule.inForce.authority].join('\t'));
}

/** What is not the same on two days, for the rules and for what a plan offers. */
export function changesBetween(first: IsoDate, second: IsoDate, plan: Plan): readonly string[] {
  const rules = everyRule().flatMap((rule) => changed(rule.id, stateOn(first, rule), stateOn(second, rule)));
  const offers = everyRule().flatMap((rule) =>
    'limits' in rule
      ? plan.counties.flatMap((county) =>
          changed(
            `${plan.id} ${county} ${rule.id}`,
            offered(plan, rule.id, county, first),
            offered(plan, rule.id, county, second),
          ),
        )
      : [],
  );
  return [...rules, ...offers];
}

function changed(what: string, before: string, after: string): readonly string[] {
  return before === after ? [] : [`${what}\t${before}\t->\t${after}`];
}
