import type { ReferralStatus } from '../referral/status.ts';

/** What can be done at any moment, in every state. `file`: "ask my plan now", since no screen is a gate. */
export const globalActs = [
  'person',
  'back',
  'why',
  'notSure',
  'decline',
  'language',
  'menu',
  'startOver',
  'known',
  'repeat',
  'file',
  'complaint',
  'appeal',
  'answer',
  'takeBack',
] as const;
export type GlobalAct = (typeof globalActs)[number];

/** What a dialog hears: one member's message, a global act, or the result of a read it asked for. */
export type Heard =
  /** Words of the member's own. `text` is trimmed and stripped of marks that carry no meaning. */
  | { readonly kind: 'text'; readonly text: string }
  /** Choices made by button or tick box, by option id. */
  | { readonly kind: 'chosen'; readonly ids: readonly string[] }
  | { readonly kind: 'act'; readonly act: GlobalAct }
  /** An attachment, a voice note, or anything else without words. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'status'; readonly status: ReferralStatus | 'notFound' | 'tooManyTries' };
