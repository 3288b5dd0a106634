import assert from 'node:assert/strict';
import { openTalk } from '../invariants/talk.ts';

/** The filing as far as whom they trust, then their answer to that; what is kept of it. */
async function kept(answer: string): Promise<string | null | undefined> {
  const talk = await openTalk();
  await talk.picks('ask:medicallyTailoredMeals');
  await talk.picks('self');
  await talk.types('Ana Lopez');
  await talk.types('3/7/1964');
  await talk.picks('act:decline');
  await talk.picks('none');
  for (let turn = 0; turn < 8; turn++) {
    const { outcome } = await talk.picks('act:notSure');
    if (outcome.question === 'file.trusted') break;
  }
  await talk.types(answer);
  return (await talk.state()).cases[0]?.draft.trusted;
}

describe('Whom somebody already trusts', () => {
  for (const answer of ['no', 'no one', 'nadie', 'tsis muaj', 'tsis muaj leej twg'])
    it(`is nobody when they say "${answer}"`, async () => assert.equal(await kept(answer), null));

  it('is who they name, also after a no', async () => {
    assert.equal(await kept('Sunrise Clinic'), 'Sunrise Clinic');
    assert.equal(await kept('no clinic, but my nurse Mai'), 'no clinic, but my nurse Mai');
  });
});
