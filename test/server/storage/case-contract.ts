import assert from 'node:assert/strict';
import type { CaseEvent } from '../../../referral/case-event.ts';
import type { WholeStore } from '../../../server/storage/sqlite.ts';
import { filedReferral, helped, referral } from './samples.ts';
import { decided } from './referrals-contract.ts';

const number = '12345678901234';
const other = '12345678901235';
const birthDate = '1964-03-09';

/** What every store must do with what is recorded of a referral as a whole. */
export function caseContract(open: () => Promise<WholeStore>): void {
  let store: WholeStore;
  beforeEach(async () => {
    store = await open();
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
