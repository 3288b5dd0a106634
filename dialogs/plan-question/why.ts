/** Why the plan asks it: for the reason for which we would ask it. */
import type { InfoField } from '../../referral/info-ask.ts';
import { line } from '../asking.ts';
import type { Line } from '../say.ts';
import type { World } from '../world.ts';
import { screened, type PlanQuestionWaiting } from './questions.ts';

export function planQuestionWhy({ asks: [asked = 'name'] }: PlanQuestionWaiting, { plan }: World): Line {
  const question = screened(asked);
  return question
    ? line(`questions.${question.id}.why`)
    : line(`file.${asked as Exclude<InfoField, 'county'>}.why`, { plan: plan.shortName });
}
