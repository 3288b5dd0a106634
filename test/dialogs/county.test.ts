import assert from 'node:assert/strict';
import { layoutTexts } from '../../bot/channel.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import { planById } from '../../server/plans/index.ts';
import { play } from '../invariants/script.ts';
import { openTalk, type Talk, type Turn } from '../invariants/talk.ts';

const alliance = planById('alliance');

/** Somebody in a tent, ill and often in hospital, who is asked where they live, and what they are told then. */
async function toldIn(county: string): Promise<{ talk: Talk; told: Turn; turns: readonly Turn[]; number: string }> {
  const talk = await openTalk({ of: alliance });
  const { turns, number } = await play(talk, { changed: { 'screen.county': county } });
  const told = turns.find(({ outcome }) => outcome.findings !== null);
  assert.ok(told);
  return { talk, told, turns, number };
}

/** What is said of one programme. */
function card(programme: ProgrammeId, { says }: Turn): string {
  const cards = says.filter((say) => say.kind === 'finding' && say.programme === programme);
  return layoutTexts(cards, 'en', { medium: 'plain' })?.join('\n') ?? '';
}

describe('The county', () => {
  it('is asked where the plan does not offer the same in each of its counties, and goes with the request', async () => {
    const { talk, told, turns, number } = await toldIn('merced county');
    const asked = turns.find(({ outcome }) => outcome.question === 'screen.county');
    assert.ok(asked, 'it was not asked');
    for (const county of alliance.counties) assert.match(asked.all, new RegExp(county));
    assert.doesNotMatch(card('housingTransitionNavigation', told), /do not know if Alliance offers/);
    assert.equal((await talk.store.referral(number, 'test'))?.referral.person.county, 'Merced');
  });

  it('says of which county it is not known what is offered, and no match is made of it', async () => {
    const { told } = await toldIn('2');
    assert.doesNotMatch(card('housingTransitionNavigation', told), /in Merced County/);
    const { told: mariposa } = await toldIn('I live in Mariposa');
    assert.match(card('housingTransitionNavigation', mariposa), /offers this in Mariposa County\. You can still ask\./);
    assert.deepEqual(mariposa.outcome.findings, told.outcome.findings);
  });

  it('may be one that the plan does not serve: then another plan may be theirs, and they can go on', async () => {
    const { told, number } = await toldIn('Fresno');
    assert.match(told.all, /Alliance may not serve Fresno County/);
    assert.match(told.all, /1-800-430-4263/);
    assert.ok(number);
  });

  it('may be left unsaid', async () => {
    const { talk, told, number } = await toldIn("I'd rather not say");
    assert.match(told.all, /do not know if Alliance offers this everywhere/);
    assert.equal((await talk.store.referral(number, 'test'))?.referral.person.county, null);
  });

  it('is not asked where the plan offers the same everywhere', async () => {
    const { turns } = await play(await openTalk());
    assert.ok(turns.every(({ outcome }) => outcome.question !== 'screen.county'));
  });

  it('is asked again in other words when it names two, or none', async () => {
    const talk = await openTalk({ of: alliance });
    let tries = 0;
    await play(talk, {
      changed: { 'screen.county': 'Merced' },
      between: async (turn) => {
        if (turn.outcome.question !== 'screen.county' || tries > 0) return turn;
        tries += 1;
        const again = await talk.types('Merced or Monterey');
        assert.equal(again.outcome.question, 'screen.county');
        assert.match(again.all, /choose your county/);
        return again;
      },
    });
    assert.equal(tries, 1);
  });
});
