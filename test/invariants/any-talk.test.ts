// Talks that nobody planned: random words, digits, choices and rubbish, in three languages, on the page and by text.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LanguageTag, State } from '../../dialogs/state.ts';
import { keys, raw } from '../../locales/index.ts';
import { ProgrammeId } from '../../policy/rule.ts';
import { openMemoryStore, type WholeStore } from '../../server/storage/sqlite.ts';
import { keysIn, optionsIn } from './said.ts';
import { answerTo } from './script.ts';
import { openTalk, planPhone, type Talk, type Turn } from './talk.ts';
import { stateAt, waitings } from './waitings.ts';

// Sixty keep the suite short; raise it for a long look.
const talks = 60;
const turns = 30;

/** One message: typed, chosen, at this place of what is offered now, or a sensible answer to what is asked. */
type Move =
  | { readonly text: string }
  | { readonly choices: readonly string[] }
  | { readonly offered: number }
  | { readonly sensible: true }
  | { readonly nothing: number };

const words = [
  ...['hello', 'hola', 'nyob zoo', 'yes', 'no', 'sí', 'tsis yog', 'I do not know', 'prefiero no decir', 'back', 'menu'],
  ...['I sleep in my car', 'vivo en una carpa', 'kuv tsis muaj tsev nyob', 'why', 'español', 'Hmoob', 'English'],
  ...['Luis Example', '3/7/1964', '1964', '951-555-0142', '62', 'three times', 'Mixteco', 'ask my plan', 'start over'],
  ...['what happened to my request', '12345678901234', 'a person', 'HELP', '123-45-6789', '4111 1111 1111 1111'],
];
const rubbish = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</textarea><b>bold</b>',
  '\u200B\u200D\uFEFF',
  'no\u200Bthing\u00AD',
  '\u202Eevil\u202C \u2066mixed\u2069',
  '\u0000\u0007\u001B[31m',
  '😀👩‍👩‍👧‍👦🏳️‍🌈',
  "'; DROP TABLE messages; --",
  '\uD800 half a pair',
  'a'.repeat(20_000),
  '🙂'.repeat(10_000),
  'ف'.repeat(500),
  '١٢٣',
  '   ',
  '__proto__',
];
const ids = [
  ...['act:person', 'act:back', 'act:why', 'act:notSure', 'act:decline', 'act:language', 'act:menu', 'act:startOver'],
  ...['act:known', 'act:repeat', 'language:es', 'language:hmn', 'language:xx', 'change:housing', 'change:nothing'],
  ...['leave:housing', 'remove:ecm', 'topic:nothing', 'ask:nothing', '__proto__', 'constructor', 'none', 'other', ''],
  ...ProgrammeId.options.flatMap((id) => [`ask:${id}`, `topic:${id}`]),
];

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ sensible: true } as const) },
  { weight: 6, arbitrary: fc.nat(20).map((offered) => ({ offered })) },
  { weight: 3, arbitrary: fc.constantFrom(...words).map((text) => ({ text })) },
  { weight: 2, arbitrary: fc.nat(12).map((digit) => ({ text: String(digit) })) },
  { weight: 2, arbitrary: fc.constantFrom(...ids).map((id) => ({ choices: [id] })) },
  { weight: 2, arbitrary: fc.constantFrom(...rubbish).map((text) => ({ text })) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }).map((text) => ({ text })) },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...ids, ...rubbish), { maxLength: 4 }).map((choices) => ({ choices })),
  },
  { weight: 1, arbitrary: fc.nat(2).map((nothing) => ({ nothing })) },
);

const talk = fc.record({
  channel: fc.constantFrom('web' as const, 'sms' as const),
  language: fc.constantFrom(...LanguageTag.options),
  whose: fc.constantFrom('self' as const, 'other' as const),
  /** Where it begins; half of them at the beginning. */
  from: fc.option(fc.constantFrom(...waitings), { freq: 2 }),
  moves: fc.array(move, { minLength: turns, maxLength: turns }),
});

const known = new Set<string>(keys);
/** A person can be had from here: their number is in it, or a way to them is named. */
const reach: Readonly<Record<State['language'], RegExp>> = {
  en: /\ba person\b/i,
  es: /\buna persona\b/i,
  hmn: /\bneeg\b/i,
};

function check(turn: Turn, state: State, channel: 'web' | 'sms'): void {
  const { all, texts, says, outcome } = turn;
  State.parse(state);
  assert.ok(says.length > 0 && texts.every((text) => text.trim() !== ''), 'something is always said');
  assert.deepEqual(
    keysIn(says).filter((key) => !known.has(key) || raw(outcome.language, key) === undefined),
    [],
  );
  assert.doesNotMatch(all, /<script|<img|<\/textarea|<b>|\{\{|\$t\(|undefined|\[object|NaN/);
  assert.doesNotMatch(all, /[\u0000-\u0008\u000B-\u001F\u202A-\u202E\u2060-\u2069\u200B]/);
  assert.ok(all.length < 20_000, 'what was typed is not sent back');
  // The page has a way to a person in its head at all times; a text has only its words.
  const byHand = channel === 'web' || all.includes(planPhone) || reach[outcome.language].test(all);
  assert.ok(byHand, `nobody can be reached from: ${all}`);
  assert.ok(state.trail.length <= 30 && JSON.stringify(state).length < 40_000);
}

async function walk(talked: Talk, moves: readonly Move[], channel: 'web' | 'sms'): Promise<void> {
  let turn = await talked.picks('act:repeat');
  for (const made of moves) {
    const offered = [...optionsIn(turn.says), 'act:repeat'];
    if ('offered' in made) turn = await talked.picks(offered[made.offered % offered.length] ?? 'act:repeat');
    else if ('sensible' in made) turn = await answerTo(turn, talked);
    else if ('nothing' in made) turn = await talked.sends({ attachments: made.nothing });
    else turn = await talked.sends(made);
    const state = await talked.state();
    // After "STOP" nothing is said, on purpose.
    if (state.stopped) turn = await talked.types('START');
    check(turn, await talked.state(), channel);
  }
  assert.deepEqual(talked.failures, []);
  const person = await talked.picks('act:person');
  assert.ok(person.all.includes(planPhone));
}

describe(`any talk at all: ${talks} talks of ${turns} messages`, () => {
  let store: WholeStore;
  before(async () => (store = await openMemoryStore()));
  after(() => store.close());

  it('never breaks, always answers, keeps what it can read again, and has a person within reach', async function () {
    this.timeout(180_000);
    await fc.assert(
      fc.asyncProperty(talk, async ({ channel, language, whose, from, moves }) => {
        const talked = await openTalk({ store, channel, language });
        if (from) await talked.put(stateAt(from, language, whose));
        await talked.picks(`language:${language}`);
        await walk(talked, moves, channel);
      }),
      { numRuns: talks, seed: 20261120, endOnFailure: false },
    );
  });
});
