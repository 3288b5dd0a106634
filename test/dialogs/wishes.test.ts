import assert from 'node:assert/strict';
import { openTalk } from '../invariants/talk.ts';

describe('What somebody asks for before it is known whom it is for', () => {
  it('by a button, is theirs once that is known, and is not asked again', async () => {
    const talk = await openTalk();
    const pressed = await talk.picks('ask:medicallyTailoredMeals');
    assert.equal(pressed.outcome.question, 'whom.whose');
    const asked = await talk.picks('self');
    assert.equal(asked.outcome.question, 'file.name');
    assert.deepEqual((await talk.state()).cases[0]?.draft.programmes, ['medicallyTailoredMeals']);
  });

  it('in words, also for somebody they help', async () => {
    const talk = await openTalk();
    await talk.types('I want to ask for medically tailored meals');
    await talk.picks('other');
    await talk.picks('parent');
    await talk.picks('agrees');
    assert.deepEqual((await talk.state()).cases[0]?.draft.programmes, ['medicallyTailoredMeals']);
  });

  it('is not given to the next person', async () => {
    const talk = await openTalk();
    await talk.picks('ask:medicallyTailoredMeals');
    await talk.picks('self');
    await talk.picks('act:menu');
    await talk.picks('somebodyElse');
    await talk.picks('other');
    const [, second] = (await talk.state()).cases;
    assert.ok(second);
    assert.equal(second.draft.programmes, undefined);
  });
});
