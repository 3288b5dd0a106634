/** For a plan in whose tests nobody says anything after the filing. */
import type { PlanGateway } from '../../referral/plan-gateway.ts';

export const noFollowUps: Pick<PlanGateway, 'followUp'> = { followUp: () => Promise.resolve({ kind: 'received' }) };
