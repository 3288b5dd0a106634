/** Reads every so often what has become of open requests, from a plan whose system can say. */
import type { Plan } from '../../dialogs/plan.ts';
import type { Clock as Pace } from '../../referral/outbox.ts';
import { trySeconds } from '../../referral/outbox.ts';
import { clockFrom } from '../clock.ts';
import type { Log } from '../log.ts';
import { signedIn } from './fhir/signed-in.ts';
import { hearTasks, type Place, type RoundParts } from './fhir/task-round.ts';
import { tokenKeeper } from './fhir/tokens.ts';

export type PlanAnswersParts = {
  readonly store: RoundParts['store'];
  /** Time as it passes, and how long to wait. */
  readonly pace: Pace;
  readonly log: Pick<Log, 'warn' | 'info'>;
  readonly troubled: (error: unknown) => void;
  /** In milliseconds; as the plan's file says unless given. */
  readonly everyMs?: number;
};

export type PlanAnswers = {
  /** Ends after the question that is under way. */
  stop(): Promise<void>;
};

const everyMinutes = 15;
/** A plan that does not answer is asked more and more rarely, down to once in so long: an hour. */
const rarestMs = 60 * 60_000;

/** Starts asking; a plan that tells by other ways is not asked. */
export function startPlanAnswers({ gateway, id, name }: Plan, parts: PlanAnswersParts): PlanAnswers {
  if (gateway.kind !== 'fhir') return { stop: () => Promise.resolve() };
  const { pace, log, store } = parts;
  const stopped = new AbortController();
  const tokens = tokenKeeper(gateway, { now: pace.now, log });
  const round: RoundParts = {
    store,
    plan: { id, name },
    base: gateway.baseUrl.replace(/\/+$/, ''),
    post: () => signedIn(gateway, tokens, (trySeconds - 2) * 1000),
    now: pace.now,
    isStopped: () => stopped.signal.aborted,
    today: clockFrom(pace.now).todayInCalifornia,
    dayOf: (instant) => clockFrom(() => instant).todayInCalifornia(),
  };
  const everyMs = parts.everyMs ?? (gateway.answersEveryMinutes ?? everyMinutes) * 60_000;
  const place: Place = { after: null };

  /** How long to leave the plan in peace after this round, in milliseconds. */
  const once = async (failures: number): Promise<{ readonly failures: number; readonly atLeast: number }> => {
    try {
      const { trouble, ...counts } = await hearTasks(round, place);
      if (counts.recorded > 0 || counts.kept > 0) log.info(counts, 'the plan has answered');
      if (!trouble) return { failures: 0, atLeast: 0 };
      if (failures === 0 && !stopped.signal.aborted) log.warn({ trouble: trouble.trouble }, 'the plan does not answer');
      return { failures: failures + 1, atLeast: (trouble.waitSeconds ?? 0) * 1000 };
    } catch (error) {
      parts.troubled(error);
      return { failures: failures + 1, atLeast: 0 };
    }
  };

  const rounds = async (): Promise<void> => {
    for (let [failures, atLeast] = [0, 0]; ;) {
      const usual = Math.max(everyMs, Math.min(everyMs * 2 ** Math.min(failures, 10), rarestMs));
      await pace.wait(Math.max(usual * (0.75 + pace.random() / 2), atLeast), stopped.signal);
      if (stopped.signal.aborted) return;
      ({ failures, atLeast } = await once(failures));
    }
  };
  const running = rounds();
  return {
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
}
