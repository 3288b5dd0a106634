// Every question of the screen is answered as members type; a wrong reading that is kept is worse than asking again.
import assert from 'node:assert/strict';
import type { Inbound } from '../../bot/inbound.ts';
import { turn } from '../../bot/turn.ts';
import { lexicalUnderstanding } from '../../dialogs/lexical.ts';
import type { Reply } from '../../dialogs/reply.ts';
import { emptyDraft } from '../../dialogs/case.ts';
import { freshState, type State } from '../../dialogs/state.ts';
import type { Waiting } from '../../dialogs/waiting.ts';
import type { Step } from '../../dialogs/step.ts';
import type { World } from '../../dialogs/world.ts';
import { openTalk } from '../invariants/talk.ts';
import { typedAnswers } from './typed-answers.ts';

const understanding = lexicalUnderstanding();
const earlier: Waiting = { dialog: 'screen', question: 'county' };

const waitingFor = (waiting: Waiting): State => ({
  ...freshState('en'),
  greeted: true,
  privacy: 'here',
  active: 'c',
  waiting,
  trail: [
    waiting.dialog === 'screen' && waiting.question === 'county' ? { dialog: 'screen', question: 'age' } : earlier,
  ],
  cases: [
    {
      id: 'c',
      whose: 'self',
      helper: {},
      replies: [],
      everything: false,
      confidential: false,
      draft: emptyDraft,
      filed: [],
    },
  ],
});

const typedIn = (text: string, { channel }: World): Inbound => ({
  channel,
  key: 'k',
  id: 'i',
  text,
  choices: [],
  question: null,
  attachments: 0,
  suggestedLanguage: null,
});

function heard(question: string, { state }: Step): string {
  const reply = state.cases[0]?.replies.find((each) => each.question === question)?.reply;
  if (reply) return inWords(reply);
  if (state.waiting.dialog === 'whom') return 'whom';
  const stays = state.waiting.dialog === 'screen' && state.waiting.question === question;
  return stays ? '?' : 'back';
}

function inWords(reply: Reply): string {
  if (reply.kind === 'chosen') return reply.ids.join(',') || 'none';
  if (reply.kind !== 'count') return reply.kind;
  const { from, to } = reply.count;
  return from === to ? String(from) : `${from} to ${to}`;
}

describe('what members type', () => {
  let worlds: readonly World[];
  before(async () => {
    const talks = [await openTalk(), await openTalk({ channel: 'sms' })];
    worlds = talks.map(({ world }) => world);
  });

  for (const [question, answers] of Object.entries(typedAnswers))
    it(`is understood, or asked again, at the question of ${question}`, async () => {
      for (const [text, expected] of Object.entries(answers))
        for (const world of worlds) {
          const state = waitingFor({ dialog: 'screen', question });
          const step = await turn(state, typedIn(text, world), [], world, understanding);
          assert.equal(heard(question, step), expected, `${world.channel}: ${text}`);
        }
    });
});
