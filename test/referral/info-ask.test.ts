import assert from 'node:assert/strict';
import type { ProgrammeId } from '../../policy/rule.ts';
import { changed, standings, type Change } from '../../referral/changes.ts';
import { InfoAsk, isAnswered, openAsks, remindOn, voidDue, type InfoSaid } from '../../referral/info-ask.ts';
import { isNews } from '../../referral/news.ts';
import type { RequestStatus } from '../../referral/status.ts';
import { canTakeBack } from '../../referral/take-back.ts';
import { told } from '../../referral/told.ts';

const filedOn = '2026-11-20';
const programme: ProgrammeId = 'ecm';
const begun: RequestStatus = {
  programme,
  decision: 'pending',
  decidedOn: null,
  noticeMailedOn: null,
  loop: null,
  loopOn: null,
  provider: null,
};
const asks = (...all: InfoAsk[]): Change => ({ ...decided('pendingInfo'), asks: all }) as Change;
const decided = (
  decision: RequestStatus['decision'],
  noticeMailedOn: RequestStatus['noticeMailedOn'] = null,
): Change => ({
  kind: 'decision',
  decision,
  decidedOn: '2026-11-23',
  noticeMailedOn,
});
const says = (ask: InfoAsk, said: InfoSaid = { kind: 'notSure' }): Change => ({
  kind: 'answered',
  on: '2026-11-24',
  answer: { ask, said },
});
const closed: Change = {
  kind: 'loop',
  loop: { state: 'closed', reason: 'servicesReceived' },
  on: '2026-11-24',
  provider: null,
};
const after = (...changes: Change[]): RequestStatus => standings(begun, changes).at(-1) ?? begun;

describe('what a plan asks of a member', () => {
  const rows: readonly (readonly [what: string, before: readonly Change[], change: Change, taken: boolean])[] = [
    ['a question with "more information needed"', [], asks('card'), true],
    ['a question with a yes', [], { ...decided('approved'), asks: ['card'] } as Change, false],
    ['an answer to what was asked', [asks('card', 'phone')], says('phone'), true],
    ['an answer once more, put right', [asks('card'), says('card')], says('card'), true],
    ['a letter about the delay', [], { ...asks('card'), noticeMailedOn: '2026-11-24' } as Change, true],
    ['a letter about the delay, before it', [], { ...asks('card'), noticeMailedOn: '2026-11-22' } as Change, false],
    ['an answer to what nobody asked', [asks('card')], says('phone'), false],
    ['an answer where the member was asked to call', [decided('pendingInfo')], says('card'), false],
    ['an answer after the plan went on', [asks('card'), decided('pending')], says('card'), false],
    ['an answer after the request was void', [asks('card'), decided('void')], says('card'), false],
    ['an answer after it was taken back', [asks('card'), decided('withdrawn')], says('card'), false],
  ];
  const mailed = (change: Change): Change => ({ ...change, noticeMailedOn: '2026-11-24' }) as Change;
  const letters: readonly (readonly [what: string, before: readonly Change[], letter: Change, kept: number])[] = [
    ['all answered, by a system that names all', [asks('card'), says('card')], mailed(asks('card')), 1],
    [
      'all answered, by the form, where nothing is open',
      [asks('card'), says('card')],
      mailed(decided('pendingInfo')),
      1,
    ],
    ['one of two answered, by the form', [asks('card', 'phone'), says('card')], mailed(asks('phone')), 1],
    ['all answered, and more is asked', [asks('card'), says('card')], mailed(asks('phone')), 0],
    ['one open, and the member is to call', [asks('card')], mailed(decided('pendingInfo')), 0],
  ];
  for (const [what, before, letter, kept] of letters) {
    it(`${kept ? 'keeps' : 'begins anew'}, with the day of the letter about a delay: ${what}`, () => {
      assert.equal(after(...before, letter).info?.answers.length ?? 0, kept);
      assert.equal(after(...before, letter).noticeMailedOn, '2026-11-24');
    });
  }

  for (const [what, before, change, taken] of rows) {
    it(`${taken ? 'is recorded' : 'is recorded by nobody'}: ${what}`, () => {
      assert.equal(changed(after(...before), change, filedOn) !== null, taken);
    });
  }

  it('is answered when each question is, with "I don\'t know" too, and then the plan is told to have it', () => {
    const half = after(asks('card', 'phone'), says('phone'));
    assert.deepEqual([openAsks(half.info ?? { asks: [], answers: [] }), told(half).kind], [['card'], 'pendingInfo']);
    const whole = after(asks('card', 'phone'), says('phone'), says('card', { kind: 'declined' }));
    assert.deepEqual([isAnswered(whole.info), told(whole).kind], [true, 'answered']);
  });

  it('is news when something else is asked, and not when the same is asked again or was answered', () => {
    const news = (before: readonly Change[], change: Change): boolean =>
      isNews(standings(begun, before), after(...before, change));
    assert.deepEqual(
      [
        news([], asks('card')),
        news([asks('card')], asks('card')),
        news([asks('card')], asks('card', 'phone')),
        news([asks('card')], says('card')),
        news([asks('card'), says('card')], asks('card')),
        news([decided('pendingInfo')], asks('card')),
      ],
      [true, false, true, false, true, true],
    );
  });

  it('never is a number of a Social Security card, a diagnosis, or anything that is not on the list', () => {
    for (const ask of ['ssn', 'immigration', 'diagnosis', 'proof', 'question:', 'question:a b', 7, null]) {
      assert.equal(InfoAsk.safeParse(ask).success, false, String(ask));
    }
  });

  it('is waited for five working days, and the member is reminded two before the end', () => {
    // Thanksgiving and the day after are no working days.
    assert.deepEqual([remindOn('2026-11-24'), voidDue('2026-11-24')], ['2026-12-01', '2026-12-03']);
    assert.deepEqual([remindOn('2026-11-16'), voidDue('2026-11-16')], ['2026-11-19', '2026-11-23']);
  });
});

describe('a request can be taken back', () => {
  const rows: readonly (readonly [what: string, can: boolean, ...Change[]])[] = [
    ['while the plan decides', true],
    ['while the plan asks', true, asks('card')],
    ['after a yes', true, decided('approved')],
    ['after a yes to something else, told by letter', true, decided('approvedModified', '2026-11-23')],
    ['after a yes that was closed', false, decided('approved'), closed],
    // Else the missing way back would tell of the denial before its letter.
    ['after a denial whose letter was not mailed', true, decided('denied')],
    ['after a denial told by letter', false, decided('denied', '2026-11-23')],
    ['when it is void', false, decided('void')],
    ['when it was taken back', false, decided('withdrawn')],
  ];
  for (const [what, can, ...changes] of rows) {
    it(`${what}: ${can ? 'yes' : 'no'}`, () => assert.equal(canTakeBack(after(...changes)), can));
  }
});
