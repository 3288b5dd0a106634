/** The words of each reviewed message, in English and in the member's language, as the member would read them. */
import type { Plan } from '../../../dialogs/plan.ts';
import { topicParams } from '../../../dialogs/topic-paragraphs.ts';
import { DeskMessage } from '../../../referral/desk-message.ts';
import type { Referral } from '../../../referral/referral.ts';
import type { Html } from '../../channels/web/html.ts';
import { phrase } from '../../channels/web/phrase.ts';
import { tagFrom, Voice, type Words } from '../../channels/web/voice.ts';

export type MessageWords = {
  /** The member's language; null where it is English, or none that we have. */
  readonly own: Voice['language'] | null;
  /** Words that nobody has signed are among them. */
  readonly draft: boolean;
  /** Null: there are no such words to show. */
  readonly texts: Readonly<Record<DeskMessage, { readonly english: Html | null; readonly own: Html | null }>>;
};

/** What members read, and whether words that nobody has signed are shown. */
export type MemberWords = { readonly words: Words; readonly draft: boolean };

/** They speak to the member, or to the helper who filed and may be told. */
export function messageWords({ language, filer }: Referral, plan: Plan, { words, draft }: MemberWords): MessageWords {
  const tag = tagFrom(language);
  const english = new Voice('en', words, plan);
  const own = tag === null || tag === 'en' ? null : english.in(tag);
  const params = topicParams({ plan });
  const perspective = filer.kind === 'helper' ? 'other' : 'self';
  const said = (message: DeskMessage, voice: Voice | null): Html | null =>
    voice && phrase({ key: `deskMessages.${message}.${perspective}`, params }, voice);
  const texts = Object.fromEntries(
    DeskMessage.options.map((id) => [id, { english: said(id, english), own: said(id, own) }]),
  );
  return { own: own?.language ?? null, draft, texts: texts as MessageWords['texts'] };
}
