import assert from 'node:assert/strict';
import type { Unit } from '../../bot/store.ts';
import { text, type Key } from '../../locales/index.ts';
import { Call, filing } from '../journeys/call.ts';
import { openTalk, type Talk } from '../invariants/talk.ts';
import { openHouse, type DeskHouse, type Page, type Visitor } from './desk-visit.ts';

const words = (key: Key): string => text('en', key) ?? key;
const has = (shown: string, ...told: readonly string[]): void => {
  for (const one of told) assert.equal(shown.includes(one), true, `${one} is not in: ${shown}`);
};

describe('a call at the desk', () => {
  let house: DeskHouse;
  let worker: Visitor;
  beforeEach(async () => {
    house = await openHouse();
    worker = await house.signedIn('worker');
  });
  afterEach(() => house.close());

  /** Where the one open call of this worker's stands. */
  const listed = async (visitor: Visitor): Promise<string[]> =>
    [...(await visitor.get('/desk/caller')).text.matchAll(/class="button" href="(\/desk\/caller\/[^"]+)"/g)].map(
      ([, address = '']) => address,
    );
  const again = ({ page, address }: Call, visitor: Visitor, fields: Record<string, string>): Promise<Page> =>
    visitor.send(page, address, fields);

  it('is on its worker\u2019s list until it is closed, and is nobody else\u2019s', async () => {
    const call = await Call.begin(worker, 'es');
    await call.until('file.birthDate');
    assert.deepEqual(await listed(worker), [call.address]);
    has((await worker.get('/desk/caller')).text, 'Pa Houa Vang', 'Spanish');

    const other = await house.signedIn('worker', 'Ana Ruiz');
    assert.deepEqual(await listed(other), []);
    assert.equal((await other.get(call.address)).status, 404);
    const list = await other.get('/desk/caller');
    const csrf = /name="csrf" value="([^"]+)"/.exec(list.text)?.[1] ?? '';
    const form = { csrf, id: '0123456789abcdef', press: 'act:menu' };
    assert.equal((await other.post(call.address, form)).status, 409);
    assert.equal((await other.post(`${call.address}/close`, form)).status, 409);

    await worker.send(call.page, '/close', {});
    assert.deepEqual(await listed(worker), []);
    assert.equal((await again(call, worker, { press: 'act:menu' })).status, 409, 'nothing is written into it any more');
  });

  it('is not for readers, nor for forms of other pages', async () => {
    const call = await Call.begin(worker, 'hmn');
    const reader = await house.signedIn('reader', 'Ana Ruiz');
    assert.equal((await reader.get('/desk/caller')).status, 403);
    assert.equal((await reader.get(call.address)).status, 403);
    assert.doesNotMatch((await reader.get('/desk/new')).text, /desk\/caller/);
    assert.equal((await worker.post(call.address, { id: '0123456789abcdef', press: 'file' })).status, 403);
    assert.equal((await house.visitor().get(call.address)).status, 303);
  });

  it('is begun once by a double click, and hears each answer once', async () => {
    const list = await worker.get('/desk/caller');
    const [one, two] = [
      await worker.send(list, '/caller/begin', { language: 'hmn' }),
      await worker.send(list, '/caller/begin', { language: 'hmn' }),
    ];
    assert.equal(one.to, two.to);
    assert.deepEqual(await listed(worker), [one.to]);
    const call = await Call.at(worker, one.to);
    await call.until('file.name');
    const before = call.page;
    await Promise.all([
      worker.send(before, call.address, { text: 'Mai Xiong' }),
      worker.send(before, call.address, { text: 'Mai Xiong' }),
    ]);
    assert.equal((await Call.at(worker, call.address)).question, 'file.birthDate');
  });

  it('shows its question again in a tab that was left behind, whose answer is for another', async () => {
    const call = await Call.begin(worker, 'hmn');
    await call.until('file.consentText');
    const old = await Call.at(worker, call.address);
    await call.says({ press: 'no' });
    assert.equal(call.question, 'file.consentVoicemail');
    await old.says({ press: 'yes' });
    assert.equal(old.question, 'file.consentVoicemail');
    const { state } = await house.store.conversation('desk', await keyOf());
    assert.deepEqual(state?.cases[0]?.draft.consents, { textMe: false });
  });

  /** Of the one call that is open. */
  const keyOf = async (): Promise<string> => {
    const [talk] = await house.store.callerTalks('Lee Xiong');
    return `desk:${talk?.id ?? ''}`;
  };

  it('says beside the field what is wanting, and keeps what was typed', async () => {
    const call = await Call.begin(worker, 'hmn');
    await call.until('file.birthDate');
    await call.says({ month: '13', day: '40', year: '1964', dated: 'yes' });
    assert.equal(call.page.status, 422);
    has(call.shown, words('page.trouble.dateWrong'));
    assert.match(call.page.text, /value="13"/);
    await call.says(filing['file.birthDate'] ?? {});
    assert.equal(call.question, 'file.card');
  });

  it('answers danger in both languages and raises an alert, in any tab, open or closed', async () => {
    const call = await Call.begin(worker, 'es');
    await call.until('file.name');
    await call.says({ text: 'me quiero morir' });
    const told = (key: Key): void => {
      for (const tag of ['en', 'es'] as const) has(call.shown, text(tag, key)?.split('{{')[0] ?? 'no words');
    };
    told('danger.suicide.one');
    const raised = async (): Promise<readonly string[]> =>
      (await house.store.alerts('test')).map(({ danger, channel }) => `${danger} ${channel}`);
    assert.deepEqual(await raised(), ['suicide desk']);
    await worker.send(call.page, '/close', {});
    await call.says({ text: 'me quiero morir' });
    assert.equal(call.page.status, 200);
    told('danger.suicide.one');
    assert.equal((await raised()).length, 2);
  });

  it('shows danger words where nothing can be stored, and says that it was not', async () => {
    const call = await Call.begin(worker, 'hmn');
    house.store.callerTalk = () => Promise.reject(new Error('down'));
    house.store.commit = () => Promise.reject(new Error('down'));
    await call.says({ text: 'I want to kill myself' });
    has(call.shown, '988', 'This could not be stored');
  });
});

describe('a talk that a worker takes over', () => {
  let house: DeskHouse;
  let worker: Visitor;
  let member: Talk;
  beforeEach(async () => {
    house = await openHouse();
    worker = await house.signedIn('worker');
    member = await openTalk({ store: house.store, channel: 'web', language: 'hmn' });
  });
  afterEach(() => house.close());

  /** The member has given name and birth date, and asks for a call. */
  const stopsAndAsks = async (): Promise<void> => {
    for (const choice of ['language:hmn', 'act:file', 'self', 'ecm']) await member.picks(choice);
    await member.types('Pa Houa Vang');
    await member.types('3/9/1964');
    await member.picks('act:person');
    await member.picks('callMe');
    for (const answer of ['hmn', 'green']) await member.picks(answer);
    await member.types('951-555-0134');
    await member.picks('morning');
  };
  const take = async (queue: string): Promise<Page> => {
    await worker.send(await worker.get(`/desk/${queue}`), `/${queue}/take`, {});
    return worker.get(`/desk/${queue}`);
  };
  const takenOver = async (queue: string): Promise<Call> =>
    Call.at(worker, (await worker.send(await take(queue), '/caller/take', {})).to);

  it('goes on from a call-back where the member stopped, with what they said; theirs stays as it was', async () => {
    await stopsAndAsks();
    const before = await member.state();
    const call = await takenOver('call-backs');
    has(call.shown, 'Call in Hmong', 'Already answered: do not ask again', 'Pa Houa Vang', 'March 9, 1964');
    assert.equal(call.question, 'file.card');
    await call.until('file.preview');
    const written: Unit[] = [];
    const commit = house.store.commit.bind(house.store);
    house.store.commit = (unit) => {
      written.push(unit);
      return commit(unit);
    };
    await call.says(filing['file.preview'] ?? {});
    has(call.shown, 'Filed for this caller');
    assert.deepEqual(
      written.map(({ worker, audit }) => [worker, audit.map(({ what }) => what)]),
      [['Lee Xiong', ['caller.answered', 'referral filed']]],
    );
    assert.deepEqual(await member.state(), before);
    assert.equal((await worker.get('/desk/all')).text.includes('Pa Houa Vang'), true);
  });

  it('is one call, however often it is taken over, until it is closed', async () => {
    await stopsAndAsks();
    const call = await takenOver('call-backs');
    await call.says(filing['file.card'] ?? {});
    const page = await worker.get('/desk/call-backs');
    assert.equal((await worker.send(page, '/caller/take', {})).to, call.address);
    await worker.send(call.page, '/close', {});
    assert.notEqual((await worker.send(page, '/caller/take', {})).to, call.address);
  });

  it('is for whoever took the task, as long as it is not done', async () => {
    await stopsAndAsks();
    const page = await take('call-backs');
    const other = await house.signedIn('admin', 'Ana Ruiz');
    const theirs = await other.get('/desk/call-backs');
    assert.doesNotMatch(theirs.text, /caller\/take/);
    const task = /name="task" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const csrf = /name="csrf" value="([^"]+)"/.exec(theirs.text)?.[1] ?? '';
    assert.equal((await other.post('/desk/caller/take', { csrf, task, kind: 'callBack' })).status, 409);
    await house.store.finish('callBack', task, 'reached', 'Lee Xiong');
    assert.equal((await worker.send(page, '/caller/take', {})).status, 409);
  });

  it('from an alert stays confidential, and a new danger is an alert of its own', async () => {
    for (const choice of ['act:file', 'self']) await member.picks(choice);
    await member.types('my husband beats me and I am afraid of him');
    const call = await takenOver('danger');
    has(call.shown, 'Confidential communication set');
    await call.until('file.preview');
    await call.says(filing['file.preview'] ?? {});
    const [row] = await house.store.referrals('test');
    assert.equal(row?.confidential, true);
    await call.says({ text: 'he beats me' });
    assert.equal((await house.store.alerts('test')).length, 2);
  });

  it('tells the worker what the member has filed by themself meanwhile', async () => {
    await stopsAndAsks();
    const call = await takenOver('call-backs');
    const state = await member.state();
    await member.put({ ...state, cases: state.cases.map((each) => ({ ...each, filed: ['12345678901234'] })) });
    call.page = await worker.get(call.address);
    has(call.shown, 'The member filed this since you took over: 12345678901234');
  });
});
