/** What one turn came to, as text messages in Twilio's own format. */
import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js';
import type { Outcome } from '../../../bot/inbound.ts';
import { layoutTexts, plainLine } from '../../../bot/channel.ts';
import type { MaySay } from '../../../bot/sayable.ts';
import type { Plan } from '../../../dialogs/plan.ts';
import type { Key } from '../../../locales/index.ts';
import type { Tag } from '../../../locales/languages.ts';

/** The answer to Twilio: one `<Message>` for each text; none of them when nothing is to be sent. */
export function twiml(texts: readonly string[]): string {
  const response = new MessagingResponse();
  for (const each of texts) response.message(each);
  return response.toString();
}

/** The texts of a turn. Where a language lacks words, the whole is replaced by the offer of an interpreter. */
export function textsOf(outcome: Outcome, plan: Plan): readonly string[] {
  if (outcome.silent) return [];
  return outcome.messages.flatMap((message) => {
    if (message.by === 'member') return [];
    return (
      layoutTexts(message.says, message.language, { medium: 'sms' }) ??
      inOwnWords(message.language, 'sms.noWords', plan)
    );
  });
}

/** That it was too many texts, in the language of the talk; nothing after STOP, or where nobody has signed these words. */
export function waitTexts({ language, silent }: Outcome, plan: Plan, maySay: MaySay): readonly string[] {
  const words = silent || !maySay(language, 'sms.tooMany') ? undefined : lastWords(language, 'sms.tooMany', plan);
  return words === undefined ? [] : [words];
}

/** Words for when everything else has failed, in every language that has them: we do not know which one is read. */
export function troubleTexts(plan: Plan, tags: readonly Tag[]): readonly string[] {
  return tags.flatMap((tag) => lastWords(tag, 'sms.trouble', plan) ?? []);
}

/** The one text in the member's language; where even that is missing, whole in English. */
function inOwnWords(language: Tag, key: Key, plan: Plan): readonly string[] {
  const words = lastWords(language, key, plan) ?? lastWords('en', key, plan);
  return words === undefined ? [] : [words];
}

function lastWords(language: Tag, key: Key, plan: Plan): string | undefined {
  return plainLine(language, { key, params: { plan: plan.shortName, phone: { phone: plan.memberServices.number } } });
}
