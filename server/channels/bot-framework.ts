/**
 * `/api/messages`, for plans that already have a Bot Framework channel. Off until an app id is set. In local mode
 * (the emulator) only loopback service addresses are answered: an unsigned activity never chooses where we post.
 */
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder';
import express, { Router } from 'express';
import type { MemberBot } from '../../bot/bot.ts';
import type { Config } from '../config.ts';
import { isLoopback } from './loopback-url.ts';

type Settings = Exclude<Config['botFramework'], null>;

export function botFramework(
  settings: Config['botFramework'],
  bot: MemberBot,
  failed: (error: unknown) => void,
): Router {
  const router = Router();
  if (!settings) return router;
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(authentication(settings)));
  adapter.onTurnError = (_context, error) => Promise.resolve(failed(error));
  router.post('/api/messages', express.json({ limit: '256kb' }), async (request, response) => {
    const { body } = request as { body: { serviceUrl?: unknown } | undefined };
    if (settings.mode === 'local' && !isLoopback(body?.serviceUrl)) {
      response.sendStatus(403);
      return;
    }
    await adapter.process(request, response, (context) => bot.run(context));
  });
  return router;
}

function authentication(settings: Settings): ConfigurationBotFrameworkAuthenticationOptions {
  if (settings.mode === 'local') return {};
  return {
    MicrosoftAppId: settings.appId,
    MicrosoftAppPassword: settings.password,
    ...(settings.tenantId
      ? { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: settings.tenantId }
      : { MicrosoftAppType: 'MultiTenant' }),
  };
}
