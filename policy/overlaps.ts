/**
 * How Enhanced Care Management goes together with other programmes (ECM Policy Guide, pp. 62-88). It only informs: no
 * overlap makes anybody "no match", nor stops a request. The plan checks what a member is in.
 */
import { z } from 'zod';
import type { Citation } from './citation.ts';
import { is, oneOf, type Condition } from './condition.ts';
import type { Held } from './derived.ts';
import { settle } from './evaluate.ts';
import type { ProgrammeId } from './rule.ts';

/**
 * `both`: one can have both. `choose`: one or the other, and the member chooses. `notWhileIn`: not while in the other.
 * `planSorts`: ECM comes first, and the plan sorts out the rest.
 */
export const OverlapKind = z.enum(['both', 'choose', 'notWhileIn', 'planSorts']);
export type OverlapKind = z.infer<typeof OverlapKind>;

/** Each programme that the guide, or its text beside the table, names. Words are keyed by the id. */
export const OverlapId = z.enum([
  'ccs',
  'specialtyTargetedCaseManagement',
  'intensiveCareCoordination',
  'drugMediCalCareCoordination',
  'fullServicePartnership',
  'fosterCareNursing',
  'ihss',
  'geneticallyHandicapped',
  'adultDayServices',
  'medicareAdvantage',
  'originalMedicare',
  'californiaWraparound',
  'regionalCenter',
  'comprehensivePerinatal',
  'blackInfantHealth',
  'perinatalEquity',
  'indianHealthProgram',
  'californiaHomeVisiting',
  'calworksHomeVisiting',
  'wic',
  'doula',
  'palliativeCare',
  'waiverWaitList',
  /**
   * The six under section 1915(c): Multipurpose Senior Services, Assisted Living, Home and Community-Based Alternatives,
   * Medi-Cal Waiver (once HIV/AIDS), HCBS for Developmental Disabilities, Self-Determination.
   */
  'waiver',
  'complexCareManagement',
  'communityTransitions',
  'hospice',
  'pace',
  /** One plan for Medicare and Medi-Cal: fully integrated; a Medi-Medi Plan, since 2023; any other such, since 2024. */
  'medicareAndMediCalInOne',
  'familyMosaic',
  'intermediateCare',
  'feeForService',
  'shareOfCost',
  'countyCaseManagement',
]);
export type OverlapId = z.infer<typeof OverlapId>;

export type Overlap = {
  readonly id: OverlapId;
  readonly kind: OverlapKind;
  readonly programme: Extract<ProgrammeId, 'ecm'>;
  readonly cites: readonly Citation[];
  /** What a member tells that puts them in it; absent where it is not asked. */
  readonly when?: Condition;
};

const guide = (place: string): Citation => ({ source: 'ecmPolicyGuide2026', place, standing: 'verified' });
const figure = guide('pp. 63-65, Figure 2');

const overlap = (
  kind: OverlapKind,
  id: OverlapId,
  cites: readonly Citation[] = [figure],
  when?: Condition,
): Overlap => ({
  id,
  kind,
  programme: 'ecm',
  cites,
  ...(when ? { when } : {}),
});

/** In the order of policy: can have both, must choose, not while in, the plan sorts out. */
export const overlaps: readonly Overlap[] = [
  overlap('both', 'ccs', [figure, guide('pp. 66-67 and pp. 74-76')], is('inCcs', guide('pp. 66-67 and pp. 74-76'))),
  overlap('both', 'specialtyTargetedCaseManagement', [figure, guide('p. 70')]),
  overlap('both', 'intensiveCareCoordination', [figure, guide('p. 71')]),
  overlap('both', 'drugMediCalCareCoordination', [figure, guide('p. 72')]),
  overlap('both', 'fullServicePartnership', [figure, guide('p. 73')]),
  overlap('both', 'fosterCareNursing', [figure, guide('pp. 73-74')], is('inFosterCare', guide('pp. 73-74'))),
  overlap('both', 'ihss', [figure, guide('p. 74')], oneOf('ihss', ['receives'], guide('p. 74'))),
  overlap('both', 'geneticallyHandicapped', [figure, guide('p. 74')]),
  overlap('both', 'adultDayServices', [figure, guide('p. 78')]),
  overlap('both', 'medicareAdvantage', [figure, guide('p. 81')], oneOf('medicare', ['advantage'], guide('p. 81'))),
  overlap('both', 'originalMedicare', [figure, guide('p. 81')], oneOf('medicare', ['original'], guide('p. 81'))),
  overlap('both', 'californiaWraparound', [figure, guide('pp. 83-84')]),
  overlap('both', 'regionalCenter', [figure, guide('p. 85')]),
  overlap('both', 'comprehensivePerinatal', [figure, guide('p. 86')]),
  overlap('both', 'blackInfantHealth', [figure, guide('p. 86')]),
  overlap('both', 'perinatalEquity', [figure, guide('p. 86')]),
  overlap('both', 'indianHealthProgram', [figure, guide('pp. 86-87')]),
  overlap('both', 'californiaHomeVisiting', [figure, guide('pp. 86-87')]),
  overlap('both', 'calworksHomeVisiting', [figure, guide('pp. 86-88')]),
  overlap('both', 'wic', [guide('p. 86 and p. 88')]),
  overlap('both', 'doula', [guide('p. 54')]),
  overlap('both', 'palliativeCare', [
    { source: 'dhcsToolkits2021', place: 'ECM & Adult Palliative Care', standing: 'verified' },
  ]),
  overlap('both', 'waiverWaitList', [guide('p. 66')]),
  overlap('choose', 'waiver', [figure, guide('pp. 65-66')], is('in1915cWaiver', guide('pp. 65-66'))),
  overlap('choose', 'complexCareManagement', [figure, guide('p. 77')], is('inComplexCareManagement', guide('p. 77'))),
  overlap('choose', 'communityTransitions', [figure, guide('p. 83')], is('inCommunityTransitions', guide('p. 83'))),
  overlap('notWhileIn', 'hospice', [figure, guide('p. 83')], is('inHospice', guide('p. 83'))),
  overlap('notWhileIn', 'pace', [figure, guide('p. 81')], oneOf('medicare', ['pace'], guide('p. 81'))),
  overlap('notWhileIn', 'medicareAndMediCalInOne', [guide('pp. 78-83')], oneOf('medicare', ['both'], guide('p. 81'))),
  overlap('notWhileIn', 'familyMosaic', [figure, guide('p. 83')]),
  overlap('notWhileIn', 'intermediateCare', [guide('p. 85')]),
  overlap('notWhileIn', 'feeForService', [guide('p. 10 and p. 81')]),
  overlap('notWhileIn', 'shareOfCost', [guide('p. 10, footnote 6')]),
  overlap('planSorts', 'countyCaseManagement', [guide('pp. 67-70')], is('inCountyCaseManagement', guide('pp. 67-70'))),
];

/** The overlaps that somebody is known to be in, by what they told. */
export function overlapsIn(held: Held): readonly Overlap[] {
  return overlaps.filter(({ when }) => when !== undefined && settle(when, held) === 'met');
}
