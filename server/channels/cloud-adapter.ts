/** The Bot Framework's own adapter and its authentication: half a second to load, so loaded only where it is on. */
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConfigurationBotFrameworkAuthenticationOptions,
  type TurnContext,
} from 'botbuilder';
import type { Config } from '../config.ts';

type Settings = Exclude<Config['botFramework'], null>;

/** What the channel is answered over HTTP; what is said goes to its service address, or into `body` if it asked so. */
export type Taken = { readonly status: number; readonly body?: unknown };

export class ChannelAdapter extends CloudAdapter {
  constructor(
    settings: Settings,
    /** Told of what a turn threw. */
    private readonly failed: (error: unknown) => void,
  ) {
    super(new ConfigurationBotFrameworkAuthentication(authentication(settings)));
    this.onTurnError = (_context, error) => Promise.resolve(failed(error));
  }

  /**
   * Runs an activity if its signature is right. The framework's own `process` answers and prints errors in words;
   * here a number is answered, and nothing is written down of what nobody has signed.
   */
  async take(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<Taken> {
    try {
      const answer = await this.processActivity(authorization, activity, logic);
      return answer ? { status: answer.status, body: answer.body } : { status: 200 };
    } catch (error) {
      if (isUnsigned(error)) return { status: 401 };
      this.failed(error);
      return { status: 500 };
    }
  }
}

const isUnsigned = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && (error.statusCode === 401 || error.statusCode === 403);

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
