/** What can be asked for, and what is asked for unless the member says otherwise. */
import { findings, type Finding } from '../../policy/findings.ts';
import { ProgrammeId } from '../../policy/rule.ts';
import { answersFrom } from '../answers.ts';
import { option } from '../asking.ts';
import { programmesInFocus } from '../next-question.ts';
import type { Option } from '../say.ts';
import type { Case } from '../state.ts';
import type { World } from '../world.ts';

const order = { met: 0, unknown: 1, unmet: 2 } as const;

/** What the screen found in focus, the likeliest first; empty before anything was answered. */
export function found(about: Case, world: World): readonly Finding[] {
  if (about.replies.length === 0) return [];
  const focus = programmesInFocus({ catalog: world.catalog, replied: about.replies, everything: about.everything });
  return findings(world.catalog, answersFrom(about.replies), world.today)
    .filter(({ programme }) => focus.includes(programme))
    .sort((a, b) => order[a.truth] - order[b.truth]);
}

/** A text message holds five choices: those that the screen found likeliest, else the commonest wishes. */
export function programmeOptions(about: Case, world: World): readonly Option[] {
  const likeliest = found(about, world).map(({ programme }) => programme);
  const rest = ProgrammeId.options.filter((id) => !likeliest.includes(id));
  const shown = [...likeliest, ...rest].slice(0, world.channel === 'sms' ? 5 : ProgrammeId.options.length);
  return shown.map((id) => option(id, `programmes.${id}.name`));
}

/** What "ask for these" means: what may fit; else what is still open; else the care manager, who looks further. */
export function likelyProgrammes(about: Case, world: World): readonly ProgrammeId[] {
  const all = found(about, world);
  const met = all.filter(({ truth }) => truth === 'met');
  const open = met.length > 0 ? met : all.filter(({ truth, after }) => truth === 'unknown' && !after);
  return open.length > 0 ? open.map(({ programme }) => programme) : ['ecm'];
}
