/** Takes referrals to a plan's FHIR R4 server: one transaction each, over https, signed in to as a backend service. */
import type { Bundle } from 'fhir/r4.js';
import type { FollowUpInFhir } from '../../referral/bundle/follow-up.ts';
import type { FollowUp } from '../../referral/follow-up.ts';
import type { FhirSettings } from '../../referral/gateway-settings.ts';
import { trySeconds } from '../../referral/outbox.ts';
import type { PlanGateway, Submitted } from '../../referral/plan-gateway.ts';
import type { Referral } from '../../referral/referral.ts';
import type { Log } from '../log.ts';
import { amend } from './fhir/amend.ts';
import { notYet, submittedBy } from './fhir/answer.ts';
import { signedIn, type Post } from './fhir/signed-in.ts';
import { spared } from './fhir/spared.ts';
import { isLacking, lookFor, missing } from './fhir/there.ts';
import { tokenKeeper } from './fhir/tokens.ts';

export { checkFhirSettings } from './fhir/check-settings.ts';

export type FhirParts = {
  /** A referral as a transaction of resources with ids of their own. */
  readonly bundleOf: (referral: Referral) => Bundle;
  /** What the member said since, as it is written at this instant. */
  readonly followUpOf: (followUp: FollowUp, at: string) => FollowUpInFhir;
  readonly now: () => Date;
  /** Hears when the plan is no longer asked for a while and when it is back, and what is wrong with our key. */
  readonly log?: Pick<Log, 'warn' | 'info'>;
} & FhirPace;

export type FhirPace = {
  /** How long a plan that is down is left in peace; half a minute unless given. */
  readonly restSeconds?: number;
  /** How long one try may take, all its requests together; unless given, a little less than the sender waits. */
  readonly wholeTrySeconds?: number;
};

/** A try must be over before the sender gives it up, so that no two are under way for one referral. */
const lessThanSender = trySeconds - 2;

export function fhirGateway(settings: FhirSettings, parts: FhirParts): PlanGateway {
  const { bundleOf, followUpOf, now, log, restSeconds = 30, wholeTrySeconds = lessThanSender } = parts;
  const tokens = tokenKeeper(settings, { now, log });
  const sparing = spared({
    now,
    restSeconds,
    turned: (trouble) =>
      trouble === null
        ? log?.info('the plan takes referrals again')
        : log?.warn({ trouble }, 'the plan takes no referrals and is asked rarely'),
  });
  return {
    submit: async (referral) => {
      const bundle = bundleOf(referral);
      // Its time runs while it waits to hear whether the plan is back, too.
      const post = signedIn(settings, tokens, wholeTrySeconds * 1000);
      return sparing(() => send(bundle, post, now));
    },
    followUp: async (followUp) => {
      const said = followUpOf(followUp, now().toISOString());
      const post = signedIn(settings, tokens, wholeTrySeconds * 1000);
      return sparing(() => follow(said, post, now));
    },
  };
}

/** Sends what is not there yet. After an answer that was lost, or never came, that is nothing. */
async function send(bundle: Bundle, post: Post, now: () => Date): Promise<Submitted> {
  const looked = await post(lookFor(bundle));
  if (looked.kind === 'notYet') return looked;
  const entry = missing(bundle, looked, now());
  if ('kind' in entry) return entry;
  if (entry.length === 0) return { kind: 'received' };
  const answer = await post({ ...bundle, entry: [...entry] });
  if (answer.kind === 'notYet') return answer;
  const submitted = submittedBy(answer, entry, now());
  return submitted.kind === 'unnamed' ? confirmed(bundle, post, now) : submitted;
}

/** Looks before it writes, both times: what a try that was cut off has done is not done again. */
async function follow({ made, amended }: FollowUpInFhir, post: Post, now: () => Date): Promise<Submitted> {
  const sent: Submitted = made ? await send(made, post, now) : { kind: 'received' };
  return sent.kind === 'received' && amended ? amend(amended, post, now) : sent;
}

/** Looks whether all is there, where the answer does not say of what it speaks. */
async function confirmed(bundle: Bundle, post: Post, now: () => Date): Promise<Submitted> {
  const looked = await post(lookFor(bundle));
  if (looked.kind === 'notYet') return looked;
  const entry = missing(bundle, looked, now());
  if ('kind' in entry) return entry;
  return isLacking(bundle, looked) ? notYet('badAnswer', looked, now()) : { kind: 'received' };
}
