/** Leaves a plan in peace that is down or asks for peace: a few referrals find that out, not every one. */
import type { Submitted, Trouble } from '../../../referral/plan-gateway.ts';

export type SparedParts = {
  readonly now: () => Date;
  /** How long nothing is asked after that many failures on end; then one referral finds out whether the plan is back. */
  readonly restSeconds: number;
  /** Why the plan is no longer asked for a while; null: it answers again. */
  readonly turned: (trouble: Trouble | null) => void;
};

/** After so many tries in vain, one after the other, of whichever referrals. */
export const failuresBeforeRest = 5;

/** Makes a try, or says at once that none is made now. */
export type Spared = (attempt: () => Promise<Submitted>) => Promise<Submitted>;

/** A breaker of our own: the libraries' read the system's clock, and one that is turned back by hours rests as long. */
export function spared({ now, restSeconds, turned }: SparedParts): Spared {
  const peace = pause(now);
  const rest = pause(now);
  let failures = 0;
  let trial: Promise<unknown> | null = null;

  async function tryOnce(attempt: () => Promise<Submitted>): Promise<Submitted> {
    const isTrial = failures >= failuresBeforeRest;
    const submitted = await attempt();
    if (submitted.kind === 'notYet') {
      failures += 1;
      // What the plan asks of one referral it asks of us: the others wait too.
      peace.atLeast(submitted.waitSeconds ?? 0);
      if (isTrial || failures === failuresBeforeRest) {
        rest.atLeast(restSeconds);
        turned(submitted.trouble);
      }
    } else {
      if (failures >= failuresBeforeRest) turned(null);
      failures = 0;
    }
    return submitted;
  }

  return async (attempt) => {
    for (;;) {
      if (peace.left() > 0) return { kind: 'notYet', trouble: 'busy', waitSeconds: peace.left() };
      if (failures < failuresBeforeRest) return tryOnce(attempt);
      if (rest.left() > 0) return { kind: 'notYet', trouble: 'resting', waitSeconds: restSeconds };
      if (!trial) {
        const tried = tryOnce(attempt).finally(() => (trial = null));
        trial = tried.catch(() => undefined);
        return tried;
      }
      await trial;
    }
  };
}

/** A time that passes. It is over, too, where the clock says that it has not begun: then the clock has been turned back. */
function pause(now: () => Date): { readonly atLeast: (seconds: number) => void; readonly left: () => number } {
  let from = 0;
  let seconds = 0;
  const left = (): number => {
    const passed = (now().getTime() - from) / 1000;
    return passed < 0 ? 0 : Math.max(0, Math.ceil(seconds - passed));
  };
  return {
    left,
    atLeast: (more) => {
      if (more <= left()) return;
      from = now().getTime();
      seconds = more;
    },
  };
}
