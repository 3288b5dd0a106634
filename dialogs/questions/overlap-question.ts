/**
 * The last question of a screen: what else somebody is in that ECM may not go together with. It changes no finding, so
 * only those are asked who are likely to be in something, and who may get ECM.
 */
import type { Held } from '../../policy/derived.ts';
import type { QuestionId } from './shape.ts';
import type { Screen } from './screened.ts';

/** Medicare begins at 65; the other programmes are for people who need much care, the old among them (MSSP). */
export function overlapQuestion({ held, asked, everything, populations, replies }: Screen): QuestionId | null {
  if (populations.length === 0 || (!everything && replies >= enough)) return null;
  if ((everything || isOld(held)) && !asked('medicare')) return 'medicare';
  const other = everything || needsMuchCare(held);
  return other && !asked('otherPrograms') ? 'otherPrograms' : null;
}

/** Nobody is kept so long for what changes nothing. */
const enough = 11;

const isOld = ({ age }: Held): boolean => age !== undefined && age.from >= 65;

const needsMuchCare = (held: Held): boolean =>
  held.needsSkilledNursing === true || held.atRiskOfNursingHome === true || held.livesInNursingFacility === true;
