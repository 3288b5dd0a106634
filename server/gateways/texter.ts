import type { Texter } from '../../referral/texter.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { WholeStore } from '../storage/sqlite.ts';
import { noTexter } from './no-texter.ts';
import { twilioTexter, type TwilioSettings } from './twilio-texter.ts';

/** What sends the texts that we start: Twilio where it is set, else nothing. */
export function texterOf(
  { twilio }: Pick<Config, 'twilio'>,
  store: WholeStore,
  { now }: Clock,
  client: TwilioSettings['client'],
): Texter {
  if (!twilio) return noTexter;
  const optedOut = (phone: string): Promise<void> => store.stopTexts(phone, now().toISOString());
  return twilioTexter({ ...twilio, now, optedOut, ...(client ? { client } : {}) });
}
