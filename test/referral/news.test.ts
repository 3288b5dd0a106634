import assert from 'node:assert/strict';
import { ClosureReason, Decision, type Loop } from '../../referral/decision.ts';
import { isNews, mayHear } from '../../referral/news.ts';
import type { RequestStatus } from '../../referral/status.ts';

const loops: readonly (Loop | null)[] = [
  null,
  { state: 'accepted' },
  { state: 'declined' },
  { state: 'pending' },
  { state: 'outreachInitiated' },
  ...ClosureReason.options.map((reason) => ({ state: 'closed' as const, reason })),
];

/** What the member may hear, by decision, before and after its notice was mailed; a loop stands only after approval. */
const heard: Record<Decision, readonly [before: readonly string[], mailed: readonly string[]]> = {
  pending: [[], []],
  pendingInfo: [['itself'], ['itself']],
  approved: [
    ['itself', 'accepted', 'outreachInitiated', 'closed'],
    ['itself', 'accepted', 'outreachInitiated', 'closed'],
  ],
  approvedModified: [[], ['itself', 'accepted', 'outreachInitiated', 'closed']],
  denied: [[], ['itself']],
  void: [['itself'], ['itself']],
  withdrawn: [[], []],
};
const mayHaveLoop: readonly Decision[] = ['approved', 'approvedModified'];

describe('What the member may be told of', () => {
  for (const decision of Decision.options) {
    for (const [mailed, noticeMailedOn] of [null, '2026-11-24' as const].entries()) {
      for (const loop of mayHaveLoop.includes(decision) ? loops : [null]) {
        const expected = heard[decision][mailed]?.includes(loop?.state ?? 'itself');
        const what = `${decision}${mailed ? ', notice mailed' : ''}${loop ? `, ${JSON.stringify(loop)}` : ''}`;
        it(`${what}: ${expected ? 'yes' : 'no'}`, () => {
          assert.equal(mayHear({ decision, noticeMailedOn, loop }), expected);
        });
      }
    }
  }

  const pending: RequestStatus = {
    programme: 'ecm',
    decision: 'pending',
    decidedOn: null,
    noticeMailedOn: null,
    loop: null,
    loopOn: null,
    provider: null,
  };
  const denied: RequestStatus = { ...pending, decision: 'denied', decidedOn: '2026-11-24' };
  const mailed: RequestStatus = { ...denied, noticeMailedOn: '2026-11-25' };

  it('a denial is news on the day when its letter is mailed, once', () => {
    assert.equal(isNews(pending, denied), false);
    assert.equal(isNews(denied, mailed), true);
    assert.equal(isNews(mailed, { ...mailed, noticeMailedOn: '2026-11-26' }), false);
  });

  it('another provider is news, a corrected date is not', () => {
    const accepted: RequestStatus = {
      ...pending,
      decision: 'approved',
      loop: { state: 'accepted' },
      provider: { name: 'Casa Sana', phone: '9515550188' },
    };
    assert.equal(isNews(accepted, { ...accepted, loopOn: '2026-11-30' }), false);
    assert.equal(isNews(accepted, { ...accepted, provider: { name: 'Otra', phone: '9515550189' } }), true);
  });
});
