/**
 * The way to a plan whose secure file transfer picks files up: for each referral a set of files with a manifest, and a
 * file from the plan when it has them (docs/referral-json.md, decision 0016).
 */
import { bulkhead, BulkheadRejectedError, TaskCancelledError, timeout, TimeoutStrategy, wrap } from 'cockatiel';
import { followUpName, type AskWords, type FollowUp } from '../../referral/follow-up.ts';
import type { FolderSettings } from '../../referral/gateway-settings.ts';
import { followUpJson } from '../../referral/json/follow-up.ts';
import { referralJson, type Taker } from '../../referral/json.ts';
import type { PlanGateway, Submitted } from '../../referral/plan-gateway.ts';
import type { Referral } from '../../referral/referral.ts';
import { keepReceived, refusalThere, wasReceived, wordOn } from './folder/acknowledgement.ts';
import { answeredBefore, clearAway, handedOverAt, handOver, isPrepared, prepare } from './folder/handover.ts';
import { openPlaces, placesIn } from './folder/places.ts';
import {
  followUpManifestSchema,
  formName,
  manifestSchema,
  wholeSet,
  type HandedFile,
  type SetOf,
} from './folder/set.ts';
import { FolderTrouble } from './folder/trouble.ts';

export { checkFolderSettings } from './folder/check-settings.ts';
export type { HandedFile } from './folder/set.ts';

export type FolderParts = {
  readonly plan: Taker;
  readonly now: () => Date;
  /** What an answer is to, for the plan's staff; absent: by code alone. */
  readonly askWords?: AskWords;
  /** The forms of a referral as PDF, each named `<number>-<form>.pdf`. */
  readonly files: (referral: Referral) => Promise<readonly HandedFile[]>;
};

/**
 * Hands each referral, and each follow-up, over once, and once more each time the desk asks for that, whatever is killed
 * and however many senders there are: no file that was handed over is ever written again by itself. Only the plan's own
 * file makes it received.
 */
export function folderGateway(settings: FolderSettings, parts: FolderParts): PlanGateway {
  const inTurn = patience();
  const hand = async (set: Set): Promise<Submitted> => {
    try {
      return await inTurn.execute(() => submit(set, settings, parts));
    } catch (error) {
      if (error instanceof FolderTrouble) return { kind: 'notYet', trouble: error.trouble };
      // By class: cockatiel's own `isTaskCancelledError` looks for another error's mark (3.2.1).
      if (error instanceof TaskCancelledError || error instanceof BulkheadRejectedError)
        return { kind: 'notYet', trouble: 'timeout' };
      throw error;
    }
  };
  return {
    submit: (referral, again = 0) => {
      const { number } = referral;
      return hand({ schema: manifestSchema, name: number, number, again, files: () => filesOf(referral, parts) });
    },
    followUp: (followUp, again = 0) => {
      const { number } = followUp.referral;
      const name = followUpName(number, followUp);
      const files = (): Promise<readonly HandedFile[]> => Promise.resolve([followUpFile(name, followUp, parts)]);
      return hand({ schema: followUpManifestSchema, name, number, again, files });
    },
  };
}

type Set = SetOf & {
  /** How often the desk has asked to send it again. */
  readonly again: number;
  readonly files: () => Promise<readonly HandedFile[]>;
};

/**
 * A share that hangs keeps whoever asks it, and Node has four such threads for all that this server does: two may hang
 * there, a few wait, and the others come again.
 */
const patience = () => wrap(timeout(patienceMs, TimeoutStrategy.Aggressive), bulkhead(2, 30));
const patienceMs = 20_000;

async function submit(set: Set, settings: FolderSettings, parts: FolderParts): Promise<Submitted> {
  const { name, number, again } = set;
  const places = placesIn(settings.path, name, again);
  await openPlaces(places);
  if (await wasReceived(places)) {
    await clearAway(places);
    return { kind: 'received' };
  }
  const prepared = await isPrepared(places);
  // What the desk has read before it asked again counts no more; what the plan says after that does.
  const answered = prepared ? await answeredBefore(places) : again > 0 ? await refusalThere(places) : null;
  const word = await wordOn(places, number, answered);
  if (word?.kind === 'received') await keepReceived(places);
  if (word) {
    await clearAway(places);
    return word;
  }
  if (!prepared) {
    const whole = wholeSet(set, await set.files());
    await prepare(places, whole, { handedOverAt: parts.now().toISOString(), answeredBefore: answered });
  }
  await handOver(places);
  return waiting(await handedOverAt(places), settings, parts.now());
}

async function filesOf(referral: Referral, { plan, files }: FolderParts): Promise<readonly HandedFile[]> {
  const { number } = referral;
  const forms = await files(referral);
  const wrong = forms.filter(({ name }) => !formName(number).test(name));
  // A name is read by all who carry the file: it says which request, which form, and never who.
  if (wrong.length > 0) throw new Error(`${wrong.length} of the forms have a name that is not <number>-<form>.pdf`);
  return [jsonFile(number, referralJson(referral, plan)), ...forms];
}

const followUpFile = (name: string, followUp: FollowUp, { plan, askWords }: FolderParts): HandedFile =>
  jsonFile(name, followUpJson(followUp, plan, askWords));

const jsonFile = (name: string, json: object): HandedFile => ({
  name: `${name}.json`,
  bytes: Buffer.from(`${JSON.stringify(json, null, 2)}\n`),
});

/** When it was handed over is null where that cannot be read any more: then a person should look. */
function waiting(since: Date | null, { acknowledgedWithinHours }: FolderSettings, now: Date): Submitted {
  const late = since === null || now.getTime() - since.getTime() > acknowledgedWithinHours * 3_600_000;
  return { kind: 'notYet', trouble: late ? 'acknowledgementLate' : 'notAcknowledged' };
}
