/** What the web chat is made of; each part can be a test's own. */
import type { Talker } from '../../../bot/inbound.ts';
import type { Plan } from '../../../dialogs/plan.ts';
import type { Tag } from '../../../locales/languages.ts';
import type { IsoDate } from '../../../policy/calendar.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { WebSessions } from '../../storage/web-sessions.ts';
import type { Since } from './news.ts';
import type { Filed } from './own-requests.ts';
import type { SessionSettings } from './session.ts';
import type { Words } from './voice.ts';

export type WebChatParts = {
  readonly talker: Talker;
  readonly sessions: WebSessions;
  readonly plan: Plan;
  readonly words: Words;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: SessionSettings & {
    /** Words that nobody has signed are shown, and the page says so. */
    readonly draft: boolean;
    /** How often open pages look for news, and are kept warm, in milliseconds. */
    readonly lookEvery?: number;
    readonly beatEvery?: number;
  };
  /** What was said in the conversation of this key after `seq`, oldest first. */
  readonly since: Since;
  /** The best of our languages for an `Accept-Language` header. */
  readonly languageFromHeader: (header: string | undefined) => Tag | null;
  /** Whether words tell of danger: read also where nobody may be let in. */
  readonly tellsOfDanger: (text: string) => boolean;
  readonly birthDates: BirthDates;
  /** What was filed in the conversation of this key, as far as that talk still knows of it. */
  readonly filed: (key: string) => Promise<Filed>;
};

/** The one fact that opens a locked page again. */
export interface BirthDates {
  /** Whether any was given in the conversation of this key. */
  given(key: string): Promise<boolean>;
  matches(key: string, birthDate: IsoDate): Promise<boolean>;
}
