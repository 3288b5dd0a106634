/**
 * What is offered to whom nobody called, by the clock that ran out: a decision that comes late counts as a denial, so
 * it can be appealed (CalOptima GG.1510 II.U); that 72 hours are over is no such decision, and a call that does not come
 * is none either.
 */
import assert from 'node:assert/strict';
import { layoutTexts } from '../../bot/channel.ts';
import { checkIn, checkInSays } from '../../dialogs/check-in.ts';
import type { Say } from '../../dialogs/say.ts';
import type { Waiting } from '../../dialogs/waiting.ts';
import type { World } from '../../dialogs/world.ts';
import { languages, type Tag } from '../../locales/languages.ts';
import { catalogOn } from '../../policy/catalog.ts';
import { LoopClock } from '../../referral/news-topic.ts';
import type { ReferralStatus } from '../../referral/status.ts';
import { planById } from '../../server/plans/index.ts';
import { optionsIn } from '../invariants/said.ts';
import { stateAt } from '../invariants/waitings.ts';

const number = '12345678901234';

/** Filed on Friday 20 November 2026. */
const status = (perspective: ReferralStatus['perspective']): ReferralStatus => ({
  number,
  filedOn: '2026-11-20',
  receivedOn: '2026-11-20',
  held: null,
  asksForFast: true,
  requests: [
    {
      programme: 'ecm',
      decision: 'pending',
      decidedOn: null,
      noticeMailedOn: null,
      loop: null,
      loopOn: null,
      provider: null,
    },
  ],
  teller: 'member',
  perspective,
  mayReleaseToHelper: false,
});

const world: World = {
  today: '2026-11-24',
  plan: planById('iehp'),
  catalog: catalogOn('2026-11-24'),
  channel: 'sms',
  staffed: true,
  onCall: true,
  news: [],
  ids: { referralNumber: '', caseId: '', callBackId: '', complaintId: 'complaint', alertId: '' },
};

function wanted(clock: LoopClock, about: 'self' | 'other'): readonly Say[] {
  const waiting: Waiting = { dialog: 'checkIn', step: 'next', number, programme: 'ecm', clock, about };
  return checkIn.ask(waiting, stateAt(waiting), world);
}

const texts = (says: readonly Say[], tag: Tag): string => (layoutTexts(says, tag, { medium: 'sms' }) ?? []).join('\n');

describe('Whom nobody called', () => {
  for (const clock of LoopClock.options) {
    for (const about of ['self', 'other'] as const) {
      const may = clock === 'decision';
      it(`${may ? 'may appeal, and reads when' : 'is offered no appeal'}: ${clock}, ${about}`, () => {
        const says = wanted(clock, about);
        const options = ['callMe', 'remind', 'complaint', ...(may ? ['appeal'] : []), 'nothing'];
        assert.deepEqual(optionsIn(says), options);
        for (const { tag } of languages) assert.equal(/\(?appeal\)?|apelar/.test(texts(says, tag)), may, tag);
        assert.equal(/Did IEHP not decide in time\?/.test(texts(says, 'en')), may);
      });
    }
  }

  it('is sent to the plan and, in an emergency, to 911, where a fast answer did not come', () => {
    for (const perspective of ['self', 'other'] as const) {
      const news = {
        number,
        programme: 'ecm',
        topic: { kind: 'checkIn', clock: 'urgent' },
        status: status(perspective),
      } as const;
      for (const { tag } of languages) {
        const told = texts(checkInSays(news, world), tag);
        assert.match(told, /1-800-440-4347/, tag);
        assert.match(told, /911/, tag);
      }
    }
  });
});
