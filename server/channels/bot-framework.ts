/**
 * `/api/messages`, for plans that already have a Bot Framework channel. Off until an app id is set. In local mode
 * (the emulator) only loopback service addresses are answered: an unsigned activity never chooses where we post.
 */
import express, { Router, type ErrorRequestHandler, type Request } from 'express';
import { z } from 'zod';
import type { MemberBot } from '../../bot/bot.ts';
import type { Config } from '../config.ts';
import { mintId } from '../ids.ts';
import { isLoopback } from './loopback-url.ts';

type Settings = Exclude<Config['botFramework'], null>;

export function botFramework(
  settings: Config['botFramework'],
  bot: MemberBot,
  failed: (error: unknown) => void,
): Router {
  const router = Router();
  if (!settings) return router;
  const adapter = import('./cloud-adapter.ts').then(({ cloudAdapter }) => cloudAdapter(settings, failed));
  router.post('/api/messages', express.json({ limit: '256kb' }), async (request, response) => {
    const refused = refusal(request, settings);
    if (refused) response.sendStatus(refused);
    else await (await adapter).process(request, response, (context) => bot.run(context));
  });
  router.use('/api/messages', unreadable);
  return router;
}

/** What a turn cannot be run without. A message without an id could not be told from the one before it. */
const Activity = z.looseObject({
  type: z.string(),
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.looseObject({ id: z.string() }),
  recipient: z.looseObject({ id: z.string() }),
  id: z.string().default(mintId),
  text: z.string().optional(),
  locale: z.string().optional(),
  attachments: z.array(z.unknown()).optional(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).optional(),
});

/** The status to refuse it with. Whether a signature is right is for the framework to say; without one it is not asked. */
function refusal(request: Request, settings: Settings): number | undefined {
  if (settings.mode === 'azure' && !request.headers.authorization?.startsWith('Bearer ')) return 401;
  const { data } = Activity.safeParse(request.body);
  if (settings.mode === 'local' && !isLoopback(data?.serviceUrl)) return 403;
  if (!data) return 400;
  request.body = data;
  return undefined;
}

/** No JSON, or too much of it: the number alone is told, and nothing of it is written down. */
const unreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (typeof status === 'number' && status < 500) response.sendStatus(status);
  else next(error);
};
