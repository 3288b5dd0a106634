/** What the web chat needs to look up of a visit's conversation, beside its turns. */
import { sinceBegunAgain } from '../../bot/begun-again.ts';
import type { Store } from '../../bot/store.ts';
import type { Case } from '../../dialogs/case.ts';
import type { Filed } from './web/own-requests.ts';
import type { WebChatParts } from './web/parts.ts';

export function webMemory(store: Store): Pick<WebChatParts, 'since' | 'birthDates' | 'filed'> {
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
    filed: (key) => filedHere(store, key),
  };
}

async function filedHere(store: Store, key: string): Promise<Filed> {
  const { state } = await store.conversation('web', key);
  if (state === null) return { language: 'en', requests: [] };
  const violence = state.danger?.violence ?? false;
  const read = state.cases.flatMap(({ filed, confidential }: Case) =>
    filed.map(async (number) => ({ referral: await store.filed(number), careful: confidential || violence })),
  );
  const requests = (await Promise.all(read))
    .flatMap(({ referral, careful }) => (referral ? [{ referral, careful }] : []))
    .reverse()
    .sort((a, b) => b.referral.filedOn.localeCompare(a.referral.filedOn));
  return { language: state.language, requests };
}
