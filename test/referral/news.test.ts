/** Each step is told once: what the desk sets one after the other, and which of it is news. */
import assert from 'node:assert/strict';
import { standings, type Change } from '../../referral/changes.ts';
import type { ClosureReason, Decision, Loop } from '../../referral/decision.ts';
import type { InfoAsk } from '../../referral/info-ask.ts';
import { isNews } from '../../referral/news.ts';
import type { RequestStatus } from '../../referral/status.ts';
import type { IsoDate } from '../../policy/calendar.ts';

const casaSana = { name: 'Casa Sana', phone: '9515550188' };
const otherHouse = { name: 'Other House', phone: '9515550189' };

const first: RequestStatus = {
  programme: 'ecm',
  decision: 'pending',
  decidedOn: null,
  noticeMailedOn: null,
  loop: null,
  loopOn: null,
  provider: null,
};

const decided = (decision: Decision, mailedOn: IsoDate | null = null): Change => ({
  kind: 'decision',
  decision,
  decidedOn: '2026-11-24',
  noticeMailedOn: mailedOn,
});
const step = (
  state: Exclude<Loop['state'], 'closed'>,
  provider: RequestStatus['provider'] = casaSana,
  on: IsoDate = '2026-11-30',
): Change => ({ kind: 'loop', loop: { state }, on, provider });
const closed = (reason: ClosureReason): Change => ({
  kind: 'loop',
  loop: { state: 'closed', reason },
  on: '2026-12-08',
  provider: casaSana,
});

const asked = (ask: InfoAsk, mailedOn: IsoDate | null = null) =>
  ({
    kind: 'decision',
    decision: 'pendingInfo',
    decidedOn: '2026-11-24',
    noticeMailedOn: mailedOn,
    asks: [ask],
  }) as const;
const answered = (ask: InfoAsk): Change => ({
  kind: 'answered',
  on: '2026-11-24',
  answer: { ask, said: { kind: 'text', text: '91234567A' } },
});

const yes = decided('approved');
type Told = 'told' | 'silence';
type Story = readonly [what: string, ...steps: readonly (readonly [Change, Told])[]];

const stories: readonly Story[] = [
  [
    'the whole way to the help',
    [yes, 'told'],
    [step('pending', null), 'silence'],
    [step('pending'), 'told'],
    [step('accepted'), 'told'],
    [step('outreachInitiated'), 'told'],
    [closed('servicesReceived'), 'told'],
  ],
  [
    'the same set again, by two workers or by the same file twice',
    [yes, 'told'],
    [yes, 'silence'],
    [step('accepted'), 'told'],
    [step('accepted'), 'silence'],
    [yes, 'silence'],
    [closed('other'), 'told'],
    [closed('other'), 'silence'],
  ],
  [
    'only the date of a step put right',
    [yes, 'told'],
    [step('accepted'), 'told'],
    [step('accepted', casaSana, '2026-11-29'), 'silence'],
  ],
  ['another provider', [yes, 'told'], [step('accepted'), 'told'], [step('accepted', otherHouse), 'told']],
  [
    'a provider who declines before anybody was named',
    [yes, 'told'],
    [step('declined'), 'silence'],
    [step('accepted', otherHouse), 'told'],
  ],
  [
    // They wait for a call that will not come, so that is told; the words are those of "the plan is looking".
    'a provider who declines after it was said that they will call',
    [yes, 'told'],
    [step('accepted'), 'told'],
    [step('declined'), 'told'],
    [step('declined', otherHouse), 'silence'],
    [step('accepted'), 'told'],
  ],
  [
    // The member has heard more already; what they heard is still true.
    'a step that runs backward',
    [yes, 'told'],
    [step('accepted'), 'told'],
    [step('outreachInitiated'), 'told'],
    [step('accepted'), 'silence'],
    [step('pending'), 'silence'],
    [step('outreachInitiated'), 'silence'],
  ],
  [
    'a closure that was a slip: they believe that it is over',
    [yes, 'told'],
    [closed('unableToReach'), 'told'],
    [step('outreachInitiated'), 'told'],
    [closed('noLongerNeeded'), 'told'],
    [step('pending', null), 'told'],
  ],
  [
    // Whoever asked meanwhile was told that the plan decides; nothing is started about a yes that is taken back.
    'a yes that is taken back and given again',
    [yes, 'told'],
    [decided('pending'), 'silence'],
    [yes, 'told'],
  ],
  [
    'a yes that is taken back where somebody was to call',
    [yes, 'told'],
    [step('accepted'), 'told'],
    [decided('pending'), 'silence'],
    [yes, 'told'],
  ],
  [
    'a denial: when its letter is mailed, once',
    [decided('denied'), 'silence'],
    [decided('denied', '2026-11-25'), 'told'],
    [decided('denied', '2026-11-26'), 'silence'],
  ],
  [
    'a denial after a yes: its letter, and nothing before',
    [yes, 'told'],
    [decided('denied'), 'silence'],
    [decided('denied', '2026-11-25'), 'told'],
  ],
  [
    'a denial that is taken back and decided anew',
    [decided('denied', '2026-11-25'), 'told'],
    [decided('pending'), 'silence'],
    [decided('denied', '2026-12-10'), 'told'],
    [decided('denied', '2026-12-10'), 'silence'],
  ],
  ['a denial that an appeal turned', [decided('denied', '2026-11-25'), 'told'], [yes, 'told']],
  [
    'a change: the letter first, then who calls',
    [decided('approvedModified'), 'silence'],
    [step('accepted'), 'silence'],
    [decided('approvedModified', '2026-11-25'), 'told'],
    [step('outreachInitiated'), 'told'],
    [decided('denied', '2026-12-10'), 'told'],
  ],
  [
    'a change whose provider declines',
    [decided('approvedModified', '2026-11-25'), 'told'],
    [step('declined'), 'silence'],
  ],
  [
    'a question of the plan, its answer, and one more question',
    [decided('pendingInfo'), 'told'],
    [decided('pendingInfo'), 'silence'],
    [decided('pending'), 'silence'],
    [decided('pendingInfo'), 'told'],
    [decided('void'), 'told'],
    [decided('void'), 'silence'],
  ],
  [
    'a delay, then the letter about it, and its day put right',
    [decided('pendingInfo'), 'told'],
    [decided('pendingInfo', '2026-11-25'), 'told'],
    [decided('pendingInfo', '2026-11-26'), 'silence'],
    [decided('denied'), 'silence'],
    [decided('denied', '2026-12-10'), 'told'],
  ],
  [
    'a letter about a delay after the member had answered, and one more question',
    [asked('card'), 'told'],
    [answered('card'), 'silence'],
    [asked('card', '2026-11-25'), 'told'],
    [{ ...asked('card'), decidedOn: '2026-11-30' }, 'told'],
  ],
  [
    'an answer after the letter about a delay, and the same asked anew',
    [asked('card', '2026-11-25'), 'told'],
    [answered('card'), 'silence'],
    [asked('card', '2026-11-25'), 'told'],
  ],
  ['a request that the member took back', [decided('withdrawn'), 'silence'], [yes, 'told']],
];

describe('What we start to tell', () => {
  for (const [what, ...steps] of stories) {
    it(`of ${what}`, () => {
      const changes = steps.map(([change]) => change);
      const [, ...after] = standings(first, changes);
      const told = after.map((standing, at): Told =>
        isNews(standings(first, changes.slice(0, at)), standing) ? 'told' : 'silence',
      );
      assert.deepEqual(
        told,
        steps.map(([, expected]) => expected),
      );
    });
  }
});
