import assert from 'node:assert/strict';
import type { Unit } from '../../../bot/store.ts';
import type { CaseEvent } from '../../../referral/case-event.ts';
import { inOrder } from '../../../server/desk/referral/history.ts';
import type { WholeStore } from '../../../server/storage/sqlite.ts';
import { filedReferral, helped, referral, unit } from './samples.ts';
import { decided, stepped } from './referrals-contract.ts';

const number = '12345678901234';
const other = '12345678901235';
const birthDate = '1964-03-09';

/** What every store must do with what is recorded of a referral as a whole. */
export function caseContract(open: (clock?: () => Date) => Promise<WholeStore>): void {
  let store: WholeStore;
  let now: Date;
  beforeEach(async () => {
    now = new Date('2026-11-22T10:00:00Z');
    store = await open(() => now);
  });
  afterEach(() => store.close());

  const news = async (): Promise<unknown[]> => {
    const claimed = await store.claim('2030-01-01T00:00:00Z', '2030-01-01T00:01:00Z', 50);
    return claimed.flatMap(({ item }) => (item.kind === 'news' ? [[item.number, item.programme, item.topic]] : []));
  };
  const kinds = async (of = number): Promise<unknown[]> =>
    (await store.referral(of, 'test'))?.notes.map(({ by, what }) => [by, what.kind]) ?? [];
  const message: CaseEvent = { kind: 'messageSent', message: 'callUs' };

  it('keeps who recorded what, oldest first, and shows the last of it in the list', async () => {
    await filedReferral(store, referral(number));
    assert.equal(await store.recordCase(number, { kind: 'note', text: 'Llamar después de las 5 <b>' }, 'Ana'), true);
    assert.equal(await store.recordCase(number, { kind: 'assigned', to: 'Ben' }, 'Ana'), true);
    assert.equal(await store.recordCase(number, { kind: 'matched', match: 'found' }, 'Ben'), true);
    const file = await store.referral(number, 'test');
    assert.deepEqual(
      file?.notes.map(({ by, what }) => [by, what]),
      [
        ['Ana', { kind: 'note', text: 'Llamar después de las 5 <b>' }],
        ['Ana', { kind: 'assigned', to: 'Ben' }],
        ['Ben', { kind: 'matched', match: 'found' }],
      ],
    );
    const [row] = await store.referrals('test');
    assert.deepEqual([row?.assignedTo, row?.match], ['Ben', 'found']);
    await store.recordCase(number, { kind: 'assigned', to: null }, 'Ben');
    assert.equal((await store.referrals('test'))[0]?.assignedTo, null);
  });

  it('records nothing for a number that nobody was given', async () => {
    assert.equal(await store.recordCase(number, { kind: 'note', text: 'x' }, 'Ana'), false);
  });

  it('records one of two that saw the same, however close they are', async () => {
    await filedReferral(store, referral(number));
    const both = [
      store.recordCase(number, { kind: 'assigned', to: 'Ana' }, 'Ana', 0),
      store.recordCase(number, { kind: 'assigned', to: 'Ben' }, 'Ben', 0),
      store.record(number, decided('denied'), 'Cia', 0),
    ];
    assert.deepEqual(await Promise.all(both), [true, false, false]);
    assert.deepEqual(await kinds(), [['Ana', 'assigned']]);
    assert.equal(await store.record(number, decided('denied'), 'Cia', 1), true);
    assert.equal(
      await store.recordCase(number, { kind: 'note', text: 'x' }, 'Ben', 1),
      false,
      'a decision counts, too',
    );
  });

  it('sends a message once, with the line that says so', async () => {
    await filedReferral(store, referral(number));
    assert.equal(await store.recordCase(number, message, 'Ana', 0), true);
    assert.equal(await store.recordCase(number, message, 'Ana', 0), false);
    assert.deepEqual(await news(), [[number, null, { kind: 'message', message: 'callUs' }]]);
    assert.deepEqual(await kinds(), [['Ana', 'messageSent']]);
  });

  it('sends nothing to a helper who may not be told, nor where nobody may be contacted', async () => {
    await filedReferral(store, helped(number));
    const contact = { ...referral(other).contact, doNotContact: true };
    await filedReferral(store, referral(other, { contact }));
    for (const one of [number, other]) assert.equal(await store.recordCase(one, message, 'Ana'), false);
    assert.deepEqual(await news(), []);
    assert.deepEqual([...(await kinds()), ...(await kinds(other))], []);
  });

  it('lets a helper be told while the desk has seen a right, and not a moment longer', async () => {
    await filedReferral(store, helped(number));
    const teller = async (): Promise<unknown> => (await store.status(number, birthDate, null))?.teller;
    const released: CaseEvent = { kind: 'helperReleased', authority: 'conservator', saw: 'Papers of May 2' };
    assert.equal(await teller(), 'helper');
    assert.equal(await store.recordCase(number, released, 'Ana'), true);
    assert.equal(await teller(), 'member');
    assert.equal((await store.referral(number, 'test'))?.referral.consents.tellHelper, true);
    assert.equal(await store.recordCase(number, message, 'Ana'), true);
    assert.equal(await store.recordCase(number, { kind: 'helperReleased', authority: null }, 'Ana'), true);
    assert.equal(await teller(), 'helper');
    assert.equal((await store.referral(number, 'test'))?.referral.consents.tellHelper, false);
  });

  for (const authority of ['parent', 'guardian'] as const) {
    it(`lets a ${authority} hear and act until the 18th birthday in California, and not on it`, async () => {
      const { person } = helped(number);
      const turns18 = '2008-11-24';
      await filedReferral(store, { ...helped(number), person: { ...person, birthDate: turns18 } });
      await filedReferral(store, helped(other), 'visit of another');
      const seen: CaseEvent = { kind: 'helperReleased', authority, saw: 'Birth certificate' };
      const hears = async (): Promise<unknown> => {
        const status = await store.status(number, turns18, null);
        const told = (await store.referral(number, 'test'))?.referral.consents.tellHelper;
        return [status?.teller, status?.mayAct, told];
      };
      assert.equal(await store.recordCase(number, seen, 'Ana'), true);
      assert.equal(await store.recordCase(other, seen, 'Ana'), false, 'of somebody who is grown');
      now = new Date('2026-11-24T07:59:00Z');
      assert.deepEqual(await hears(), ['member', true, true]);
      now = new Date('2026-11-24T08:00:00Z');
      assert.deepEqual(await hears(), ['helper', false, false]);
      assert.equal(await store.recordCase(number, message, 'Ana'), false);
      await store.record(number, decided('approved'), 'Ana');
      assert.deepEqual(await news(), []);
      assert.equal(await store.recordCase(number, { kind: 'helperReleased', authority: null }, 'Ana'), true);
      assert.equal(await store.recordCase(number, { ...seen, authority: 'conservator' }, 'Ana'), true);
      assert.deepEqual(await hears(), ['member', true, true]);
    });
  }

  it('sends nothing of the plan’s records where nobody said that the chat is the member’s own', async () => {
    await filedReferral(store, referral(number));
    for (const of of ['noCoverage', 'shareOfCost', 'alreadyInEcm', 'alreadyOpen'] as const) {
      assert.equal(await store.recordCase(number, { kind: 'messageSent', message: of }, 'Ana'), false, of);
      assert.equal(
        await store.recordCase(number, { kind: 'messageSent', message: of, ownChat: true }, 'Ana'),
        true,
        of,
      );
    }
    for (const of of ['callUs', 'triedToCall', 'notOurs'] as const)
      assert.equal(await store.recordCase(number, { kind: 'messageSent', message: of }, 'Ana'), true, of);
  });

  it('keeps the order in which things of one instant were recorded, of its requests and of the whole', async () => {
    await filedReferral(store, referral(number));
    await store.record(number, decided('approved'), 'Ana');
    await store.recordCase(number, { kind: 'note', text: 'one' }, 'Ana');
    await store.record(number, decided('pendingInfo'), 'Ana');
    await store.recordCase(number, { kind: 'note', text: 'two' }, 'Ana');
    await store.recordCase(number, { kind: 'note', text: 'three' }, 'Ana');
    await store.record(number, decided('denied'), 'Ana');
    const { events, notes } = (await store.referral(number, 'Ana'))!;
    assert.deepEqual(
      inOrder(events, notes).map(({ what }) =>
        what.kind === 'note' ? what.text : 'decision' in what && what.decision,
      ),
      ['approved', 'one', 'pendingInfo', 'two', 'three', 'denied'],
    );
  });

  it('counts at every moment what it lists, whatever was recorded just before', async () => {
    const counts = async (what: string): Promise<void> => {
      const listed = (await store.referrals('test')).map(
        ({
          number: _number,
          name: _name,
          phone: _phone,
          cardNumber: _card,
          county: _county,
          writtenLanguage: _in,
          ...row
        }) => row,
      );
      assert.deepEqual(await store.standings('desk'), listed, what);
    };
    const from = await filedReferral(store, referral(number), 'session');
    const turn = async (id: string, more: Partial<Unit>): Promise<unknown> =>
      store.commit(unit(from, (await store.conversation('web', 'session')).version, id, more));
    const withdrawn = {
      kind: 'decision',
      decision: 'withdrawn',
      decidedOn: '2026-11-24',
      noticeMailedOn: null,
    } as const;
    const acts: readonly (readonly [what: string, act: () => Promise<unknown>])[] = [
      ['filed', () => filedReferral(store, helped(other))],
      ['received', () => store.receive(number, '2026-11-22T10:00:00Z')],
      ['taken', () => store.recordCase(number, { kind: 'assigned', to: 'Ana' }, 'Ana')],
      ['denied', () => store.record(number, decided('denied'), 'Ana')],
      [
        'taken back',
        () => turn('back', { requestEvents: [{ number, programme: 'ecm', what: withdrawn, by: 'member' }] }),
      ],
      ['mailed', () => store.recordCase(number, { kind: 'letterMailed', programme: 'ecm', on: '2026-11-25' }, 'Ana')],
      ['approved', () => store.record(other, decided('approved'), 'Ana')],
      ['provider named', () => store.record(other, stepped('accepted'), 'Ana')],
      ['STOP', () => turn('stop', { texting: { phone: '(951) 555-0134', allowed: false } })],
      ['START', () => turn('start', { texting: { phone: '(951) 555-0134', allowed: true } })],
      ['wrong number', () => store.recordCase(number, { kind: 'wrongNumber' }, 'Ana')],
    ];
    for (const [what, act] of acts) {
      await act();
      await counts(what);
    }
  });

  it('asks the desk whether it is a complaint that nobody called, once, and makes it one from when it was said', async () => {
    const from = await filedReferral(store, referral(number), 'session');
    const says = async (said: 'called' | 'notCalled' | 'remind', at: string): Promise<void> => {
      const { version } = await store.conversation('web', 'session');
      const what = { kind: 'memberSaid', programme: null, clock: 'assignment', said } as const;
      await store.commit(unit(from, version, at, { memberSaid: { number, what }, at }));
    };
    await says('called', '2026-11-21T18:00:00.000Z');
    assert.deepEqual(await store.saidToJudge('Ana'), []);
    await says('notCalled', '2026-11-21T19:00:00.000Z');
    await says('remind', '2026-11-21T19:05:00.000Z');
    const [one, ...more] = await store.saidToJudge('Ana');
    assert.deepEqual([one?.number, one?.said, one?.at, more], [number, 'remind', '2026-11-21T19:00:00.000Z', []]);
    const judged = await Promise.all(['Ana', 'Ben'].map((by) => store.judgeSaid(one!.id, true, by)));
    assert.deepEqual(judged, [true, false]);
    const [complaint, ...others] = await store.complaintsOf(number, 'Ana');
    assert.deepEqual([complaint?.kind, complaint?.receivedAt, others], ['grievance', '2026-11-21T19:00:00.000Z', []]);
    const told = (await store.complaint(complaint!.id, 'Ana'))?.complaint;
    assert.deepEqual([told?.person.name, told?.reply, told?.helper], ['Xiomara Quetzalli', 'call', null]);
    assert.deepEqual(await store.saidToJudge('Ana'), []);
    assert.equal(await store.judgeSaid('nothing', true, 'Ana'), false);
  });

  it('has no helper to release where the member filed', async () => {
    await filedReferral(store, referral(number));
    assert.equal(await store.recordCase(number, { kind: 'helperReleased', authority: 'guardian' }, 'Ana'), false);
  });

  it('finds two for one name and birth date, and says of both that they are one member’s', async () => {
    const { person } = referral(other);
    await filedReferral(store, referral(number));
    await filedReferral(store, { ...helped(other), person: { ...person, name: '  xiomara   QUETZALLI' } });
    const stranger = '12345678901236';
    await filedReferral(store, referral(stranger, { person: { ...person, birthDate: '1964-03-10' } }));
    const [found, ...more] = (await store.referral(number, 'test'))?.samePerson ?? [];
    assert.deepEqual([found?.number, found?.filer.kind, more], [other, 'helper', []]);
    assert.equal(await store.recordCase(number, { kind: 'sameMember', number: other }, 'Ana'), true);
    assert.deepEqual(await kinds(other), [['Ana', 'sameMember']]);
    assert.deepEqual((await store.referral(other, 'test'))?.notes[0]?.what, { kind: 'sameMember', number });
    assert.equal(await store.recordCase(number, { kind: 'sameMember', number: stranger }, 'Ana'), false);
    assert.deepEqual(await kinds(stranger), []);
  });

  it('knows who can be given work: those who have signed in as workers or admins', async () => {
    await store.audit('Ana', 'signedIn', 'worker');
    await store.audit('Ana', 'signedIn', 'worker');
    await store.audit('Rita', 'signedIn', 'reader');
    await store.audit('Ben', 'signedIn', 'admin');
    await store.audit('Cia', 'signedOut', 'worker');
    assert.deepEqual(await store.workers(), ['Ana', 'Ben']);
  });
}
