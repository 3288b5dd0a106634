/** What the plan's own list says of a support where somebody lives; where it is not on it, what is on it that may fit. */
import type { Finding } from '../policy/findings.ts';
import type { ProgrammeId } from '../policy/rule.ts';
import type { Key } from '../locales/index.ts';
import { line, planParams } from './asking.ts';
import { countyIn } from './county.ts';
import { isPartly, lastOffered, offered } from './offered.ts';
import type { Line } from './say.ts';
import type { Case } from './case.ts';
import type { World } from './world.ts';

/** Beside what was found of it. Nothing of ECM, which is a benefit of every plan; each support is a plan's own choice. */
export function offerLines(
  { programme, truth }: Finding,
  others: readonly Finding[],
  { replies }: Pick<Case, 'replies'>,
  world: World,
): readonly Line[] {
  if (truth === 'unmet') return [];
  const county = countyIn(replies);
  const lines = offerOf(programme, county, world);
  return isListed(programme, county, world) ? lines : [...lines, ...near(programme, others, county, world)];
}

/** Whether it is offered there, where that needs saying: nothing where all of it is on the plan's list. */
export function offerOf(programme: ProgrammeId, county: string | null, world: World): readonly Line[] {
  const { plan, today } = world;
  if (programme === 'ecm') return [];
  if (isListed(programme, county, world))
    return isPartly(plan, programme, county, today) ? [line('findings.partly', planParams(world))] : [];
  const date = lastOffered(plan, programme, county, today);
  if (date) return [line('findings.ended', { ...planParams(world), date: { date } })];
  return county === null
    ? [line('findings.notListed', planParams(world))]
    : [line('findings.notListedIn', { ...planParams(world), county })];
}

const isListed = (programme: ProgrammeId, county: string | null, { plan, today }: World): boolean =>
  programme === 'ecm' || offered(plan, programme, county, today) === 'offered';

/** Two at most that the plan does list there, that may fit, and that are for the same kind of trouble; else ECM. */
function near(
  programme: ProgrammeId,
  others: readonly Finding[],
  county: string | null,
  world: World,
): readonly Line[] {
  const { catalog } = world;
  const concernsOf = (id: ProgrammeId) => catalog.supports.find(({ rule }) => rule.id === id)?.rule.concerns ?? [];
  const fit = others.filter((each) => each.truth === 'met' && each.programme !== programme);
  const alike = fit.filter(
    (each) =>
      isListed(each.programme, county, world) &&
      concernsOf(each.programme).some((concern) => concernsOf(programme).includes(concern)),
  );
  const listed = alike.length > 0 ? alike : fit.filter((each) => each.programme === 'ecm');
  if (listed.length === 0) return [];
  const names = listed.slice(0, 2).map((each): Key => `programmes.${each.programme}.short`);
  return [line('findings.near', { ...planParams(world), names: { words: names } })];
}
