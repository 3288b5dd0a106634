/** The port for texts that we start, which no member's message has asked for. */
import type { Claimed, OutboxItem, Sent } from './outbox-store.ts';

export type TextItem = Extract<OutboxItem, { readonly kind: 'text' }>;

/**
 * Sends a text that we start. Consent has been asked of the store; quiet hours are for the texter, which answers
 * `again` with the hour when they end. From the second attempt on, an earlier one may have gone out: look first.
 */
export interface Texter {
  start(item: TextItem, attempt: Claimed['attempt']): Promise<Sent>;
}
