/** The Bot Framework's own adapter and its authentication: half a second to load, so loaded only where it is on. */
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder';
import type { Config } from '../config.ts';

type Settings = Exclude<Config['botFramework'], null>;

/** `failed` is told of what a turn threw; its words are not shown to anybody. */
export function cloudAdapter(settings: Settings, failed: (error: unknown) => void): CloudAdapter {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(authentication(settings)));
  adapter.onTurnError = (_context, error) => Promise.resolve(failed(error));
  return adapter;
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
