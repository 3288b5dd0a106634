/** What can be asked for, and what is asked for unless the member says otherwise. */
import type { Finding } from '../../policy/findings.ts';
import { ProgrammeId } from '../../policy/rule.ts';
import { answersFrom } from '../answers.ts';
import { option } from '../asking.ts';
import type { Option } from '../say.ts';
import type { Case } from '../case.ts';
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

/** So much that is open is asked for as it is; where more is, the care manager alone, who looks further. */
const fewOpen = 3;

/**
 * What "ask for these" means: what may fit, with what belongs together with it; else what is still open, where that is
 * little; else the care manager. Who has a care manager does not ask for one again.
 */
export function likelyProgrammes(about: Case, world: World): readonly ProgrammeId[] {
  const all = found(about, world);
  const met = all.filter(({ truth }) => truth === 'met').map(({ programme }) => programme);
  if (met.length > 0) return andWhatBelongs(met, about, world);
  const open = all.filter(({ truth, after }) => truth === 'unknown' && !after).map(({ programme }) => programme);
  const isFew = open.length > 0 && open.length <= fewOpen;
  return isFew || (open.length > 0 && hasCareManager(about)) ? open : ['ecm'];
}

/** Rent is asked for with the care manager and the housing help that it comes with, deposits with that help. */
export function andWhatBelongs(asked: readonly ProgrammeId[], about: Case, { catalog }: World): ProgrammeId[] {
  const belongs = catalog.supports
    .filter(({ rule }) => asked.includes(rule.id))
    .flatMap(({ rule }) => rule.together ?? [])
    .filter((id) => id !== 'ecm' || !hasCareManager(about));
  return [...new Set([...asked, ...belongs])];
}

function hasCareManager({ replies }: Case): boolean {
  const answer = answersFrom(replies).choice.ecm;
  return answer?.kind === 'known' && answer.value === 'has';
}
