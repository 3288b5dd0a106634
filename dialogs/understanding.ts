import type { Concern, ProgrammeId } from '../policy/rule.ts';
import type { TopicId } from '../policy/topics.ts';
import type { Tag } from '../locales/languages.ts';

/** What a member may want, as far as we can act on it. Closed: nothing else can come out of a text. */
export type Intent =
  | { readonly wants: 'learn'; readonly topic: TopicId | null }
  | { readonly wants: 'screen'; readonly concerns: readonly Concern[] }
  | { readonly wants: 'file'; readonly programmes: readonly ProgrammeId[] }
  | { readonly wants: 'status' }
  | { readonly wants: 'person' }
  | { readonly wants: 'complaint' }
  /** To have a decision looked at again. */
  | { readonly wants: 'appeal' }
  | { readonly wants: 'greeting' }
  | { readonly wants: 'thanks' };

/**
 * Reads a member's own words when no dialog could. It returns ids, never words. The default reads the catalogue's
 * own phrases; a model may stand behind it, and then too only an Intent comes out.
 */
export interface Understanding {
  /** Null: not understood. The caller asks again with choices. */
  read(text: string, language: Tag): Promise<Intent | null>;
}
