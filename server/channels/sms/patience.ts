/** How often one phone is answered, so that a flood from it costs neither us nor its owner. Phones are kept in memory only. */
import { readDanger } from '../../../bot/danger.ts';
import { readKeyword } from '../../../bot/keywords.ts';
import { limit, mayGo } from '../../limits.ts';

/** What is done with a text: heard; told once that it was too many; or answered with nothing. */
export type Patience = (phone: string, text: string) => Promise<'hear' | 'tellToWait' | 'sayNothing'>;

/** Faster than thumbs, and longer than the longest talk. Danger, STOP, START and HELP are always heard. */
export function patienceWithPhones(): Patience {
  const texts = [limit(60, 60), limit(200, 3600)];
  const tellings = limit(1, 3600);
  return async (phone, text) => {
    if (readDanger(text) !== null || readKeyword(text) !== null) return 'hear';
    if (await mayGo(texts.map((each) => [each, phone]))) return 'hear';
    return (await tellings.wait(phone)) === 0 ? 'tellToWait' : 'sayNothing';
  };
}
