import assert from 'node:assert/strict';
import type { RequestAct } from '../../../bot/store.ts';
import type { RequestEvent } from '../../../server/desk/desk-store.ts';
import type { WholeStore } from '../../../server/storage/sqlite.ts';
import { filedReferral, helped, noon, referral, unit } from './samples.ts';

type Event = Omit<RequestEvent, 'at' | 'by'>;
const number = '12345678901234';
const birthDate = '1964-03-09';
const own = '+19515550134';

export const decided = (decision: 'approved' | 'denied' | 'void' | 'pendingInfo', mailed = false): Event => ({
  programme: 'ecm',
  what: { kind: 'decision', decision, decidedOn: '2026-11-24', noticeMailedOn: mailed ? '2026-11-25' : null },
});
export const stepped = (state: 'accepted' | 'declined'): Event => ({
  programme: 'ecm',
  what: { kind: 'loop', loop: { state }, on: '2026-11-30', provider: { name: 'Casa Sana', phone: '9515550188' } },
});

/** What every store must do with a referral, at the desk and for the one who asks. */
export function referralsContract(open: () => Promise<WholeStore>): void {
  let store: WholeStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const newsItems = async (): Promise<string[]> => {
    const claimed = await store.claim('2030-01-01T00:00:00Z', '2030-01-01T00:01:00Z', 50);
    return claimed.flatMap(({ item }) => (item.kind === 'news' && item.programme ? [item.programme] : []));
  };

  it('gives the plan the referral exactly as it was filed', async () => {
    await filedReferral(store, referral(number));
    assert.deepEqual(await store.filed(number), referral(number));
  });

  it('is found by number and birth date together, and by nothing less', async () => {
    await filedReferral(store, referral(number));
    const status = await store.status(number, birthDate, null);
    assert.equal(status?.teller, 'member');
    assert.deepEqual(
      status.requests.map(({ programme, decision }) => [programme, decision]),
      [
        ['ecm', 'pending'],
        ['medicallyTailoredMeals', 'pending'],
      ],
    );
    assert.equal(await store.status(number, '1964-03-10', null), null);
    assert.equal(await store.status('12345678901235', birthDate, null), null);
    assert.equal(await store.status('12345678901235', '1964-03-10', null), null);
  });

  it('tells a helper apart from the member, who is known by their own phone alone', async () => {
    await filedReferral(store, helped(number));
    const asks = async (phone: string | null): Promise<unknown> => {
      const status = await store.status(number, birthDate, phone);
      return [status?.teller, status?.mayReleaseToHelper];
    };
    assert.deepEqual(await asks(null), ['helper', false]);
    assert.deepEqual(await asks('+19515550177'), ['helper', false]);
    assert.deepEqual(await asks(own), ['member', true]);
  });

  it("does not take the helper's own phone for the member's, though they gave it as such", async () => {
    const { id } = await store.conversation('sms', own);
    await store.commit(unit(id, 0, 'filing', { channel: 'sms', referral: helped(number) }));
    assert.equal((await store.status(number, birthDate, own))?.teller, 'helper');
  });

  it('lets the helper hear once the member has said yes, and says where', async () => {
    const from = await filedReferral(store, helped(number), 'daughter');
    const { id } = await store.conversation('sms', own);
    await store.commit(unit(id, 0, 'yes', { channel: 'sms', confirmHelper: { number } }));
    const status = await store.status(number, birthDate, null);
    assert.deepEqual([status?.teller, status?.mayReleaseToHelper], ['member', false]);
    const talks = await store.talksAbout(number);
    assert.deepEqual(talks.map(({ channel, key }) => `${channel} ${key}`).sort(), [`sms ${own}`, 'web daughter']);
    assert.ok(talks.some(({ conversation }) => conversation === from));
  });

  it('shows the desk the referral with its history, oldest first', async () => {
    await filedReferral(store, referral(number));
    assert.ok(await store.record(number, decided('approved'), 'Ana'));
    assert.ok(await store.record(number, stepped('accepted'), 'Ben'));
    const file = await store.referral(number, 'Ana');
    assert.deepEqual(
      file?.events.map(({ by, what }) => [by, what.kind]),
      [
        ['Ana', 'decision'],
        ['Ben', 'loop'],
      ],
    );
    assert.deepEqual(file.status[0], {
      programme: 'ecm',
      decision: 'approved',
      decidedOn: '2026-11-24',
      noticeMailedOn: null,
      loop: { state: 'accepted' },
      loopOn: '2026-11-30',
      provider: { name: 'Casa Sana', phone: '9515550188' },
    });
    assert.deepEqual(file.referral, referral(number));
    assert.equal(await store.referral('00000000000000', 'Ana'), null);
  });

  it('lists every referral with what a worker chooses by', async () => {
    await filedReferral(store, referral(number));
    await filedReferral(store, helped('22222222222222'));
    const rows = await store.referrals('Ana');
    assert.deepEqual(
      rows.map(({ number: shown, name, byHelper }) => [shown, name, byHelper]),
      [
        [number, 'Xiomara Quetzalli', false],
        ['22222222222222', 'Xiomara Quetzalli', true],
      ],
    );
    assert.deepEqual(rows[0]?.requests[0], {
      programme: 'ecm',
      decision: 'pending',
      decidedOn: null,
      answered: false,
      loop: null,
      providerNamed: false,
      letterOwed: false,
    });
  });

  it('takes what a member does with a request in their own turn, and none of that turn when it came too late', async () => {
    const from = await filedReferral(store, referral(number), 'session');
    const asked = { ...decided('pendingInfo').what, asks: ['card', 'phone'] } as Event['what'];
    await store.record(number, { programme: 'ecm', what: asked }, 'Ana');
    const answer = (ask: 'card' | 'phone'): RequestAct => ({
      number,
      programme: 'ecm',
      what: { kind: 'answered', on: '2026-11-24', answer: { ask, said: { kind: 'text', text: '91234567A' } } },
      by: 'member',
    });
    const withdrawn = { ...answer('card'), what: { ...decided('void').what, decision: 'withdrawn' } } as RequestAct;
    const answers = async (): Promise<unknown> =>
      (await store.status(number, birthDate, null))?.requests[0]?.info?.answers.map(({ ask }) => ask);
    const turn = async (id: string, ...requestEvents: RequestAct[]): Promise<unknown> => {
      const { version } = await store.conversation('web', 'session');
      return (await store.commit(unit(from, version, id, { requestEvents }))).kind;
    };
    assert.equal(await turn('one', answer('card')), 'stored');
    assert.equal(await turn('one', answer('card')), 'repeated');
    assert.deepEqual(await answers(), ['card']);
    const { version } = await store.conversation('web', 'session');
    await store.record(number, { programme: 'ecm', what: decided('denied', true).what }, 'Ana');
    assert.equal(await turn('late', answer('phone')), 'moved');
    assert.equal(await turn('back', withdrawn), 'moved', 'a letter tells of the denial');
    assert.equal((await store.conversation('web', 'session')).version, version);
    await store.record(number, decided('approved'), 'Ana');
    assert.equal(await turn('taken back', withdrawn), 'stored');
    const file = await store.referral(number, 'Ana');
    assert.deepEqual([file?.status[0]?.decision, file?.events.at(-1)?.by], ['withdrawn', 'member']);
  });

  it('owes the letter of a denial until its day is known, also after the member has taken the request back', async () => {
    const from = await filedReferral(store, referral(number), 'session');
    const owed = async (): Promise<unknown> => {
      const row = (await store.referrals('Ana')).find((each) => each.number === number);
      const { lettersOwed } = (await store.referral(number, 'Ana')) ?? {};
      assert.deepEqual(
        row?.requests.filter(({ letterOwed }) => letterOwed).map(({ programme }) => programme),
        lettersOwed,
      );
      return lettersOwed;
    };
    const letter = { kind: 'letterMailed', programme: 'ecm', on: '2026-11-25' } as const;
    await store.record(number, decided('denied'), 'Ana');
    assert.deepEqual(await owed(), ['ecm']);
    assert.equal(await store.recordCase(number, letter, 'Ana'), false, 'the member is told with the decision');
    const what = { kind: 'decision', decision: 'withdrawn', decidedOn: '2026-11-24', noticeMailedOn: null } as const;
    const { version } = await store.conversation('web', 'session');
    const requestEvents = [{ number, programme: 'ecm', what, by: 'member' }] as const;
    assert.equal((await store.commit(unit(from, version, 'back', { requestEvents }))).kind, 'stored');
    assert.deepEqual(await owed(), ['ecm']);
    assert.equal(await store.recordCase(number, letter, 'Ana'), true);
    assert.deepEqual(await owed(), []);
    assert.equal((await store.referral(number, 'Ana'))?.status[0]?.decision, 'withdrawn');
    assert.equal(await store.recordCase(number, letter, 'Ana'), false, 'once');
    await store.record(number, decided('denied'), 'Ana');
    await store.record(number, decided('denied', true), 'Ana');
    assert.deepEqual(await owed(), [], 'mailed');
    await store.record(number, decided('denied'), 'Ana');
    await store.record(number, decided('approved'), 'Ana');
    assert.deepEqual(await owed(), [], 'put right');
  });

  it('takes no step after a decision that was not an approval, and none for what was not asked for', async () => {
    await filedReferral(store, referral(number));
    assert.equal(await store.record(number, stepped('accepted'), 'Ana'), false);
    assert.equal(await store.record(number, { ...decided('approved'), programme: 'housingDeposits' }, 'Ana'), false);
    assert.equal(await store.record('00000000000000', decided('approved'), 'Ana'), false);
  });

  it('ends the loop with the approval that it began with', async () => {
    await filedReferral(store, referral(number));
    await store.record(number, decided('approved'), 'Ana');
    await store.record(number, stepped('accepted'), 'Ana');
    await store.record(number, decided('void'), 'Ana');
    const status = await store.status(number, birthDate, null);
    assert.deepEqual(
      [status?.requests[0]?.decision, status?.requests[0]?.loop, status?.requests[0]?.provider],
      ['void', null, null],
    );
  });

  it('puts out news with the decision that may be heard, and none before the letter of a denial is mailed', async () => {
    await filedReferral(store, referral(number));
    await store.record(number, decided('denied'), 'Ana');
    assert.deepEqual(await newsItems(), []);
    await store.record(number, decided('denied', true), 'Ana');
    assert.deepEqual(await newsItems(), ['ecm']);
  });

  it('tells the same thing once, though the desk sets it twice', async () => {
    await filedReferral(store, referral(number));
    await store.record(number, decided('approved'), 'Ana');
    const [news] = (await store.claim('2030-01-01T00:00:00Z', '2030-01-01T00:01:00Z', 9)).filter(
      ({ item }) => item.kind === 'news',
    );
    await store.settle(news!, { kind: 'done' }, noon);
    await store.record(number, decided('approved'), 'Ana');
    assert.deepEqual(await newsItems(), []);
  });

  it('has no news for a helper whom the member has not confirmed', async () => {
    await filedReferral(store, helped(number));
    await store.record(number, decided('approved'), 'Ana');
    assert.deepEqual(await newsItems(), []);
  });

  it('refuses a number that is taken', async () => {
    await filedReferral(store, referral(number));
    const { id } = await store.conversation('web', 'other');
    await assert.rejects(store.commit(unit(id, 0, 'm', { referral: helped(number) })));
    assert.deepEqual(await store.filed(number), referral(number));
  });

  it('keeps texting consent per phone: a yes on the web never speaks over a STOP', async () => {
    assert.equal(await store.mayText(own), false);
    await filedReferral(store, helped('22222222222222'));
    assert.equal(await store.mayText(own), false, 'somebody else typed the number');
    await filedReferral(store, referral(number));
    assert.equal(await store.mayText('951-555-0134'), true);
    const { id } = await store.conversation('sms', own);
    await store.commit(unit(id, 0, 'STOP', { channel: 'sms', texting: { phone: own, allowed: false } }));
    await filedReferral(store, referral('33333333333333'));
    assert.equal(await store.mayText(own), false);
  });
}
