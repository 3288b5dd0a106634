/** The default way to the plan: the desk that is part of this service. */
import type { PlanGateway } from '../../referral/plan-gateway.ts';

/** The desk's side of taking a referral in. */
export interface DeskInbox {
  /** Marks it received, once: the first instant stays. False: no such referral. */
  receive(number: string, at: string): Promise<boolean>;
}

/** Takes a referral in at the embedded desk. Sending it again changes nothing. */
export function deskGateway(inbox: DeskInbox, now: () => Date): PlanGateway {
  return {
    submit: async ({ number }) =>
      (await inbox.receive(number, now().toISOString()))
        ? { kind: 'received' }
        : { kind: 'refused', reason: 'noSuchReferral' },
    // What was recorded stands at the desk already.
    followUp: () => Promise.resolve({ kind: 'received' }),
  };
}
