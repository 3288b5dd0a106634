/** What somebody chose to ask for. */
import { ProgrammeId } from '../../policy/rule.ts';
import { heardMany, option } from '../asking.ts';
import type { Heard } from '../heard.ts';
import type { Case, Draft } from '../case.ts';
import type { State } from '../state.ts';
import type { World } from '../world.ts';
import { andWhatBelongs, programmeOptions } from './programmes.ts';

/** Undefined when it cannot be read. */
export function programmesHeard(
  heard: Heard,
  about: Case,
  state: State,
  world: World,
): Pick<Draft, 'programmes'> | undefined {
  const unsure = option('unsure', 'file.programmes.unsure');
  const shown = programmeOptions(about, world);
  // By text five are shown; any other may be asked for by its name.
  const chosen =
    heardMany(shown, unsure, heard, state) ?? heardMany(everyProgramme, unsure, withoutDigits(heard), state);
  if (chosen === undefined) return undefined;
  // "I am not sure what to ask for" asks for the care manager, who looks for the rest with them.
  const ids = chosen === 'notSure' || chosen === 'declined' || chosen.length === 0 ? ['ecm'] : chosen;
  const programmes = ids.map((id) => ProgrammeId.safeParse(id)).flatMap(({ data }) => data ?? []);
  return programmes.length > 0 ? { programmes: andWhatBelongs(programmes, about, world) } : undefined;
}

const everyProgramme = ProgrammeId.options.map((id) => option(id, `programmes.${id}.name`));

const withoutDigits = (heard: Heard): Heard =>
  heard.kind === 'text' && /\p{N}/u.test(heard.text) ? { kind: 'unreadable' } : heard;
