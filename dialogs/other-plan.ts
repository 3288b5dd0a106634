/** A member of another plan is told kindly how to reach theirs; what waited goes on waiting. */
import { stateLines } from '../policy/state-lines.ts';
import { planParams, say, step } from './asking.ts';
import { plain } from './read/plain.ts';
import { askWaiting } from './registry.ts';
import type { State } from './state.ts';
import { notMine, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';

/** Medi-Cal plans by what members call them (policy.md 4.2). Names are the same in every language. */
const plans: readonly { readonly name: string; readonly called: RegExp }[] = [
  { name: 'Alameda Alliance for Health', called: /\balameda alliance\b/ },
  { name: 'Anthem', called: /\banthem\b/ },
  { name: 'Blue Shield Promise', called: /\bblue shield\b/ },
  { name: 'CalOptima Health', called: /\bcal ?optima\b/ },
  { name: 'CalViva Health', called: /\bcal ?viva\b/ },
  { name: 'CenCal Health', called: /\bcencal\b/ },
  { name: 'Central California Alliance for Health', called: /\b(central california|ccah|the) alliance\b/ },
  { name: 'Community Health Group', called: /\bcommunity health group\b/ },
  { name: 'Contra Costa Health Plan', called: /\bcontra costa health\b/ },
  { name: 'Gold Coast Health Plan', called: /\bgold coast\b/ },
  { name: 'Health Net', called: /\bhealth ?net\b/ },
  { name: 'Health Plan of San Joaquin', called: /\b(health plan of san joaquin|hpsj|mountain valley)\b/ },
  { name: 'Health Plan of San Mateo', called: /\b(health plan of san mateo|hpsm)\b/ },
  { name: 'Inland Empire Health Plan (IEHP)', called: /\b(iehp|inland empire)\b/ },
  { name: 'Kaiser', called: /\bkaiser\b/ },
  { name: 'Kern Family Health Care', called: /\bkern (family|health)\b/ },
  { name: 'L.A. Care', called: /\bl\.? ?a\.? care\b/ },
  { name: 'Molina', called: /\bmolina\b/ },
  { name: 'Partnership HealthPlan', called: /\bpartnership\b/ },
  { name: 'San Francisco Health Plan', called: /\b(san francisco health plan|sfhp)\b/ },
  { name: 'Santa Clara Family Health Plan', called: /\b(santa clara family|scfhp)\b/ },
];

/** Only what nothing else could read comes here: "I had Molina before" is an answer where that was asked. */
export function otherPlan(text: string, state: State, world: World): Step | NotMine {
  const named = plans.find(({ name, called }) => name !== world.plan.name && called.test(plain(text)));
  if (!named || named.name.includes(world.plan.name)) return notMine;
  const known = world.plan.elsewhere.find(({ name }) => name === named.name);
  const params = { ...planParams(world), other: named.name };
  const told = known
    ? say('welcome.otherPlan.known', { ...params, number: { phone: known.number } })
    : say('welcome.otherPlan.unknown', { ...params, options: { phone: stateLines.healthCareOptions.number } });
  return step(state, [told, ...askWaiting(state, world)]);
}
