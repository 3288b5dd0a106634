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

  it('brings what belongs together with it, which can be left out again', async () => {
    const talk = await openTalk({ channel: 'web' });
    await talk.picks('ask:transitionalRent');
    await talk.picks('self');
    assert.deepEqual((await talk.state()).cases[0]?.draft.programmes, [
      'transitionalRent',
      'ecm',
      'housingTransitionNavigation',
    ]);
  });

  it('does not bring a care manager to somebody who has one', async () => {
    const talk = await openTalk({ channel: 'web' });
    await talk.picks('screen');
    await talk.picks('self');
    await talk.picks('has');
    await talk.picks('ask:transitionalRent');
    assert.deepEqual((await talk.state()).cases[0]?.draft.programmes, [
      'transitionalRent',
      'housingTransitionNavigation',
    ]);
  });

  it('is the care manager alone for somebody who could say nothing, who looks further', async () => {
    const talk = await openTalk({ channel: 'web' });
    await talk.picks('screen');
    await talk.picks('self');
    for (let turn = 0; turn < 40 && (await talk.state()).waiting.dialog === 'screen'; turn += 1) {
      await talk.types("I don't know");
    }
    await talk.picks('file');
    const about = (await talk.state()).cases[0];
    assert.deepEqual(about?.draft.programmes, ['ecm']);
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
