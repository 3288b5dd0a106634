/** What of a talk may still be shown: after "start over" nothing of what came before it. */
import type { Message } from './store.ts';

/**
 * The messages from the last "we have forgotten it" on, or all of them. What was said before stays stored, sealed, as
 * the record of what was filed; but the next person at a shared screen is not shown it.
 */
export function sinceBegunAgain(messages: readonly Message[]): readonly Message[] {
  const again = messages.findLastIndex(isForgotten);
  return again < 0 ? messages : messages.slice(again);
}

function isForgotten(message: Message): boolean {
  return (
    message.by === 'us' && message.says.some((say) => say.kind === 'line' && say.line.key === 'common.startOver.done')
  );
}
