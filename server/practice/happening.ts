/** What happens in invented weeks, as values: played into a store in the order of their instants. */
import type { Unit } from '../../bot/store.ts';
import type { CaseEvent } from '../../referral/case-event.ts';
import type { Tag } from '../../locales/languages.ts';
import type { ComplaintOutcome } from '../desk/complaints/store.ts';
import type { DeskStore, RequestEvent } from '../desk/desk-store.ts';

/** `at`: the instant, ISO 8601. `by`: a worker of the desk. */
export type Happening = { readonly at: string } & (
  | {
      readonly kind: 'said';
      readonly channel: Unit['channel'];
      /** Who says it: a page's visit, or a phone. */
      readonly key: string;
      readonly language: Tag;
      readonly what: Pick<Unit, 'referral' | 'callBack' | 'complaint' | 'alert' | 'texting'>;
      /** Why the plan's system does not take it. */
      readonly refused?: { readonly reason: string; readonly answer: string };
    }
  | {
      readonly kind: 'recorded';
      readonly number: string;
      readonly by: string;
      readonly event: Pick<RequestEvent, 'programme' | 'what'>;
    }
  | { readonly kind: 'noted'; readonly number: string; readonly by: string; readonly what: CaseEvent }
  | {
      readonly kind: 'task';
      readonly task: 'callBack' | 'alert';
      readonly id: string;
      readonly by: string;
      readonly act: 'take' | TaskOutcome;
    }
  | {
      readonly kind: 'complaint';
      readonly id: string;
      readonly by: string;
      readonly act: 'take' | 'acknowledge' | 'urgent' | ComplaintOutcome;
    }
  /** A text that was to be sent, and was not taken. */
  | {
      readonly kind: 'untexted';
      readonly id: string;
      readonly phone: string;
      readonly language: Tag;
      readonly reason: string;
    }
);

export type TaskOutcome = Parameters<DeskStore['finish']>[2];

export const inOrder = (one: Happening, other: Happening): number => Date.parse(one.at) - Date.parse(other.at);
