/**
 * The last question of a screen: what else somebody is in that ECM may not go together with. It changes no finding, so
 * only those are asked who are likely to be in something, and who may get ECM.
 */
import type { Held } from '../../policy/derived.ts';
import type { QuestionId } from './shape.ts';
import type { Screen } from './screened.ts';

/**
 * Medicare begins at 65, and earlier for adults with a disability: those are asked once they may get ECM, in a screen
 * that was short. The other programmes are for people who need much care, the old among them (MSSP).
 */
export function overlapQuestion(screen: Screen): QuestionId | null {
  const { held, asked, everything, populations, replies } = screen;
  if (populations.length === 0 || (!everything && replies >= enough)) return null;
  if ((everything || isOld(held)) && !asked('medicare')) return 'medicare';
  const other = everything || needsMuchCare(held);
  if (other && !asked('otherPrograms')) return 'otherPrograms';
  return isLikelyEarlier(screen) && !asked('medicare') ? 'medicare' : null;
}

/** Nobody is kept so long for what changes nothing. */
const enough = 11;

const isOld = ({ age }: Held): boolean => age !== undefined && age.from >= 65;

/** On Medicare under 65: an adult with a disability. */
const isLikelyEarlier = ({ held, isMet }: Screen): boolean =>
  isMet && held.disability === true && held.age !== undefined && held.age.from >= 21;

const needsMuchCare = (held: Held): boolean =>
  held.needsSkilledNursing === true || held.atRiskOfNursingHome === true || held.livesInNursingFacility === true;
