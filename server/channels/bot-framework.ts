/**
 * `/api/messages`, for plans that already have a Bot Framework channel. Off until an app id is set. In local mode
 * (the emulator) only loopback service addresses are answered: an unsigned activity never chooses where we post.
 */
import type { Activity } from 'botbuilder-core';
import express, { Router, type ErrorRequestHandler } from 'express';
import { z } from 'zod';
import type { MemberBot } from '../../bot/bot.ts';
import type { Config } from '../config.ts';
import { mintId } from '../ids.ts';
import { isLoopbackUrl } from '../loopback.ts';
import { isGroup, type groupAnswer } from './group.ts';

export type BotFrameworkParts = {
  readonly bot: MemberBot;
  /** What is answered where others read along, if anything; the bot never hears of it. */
  readonly inGroup: ReturnType<typeof groupAnswer>;
  readonly failed: (error: unknown) => void;
};

export function botFramework(settings: Config['botFramework'], { bot, inGroup, failed }: BotFrameworkParts): Router {
  const router = Router();
  if (!settings) return router;
  const adapter = import('./cloud-adapter.ts').then(({ ChannelAdapter }) => new ChannelAdapter(settings, failed));
  router.post('/api/messages', express.json({ limit: '256kb' }), async (request, response) => {
    const activity = Posted.safeParse(request.body).data;
    if (settings.mode === 'local' && !isLoopbackUrl(activity?.serviceUrl)) return void response.sendStatus(403);
    if (!activity) return void response.sendStatus(400);
    const authorization = request.headers.authorization ?? '';
    const { status, body } = await (
      await adapter
    ).take(authorization, activity as unknown as Activity, async (context) => {
      if (!isGroup(activity)) return bot.run(context);
      const words = await inGroup(activity);
      if (words !== null) await context.sendActivity(words);
    });
    response.status(status).json(body);
  });
  router.use('/api/messages', unreadable);
  return router;
}

/** What a turn cannot be run without. A message without an id could not be told from the one before it. */
const Posted = z.looseObject({
  type: z.string(),
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.looseObject({
    id: z.string(),
    isGroup: z.boolean().nullish(),
    conversationType: z.string().nullish(),
  }),
  recipient: z.looseObject({ id: z.string() }),
  id: z.string().default(mintId),
  text: z.string().optional(),
  locale: z.string().optional(),
  attachments: z.array(z.unknown()).optional(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).optional(),
});

/** No JSON, or too much of it: the number alone is told, and nothing of it is written down. */
const unreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (typeof status === 'number' && status < 500) response.sendStatus(status);
  else next(error);
};
