// The two referrals of the journeys, filed by the real bot as these two say it, without a server or a browser.
import assert from 'node:assert/strict';
import type { Tag } from '../../locales/languages.ts';
import type { Referral } from '../../referral/referral.ts';
import { planById } from '../../server/plans/index.ts';
import { openTalk, type Talk, type Turn } from '../invariants/talk.ts';
import { taps, words as daughters } from './antonio-says.ts';
import type { Answer } from './chat-page.ts';
import { digits, words as davids } from './david-says.ts';

/** David, 62, in a tent: by text message, with Inland Empire Health Plan. */
export async function davidsReferral(language: Tag = 'en'): Promise<Referral> {
  const talk = await openTalk({ channel: 'sms', language, day: '2026-11-21', of: planById('iehp') });
  const said = { ...digits, ...davids[language] };
  return filedIn(talk, await talk.types(said['first'] ?? ''), (question) => {
    const key = question === 'privacy' ? 'sms.privacy' : question.replace(/^screen\./, '');
    return { write: said[key] ?? '' };
  });
}

/** Antonio, 58: his daughter asks on the page of Central California Alliance for Health. */
export async function antoniosReferral(language: Tag = 'en'): Promise<Referral> {
  const talk = await openTalk({ language, day: '2026-11-20', of: planById('alliance') });
  const answers: Readonly<Record<string, Answer>> = {
    ...taps,
    ...Object.fromEntries(Object.entries(daughters[language] ?? {}).map(([question, write]) => [question, { write }])),
    'file.spoken': { press: language },
    'file.written': { press: language },
    'file.preview': { press: 'send' },
  };
  return filedIn(talk, await talk.picks('act:menu'), (question) => answers[question]);
}

async function filedIn(talk: Talk, first: Turn, answerTo: (question: string) => Answer | undefined): Promise<Referral> {
  for (let turn = first, tries = 0; tries < 50; tries += 1) {
    const { confirmation, question } = turn.outcome;
    if (confirmation !== null) {
      const referral = await talk.store.filed(confirmation);
      assert.ok(referral);
      await talk.store.close();
      return referral;
    }
    const answer = answerTo(question ?? '');
    assert.ok(answer, `no answer to ${question ?? 'nothing'}`);
    turn = await give(talk, answer);
  }
  throw new Error('the talk did not end');
}

function give(talk: Talk, answer: Answer): Promise<Turn> {
  if ('write' in answer) return talk.types(answer.write);
  if ('press' in answer) return talk.picks(answer.press);
  return 'tick' in answer ? talk.picks(...answer.tick) : talk.types(answer.date.join('/'));
}
