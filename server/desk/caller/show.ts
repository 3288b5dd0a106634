/** The pages of the calls, sent. */
import type { Request, Response } from 'express';
import type { Outcome, Talker } from '../../../bot/inbound.ts';
import type { Store } from '../../../bot/store.ts';
import type { Plan } from '../../../dialogs/plan.ts';
import type { World } from '../../../dialogs/world.ts';
import type { Html } from '../../channels/web/html.ts';
import { Voice, type Words } from '../../channels/web/voice.ts';
import { opened } from './opening.ts';
import { callerPage, callTitle, type CallerView } from './page.ts';
import { callerKey, type CallerStore } from './store.ts';
import { countQueues } from '../queues/counts.ts';
import { layout } from '../layout.ts';
import { noticePage } from '../notice-page.ts';
import type { DeskPart } from '../queues/queue-routes.ts';
import type { Sealer } from '../seal.ts';
import type { Session } from '../sign-in/session.ts';
import { words } from '../words.ts';

/** The bot, as the desk leads a talk with it. */
export type CallerTalker = {
  readonly talker: Talker;
  readonly worldFor: (from: { readonly channel: 'desk' }) => World;
  readonly tellsOfDanger: (text: string) => boolean;
};

export type CallerPart = DeskPart &
  CallerTalker & {
    readonly store: DeskPart['store'] & CallerStore & Pick<Store, 'conversation' | 'commit'>;
    readonly words: Words;
    readonly wholePlan: Plan;
    readonly sealer: Sealer;
  };

export const callersPath = '/desk/caller';

/** Of one call: nothing of the caller stands in it. */
export const callerAddress = ({ sealer }: CallerPart, id: string): string => `${callersPath}/${sealer.seal(id)}`;

/** One call, as it stands. */
export async function show(
  part: CallerPart,
  response: Response,
  session: Session,
  view: Pick<CallerView, 'file' | 'address' | 'trouble' | 'typed'>,
): Promise<void> {
  const world = part.worldFor({ channel: 'desk' });
  const state = await opened(view.file, session.by, { ...part, world: () => world });
  const from = { channel: 'desk', key: callerKey(view.file.id), suggestedLanguage: null } as const;
  const outcome = await part.talker.open(from);
  const english = voiceOf(part, outcome);
  const body = callerPage({ ...view, state, outcome, world, english, session, referral: part.address });
  await page(part, response, session, { title: callTitle(outcome), body });
}

/** English, with the caller's language beside it. */
export function voiceOf({ words: said, wholePlan }: CallerPart, { language }: Outcome): Voice {
  const own = language === 'en' ? null : new Voice(language, said, wholePlan);
  return new Voice('en', said, wholePlan, own);
}

export async function page(
  { store, clock, plan }: CallerPart,
  response: Response,
  session: Session,
  { title, body }: { readonly title: string; readonly body: Html },
): Promise<void> {
  const counts = await countQueues(store, { by: session.by, now: clock.now() });
  response.send(layout({ title, plan, session, counts, body }).source);
}

export function refused(
  { plan }: CallerPart,
  response: Response,
  session: Session,
  status: number,
  text: string,
): void {
  response.status(status).send(noticePage({ title: words.refused.title, text, plan, session }));
}

/** The call behind an address; null for an address that we did not make. */
export function idIn({ sealer }: CallerPart, { params }: Request): string | null {
  const sealed = params['sealed'];
  return typeof sealed === 'string' ? sealer.open(sealed) : null;
}
