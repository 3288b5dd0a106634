/** What the web chat needs to look up of a visit's conversation, beside its turns. */
import { sinceBegunAgain } from '../../bot/begun-again.ts';
import type { Store } from '../../bot/store.ts';
import type { WebChatParts } from './web/parts.ts';

export function webMemory(store: Store): Pick<WebChatParts, 'since' | 'birthDates'> {
  const given = async (key: string): Promise<readonly string[]> => {
    const { state } = await store.conversation('web', key);
    return (state?.cases ?? []).flatMap(({ draft }) => draft.birthDate ?? []);
  };
  return {
    since: async (key, seq) =>
      sinceBegunAgain(await store.messagesSince((await store.conversation('web', key)).id, seq)),
    birthDates: {
      given: async (key) => (await given(key)).length > 0,
      matches: async (key, birthDate) => (await given(key)).includes(birthDate),
    },
  };
}
