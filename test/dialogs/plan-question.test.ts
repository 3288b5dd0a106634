import assert from 'node:assert/strict';
import { questions } from '../../dialogs/questions.ts';
import type { Waiting } from '../../dialogs/waiting.ts';
import { openTalk, type Talk } from '../invariants/talk.ts';
import { stateAt } from '../invariants/waitings.ts';

const sensitive = questions.find((question) => question.sensitive)?.id ?? '';

describe('a sensitive question of the plan', () => {
  const asked: Waiting = {
    dialog: 'planQuestion',
    number: '10000000000009',
    programme: 'ecm',
    asks: [`question:${sensitive}`],
    whose: 'self',
  };
  const at = async (channel: 'web' | 'sms', privacy: 'unasked' | 'here'): Promise<Talk> => {
    const talk = await openTalk({ channel });
    await talk.put({ ...stateAt(asked), privacy });
    return talk;
  };

  it('is asked in texts only once the member has said that it may be', async () => {
    const talk = await at('sms', 'unasked');
    assert.equal((await talk.picks('act:repeat')).outcome.question, 'privacy');
    assert.equal((await talk.picks('here')).outcome.question, `planQuestion.ecm.${sensitive}`);
  });

  it('is not asked in texts of who wants the page or a call', async () => {
    for (const [choice, dialog] of [
      ['web', null],
      ['call', 'callBack'],
    ] as const) {
      const talk = await at('sms', 'unasked');
      assert.equal((await talk.picks(choice)).outcome.dialog, dialog);
    }
  });

  it('is asked on the page, and in texts of who has agreed before', async () => {
    for (const talk of [await at('web', 'unasked'), await at('sms', 'here')]) {
      assert.equal((await talk.picks('act:repeat')).outcome.question, `planQuestion.ecm.${sensitive}`);
    }
  });
});
