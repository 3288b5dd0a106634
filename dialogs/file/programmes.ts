/** What can be asked for, and what is asked for unless the member says otherwise. */
import type { Finding } from '../../policy/findings.ts';
import { ProgrammeId } from '../../policy/rule.ts';
import { option } from '../asking.ts';
import type { Option } from '../say.ts';
import type { Case } from '../state.ts';
import { toldFindings } from '../told-findings.ts';
import type { World } from '../world.ts';

const order = { met: 0, unknown: 1, unmet: 2 } as const;

/** What the screen found in focus, the likeliest first; empty before anything was answered. */
export function found(about: Case, world: World): readonly Finding[] {
  if (about.replies.length === 0) return [];
  const { replies: replied, everything } = about;
  const told = toldFindings({ catalog: world.catalog, replied, everything, today: world.today });
  return [...told].sort((a, b) => order[a.truth] - order[b.truth]);
}

/** A text message holds five choices: those that the screen found likeliest, else the commonest wishes. */
export function programmeOptions(about: Case, world: World): readonly Option[] {
  const likeliest = found(about, world).map(({ programme }) => programme);
  const rest = ProgrammeId.options.filter((id) => !likeliest.includes(id));
  const shown = [...likeliest, ...rest].slice(0, world.channel === 'sms' ? 5 : ProgrammeId.options.length);
  return shown.map((id) => option(id, `programmes.${id}.name`));
}

/**
 * What "ask for these" means: what may fit, with what belongs together with it; else what is still open; else the care
 * manager, who looks further. Who has a care manager does not ask for one again.
 */
export function likelyProgrammes(about: Case, world: World): readonly ProgrammeId[] {
  const all = found(about, world);
  const met = all.filter(({ truth }) => truth === 'met').map(({ programme }) => programme);
  if (met.length > 0) return withWhatBelongs(met, all, world);
  const open = all.filter(({ truth, after }) => truth === 'unknown' && !after).map(({ programme }) => programme);
  return open.length > 0 ? open : ['ecm'];
}

function withWhatBelongs(met: readonly ProgrammeId[], all: readonly Finding[], { catalog }: World): ProgrammeId[] {
  const supports = catalog.supports.filter(({ rule }) => met.includes(rule.id));
  const wanted = new Set([...met, ...supports.flatMap(({ rule }) => rule.together ?? [])]);
  return [...met, ...all.map(({ programme }) => programme).filter((id) => wanted.has(id) && !met.includes(id))];
}
