import assert from 'node:assert/strict';
import type { Complaint } from '../../referral/complaint.ts';
import { complaintDues, inOrder } from '../../server/desk/complaints/due.ts';
import type { ComplaintRow } from '../../server/desk/complaints/store.ts';
import { openMemoryStore } from '../../server/storage/sqlite.ts';
import { aComplaint } from '../referral/a-complaint.ts';
import {
  aReferral,
  file,
  openHouse,
  openReferral,
  store,
  type DeskHouse,
  type Page,
  type Visitor,
} from './desk-visit.ts';
import { unit } from './storage/samples.ts';

const words = 'The driver <b>shouted</b> at me twice.';

const row = (more: Partial<ComplaintRow> = {}): ComplaintRow => ({
  id: 'one',
  kind: 'grievance',
  correction: null,
  receivedAt: '2026-11-20T22:30:00.000Z',
  language: 'es',
  byHelper: false,
  confidential: false,
  asksForFast: false,
  urgent: null,
  takenBy: null,
  takenAt: null,
  acknowledgedAt: null,
  answeredAt: null,
  outcome: null,
  ...more,
});

describe('what is due for a complaint or an appeal', () => {
  const due = (more: Partial<ComplaintRow>, now: string): unknown =>
    complaintDues(row(more), new Date(now)).map(({ what, by, isOverdue }) => [what, ...Object.values(by), isOverdue]);

  it('is first that it be acknowledged, to the end of the 5th day in California', () => {
    const both = [
      ['acknowledge', '2026-11-25', false],
      ['answer', '2026-12-20', false],
    ];
    assert.deepEqual(due({}, '2026-11-26T07:59:00.000Z'), both);
    assert.deepEqual(due({}, '2026-11-26T08:00:00.000Z'), [['acknowledge', '2026-11-25', true], both[1]]);
  });

  it('is then the answer, and then nothing', () => {
    const acknowledgedAt = '2026-11-21T18:00:00.000Z';
    assert.deepEqual(due({ acknowledgedAt }, '2026-12-21T18:00:00.000Z'), [['answer', '2026-12-20', true]]);
    assert.deepEqual(due({ answeredAt: acknowledgedAt }, '2027-12-21T18:00:00.000Z'), []);
  });

  it('is the answer within 72 hours, before all else, where fast was asked for and nobody has judged it', () => {
    const instant = '2026-11-23T22:30:00.000Z';
    const [first] = complaintDues(row({ asksForFast: true }), new Date(instant));
    assert.deepEqual(first, { what: 'answer', by: { instant }, isOverdue: false });
    assert.equal(complaintDues(row({ asksForFast: true }), new Date('2026-11-23T22:30:00.001Z'))[0]?.isOverdue, true);
    assert.deepEqual(due({ asksForFast: true, urgent: false }, instant), due({}, instant));
  });

  it('stands overdue first, then what falls due first; what is answered comes after, the latest first', () => {
    const rows = [
      row({ id: 'new' }),
      row({ id: 'fast', asksForFast: true }),
      row({ id: 'old', receivedAt: '2026-11-10T18:00:00.000Z' }),
      row({ id: 'oldest', receivedAt: '2026-10-01T18:00:00.000Z', acknowledgedAt: '2026-10-02T18:00:00.000Z' }),
      row({ id: 'done', answeredAt: '2026-11-20T18:00:00.000Z' }),
      row({ id: 'done later', answeredAt: '2026-11-21T18:00:00.000Z' }),
    ];
    const { open, answered } = inOrder(rows, new Date('2026-11-21T18:00:00.000Z'));
    assert.deepEqual(
      open.map(({ id }) => id),
      ['oldest', 'old', 'fast', 'new'],
    );
    assert.deepEqual(
      answered.map(({ id }) => id),
      ['done later', 'done'],
    );
  });
});

describe('complaints and appeals at the desk', () => {
  let house: DeskHouse;
  beforeEach(async () => (house = await openHouse()));
  afterEach(() => house.close());

  const comes = (more: Partial<Complaint> = {}): Promise<void> => {
    const complaint = aComplaint({ words, ...more });
    return store(house, `visit ${complaint.id}`, { complaint });
  };
  const open = async (visitor: Visitor, kind: string): Promise<Page & { readonly path: string }> => {
    const list = await visitor.get('/desk/complaints');
    const path = new RegExp(`href="(/desk/complaints/one/[^"]+)">${kind}`).exec(list.text)?.[1];
    if (path === undefined) throw new Error(`no ${kind} is in the list`);
    return { ...(await visitor.get(path)), path };
  };
  const flat = ({ text }: Page): string =>
    text
      .replace(/<[^>]*>/g, ' ')
      .replace(/[\s\u00a0]+/g, ' ')
      .replace(/ ([.,])/g, '$1');

  it('are counted, told apart, and listed with what is due; what was said is not in the list', async () => {
    await comes();
    await comes({ id: 'two', kind: 'appeal', subject: 'letter', letterDate: '2026-11-10', keepServices: true });
    const page = await (await house.signedIn('worker')).get('/desk/complaints');
    assert.match(page.text, /id="count-complaints">2</);
    assert.match(flat(page), /Complaint \(grievance\).*Acknowledge by Wed, Nov 25, 2026 Answer by Sun, Dec 20, 2026/);
    assert.match(flat(page), / Appeal .*Acknowledge by/);
    assert.doesNotMatch(page.text, /shouted|Quetzalli|0134/);
  });

  it('show what was said as it was said, who it was, how to answer, and where the days are written', async () => {
    await comes();
    const page = await open(await house.signedIn('reader'), 'Complaint');
    assert.match(page.text, /The driver &#60;b&#62;shouted&#60;\/b&#62; at me twice\./);
    const shown = flat(page);
    for (const told of ['Xiomara Quetzalli', '951-555-0134', 'by phone', 'Spanish', 'HH.1102 (2024-09-01)'])
      assert.ok(shown.includes(told), `${told} is not in: ${shown}`);
    assert.doesNotMatch(shown, /Date on the letter|Keep the service/, 'what belongs to an appeal');
    assert.doesNotMatch(page.text, /<form[^>]+complaints/, 'a reader changes nothing');
  });

  it('show of an appeal the letter, and that a service is to go on meanwhile', async () => {
    await comes({ kind: 'appeal', subject: 'letter', letterDate: '2026-11-10', keepServices: true });
    const shown = flat(await open(await house.signedIn('worker'), 'Appeal'));
    assert.match(shown, /Date on the letter Tue, Nov 10, 2026/);
    assert.match(shown, /Keep the service meanwhile asked for/);
    assert.match(shown, /decision changed for the member|Take/);
    assert.match(shown, /GG\.1510 \(2025-02-01\)/);
  });

  it('warn of violence, and of a helper whose standing nobody has cleared', async () => {
    await comes({ confidential: true, helper: { name: 'Itzel Quetzalli' } });
    const worker = await house.signedIn('worker');
    assert.match((await worker.get('/desk/complaints')).text, /confidential/);
    const page = flat(await open(worker, 'Complaint'));
    assert.match(page, /Confidential communication set/);
    assert.match(page, /Clear first whether they may speak for the member/);
    assert.match(page, /Itzel Quetzalli/);
  });

  it('lead to the request that they may be about, whose number is in no address', async () => {
    const number = '12345678901234';
    await file(house, aReferral(number));
    await comes({ number });
    const page = await open(await house.signedIn('worker'), 'Complaint');
    const address = /href="(\/desk\/referrals\/[^"]+)">Open the request/.exec(page.text)?.[1] ?? '';
    assert.notEqual(address, '');
    assert.doesNotMatch(page.text, new RegExp(number));
    const request = await (await house.signedIn('worker')).get(address);
    assert.equal(request.status, 200);
    assert.match(flat(request), /ECM\)?: pending|Decision/);
  });

  it('are taken by one, acknowledged once, judged, and answered in the words of their kind', async () => {
    await comes({ asksForFast: true });
    const ana = await house.signedIn('worker', 'Ana Diaz');
    const first = await open(ana, 'Complaint');
    assert.doesNotMatch(first.text, /complaints\/answer/, 'nobody works on what they have not taken');
    assert.match(flat(first), /Answer by Nov 23, 2026, 2:30 PM/);
    assert.equal((await ana.send(first, '/desk/complaints/take', {})).to, first.path);
    const taken = await ana.get(first.path);
    assert.doesNotMatch(taken.text, /decision changed/);
    await ana.send(taken, '/desk/complaints/acknowledge', {});
    const acknowledged = await ana.get(first.path);
    assert.match(flat(acknowledged), /Acknowledged Nov 23, 2026, 10:00 AM\./);
    assert.doesNotMatch(acknowledged.text, /complaints\/acknowledge/);
    await ana.send(acknowledged, '/desk/complaints/judge', { urgent: 'no' });
    assert.match(flat(await ana.get(first.path)), /Answer by Sun, Dec 20, 2026/);
    await ana.send(await ana.get(first.path), '/desk/complaints/answer', { outcome: 'partlyResolved' });
    const answered = flat(await ana.get(first.path));
    assert.match(answered, /Answered as resolved in part, Nov 23, 2026/);
    assert.doesNotMatch(answered, /Answer by/);
    assert.match((await ana.get('/desk/complaints')).text, /No complaint and no appeal is waiting/);
  });

  it('can be put to the other kind: who did it when is told, the first kind stays, and the days count from receipt', async () => {
    await comes({ asksForFast: false });
    const ana = await house.signedIn('worker', 'Ana Diaz');
    const page = await open(ana, 'Complaint');
    await ana.send(page, '/desk/complaints/take', {});
    const taken = await ana.get(page.path);
    assert.equal((await ana.send(taken, '/desk/complaints/correct', { kind: 'grievance' })).status, 409);
    assert.equal((await ana.send(taken, '/desk/complaints/correct', { kind: 'letter' })).status, 400);
    assert.equal((await ana.send(taken, '/desk/complaints/correct', { kind: 'appeal' })).to, page.path);
    const shown = await ana.get(page.path);
    assert.match(flat(shown), /Made as: Complaint \(grievance\)\. Changed by Ana Diaz, Nov 23, 2026, 10:00 AM\./);
    assert.match(flat(shown), /Answer by Sun, Dec 20, 2026/);
    assert.match(flat(shown), /GG\.1510/);
    assert.doesNotMatch(shown.text, /value="resolved"/);
    assert.equal((await ana.send(shown, '/desk/complaints/answer', { outcome: 'resolved' })).status, 409);
    const kept = await house.store.complaint('complaint 1', 'test');
    assert.deepEqual(
      [kept?.kind, kept?.complaint.kind, kept?.correction?.madeAs],
      ['appeal', 'grievance', 'grievance'],
    );
    assert.equal((await ana.send(shown, '/desk/complaints/answer', { outcome: 'overturned' })).status, 303);
    assert.equal((await ana.send(shown, '/desk/complaints/correct', { kind: 'grievance' })).status, 409);
  });

  it('may lie in what was said when a day had passed: asked in the queue, judged with one press, and by one', async () => {
    const number = '12345678901234';
    await file(house, aReferral(number));
    const what = { kind: 'memberSaid', programme: 'ecm', clock: 'assignment', said: 'remind' } as const;
    await store(house, `visit ${number}`, { memberSaid: { number, what } });
    const [ana, ben] = [await house.signedIn('worker', 'Ana Diaz'), await house.signedIn('worker', 'Ben Yang')];
    const [list, bens] = [await ana.get('/desk/complaints'), await ben.get('/desk/complaints')];
    assert.match(list.text, /id="count-complaints">1</);
    assert.match(
      flat(list),
      /asked to be reminded: is it a complaint\?.*If a complaint: acknowledge by Wed, Nov 25, 2026/,
    );
    assert.doesNotMatch(list.text, new RegExp(`${number}|Pa Houa`));
    const address = /href="(\/desk\/referrals\/[^"]+)"\s*>Open the request/.exec(list.text)?.[1] ?? '';
    assert.match(flat(await ana.get(address)), /Pa Houa/);
    const reader = await (await house.signedIn('reader')).get('/desk/complaints');
    assert.match(flat(reader), /is it a complaint\?/);
    assert.doesNotMatch(reader.text, /complaints\/said/);
    assert.equal((await ana.send(list, '/desk/complaints/said', { complaint: 'maybe' })).status, 400);
    assert.equal((await ana.send(list, '/desk/complaints/said', { complaint: 'yes' })).to, '/desk/complaints');
    assert.equal((await ben.send(bens, '/desk/complaints/said', { complaint: 'no' })).status, 409);
    const page = await open(ana, 'Complaint');
    assert.match(flat(page), /nobody called.*Pa Houa Vang/);
    assert.match(flat(page), /Answer by Sun, Dec 20, 2026/);
    const judged = await ana.get('/desk/complaints');
    assert.match(judged.text, /id="count-complaints">1</);
    assert.doesNotMatch(flat(judged), /is it a complaint\?/);
  });

  it('are put to the other kind by nobody who has not taken them', async () => {
    await comes();
    const [ana, ben] = [await house.signedIn('worker', 'Ana Diaz'), await house.signedIn('worker', 'Ben Yang')];
    await ana.send(await open(ana, 'Complaint'), '/desk/complaints/take', {});
    const bens = await open(ben, 'Complaint');
    assert.doesNotMatch(bens.text, /complaints\/correct/);
    const csrf = /name="csrf" value="([^"]+)"/.exec(bens.text)?.[1] ?? '';
    const form = { csrf, id: 'complaint 1', kind: 'appeal' };
    assert.equal((await ben.post('/desk/complaints/correct', form)).status, 409);
    assert.equal((await house.store.complaint('complaint 1', 'test'))?.kind, 'grievance');
  });

  it('are counted in red once one is past its day, and not before', async () => {
    await comes();
    const isRed = async (): Promise<boolean> => {
      const { text } = await (await house.signedIn('worker')).get('/desk/complaints');
      assert.match(text, /id="count-complaints">1</);
      return /class="count pressing"\s*><span id="count-complaints"/.test(text);
    };
    house.setNow('2026-11-26T07:59:00.000Z');
    assert.equal(await isRed(), false);
    house.setNow('2026-11-26T08:00:00.000Z');
    assert.equal(await isRed(), true);
  });

  it('stand on the page of the referral that they are about, and on no other', async () => {
    const [number, other] = ['12345678901234', '17345678901234'];
    for (const [of, name] of [
      [number, 'Ana Example'],
      [other, 'Bao Example'],
    ] as const)
      await file(house, aReferral(of, { person: { ...aReferral(of).person, name } }));
    await store(house, `visit ${number}`, { complaint: aComplaint({ id: 'about', number, words }) });
    await store(house, `visit ${number}`, { complaint: aComplaint({ id: 'none', number: null, words }) });
    const worker = await house.signedIn('worker');
    const page = await openReferral(worker, 'Ana Example');
    const section = /<section[^>]*complaints-title[^]*?<\/section>/.exec(page.text)?.[0] ?? '';
    assert.match(section, /href="\/desk\/complaints\/one\/about">Complaint \(grievance\)/);
    assert.match(flat({ ...page, text: section }), /Acknowledge by/);
    assert.doesNotMatch(section, /one\/none|shouted|Quetzalli/);
    assert.doesNotMatch((await openReferral(worker, 'Bao Example')).text, /complaints-title/);
  });

  it('are refused to whoever has not taken them, to readers, and to words of the other kind', async () => {
    await comes();
    const [ana, ben] = [await house.signedIn('worker', 'Ana Diaz'), await house.signedIn('worker', 'Ben Yang')];
    const page = await open(ana, 'Complaint');
    const bens = await open(ben, 'Complaint');
    await ana.send(page, '/desk/complaints/take', {});
    assert.equal((await ben.send(bens, '/desk/complaints/take', {})).status, 409);
    const csrf = /name="csrf" value="([^"]+)"/.exec(bens.text)?.[1] ?? '';
    const byBen = await ben.post('/desk/complaints/answer', { csrf, id: 'complaint 1', outcome: 'resolved' });
    assert.equal(byBen.status, 409);
    const taken = await ana.get(page.path);
    for (const outcome of ['overturned', 'approved', ''])
      assert.notEqual((await ana.send(taken, '/desk/complaints/answer', { outcome })).status, 303, outcome);
    const reader = await house.signedIn('reader');
    const token = /name="csrf" value="([^"]+)"/.exec((await reader.get('/desk/complaints')).text)?.[1] ?? '';
    assert.equal((await reader.post('/desk/complaints/take', { csrf: token, id: 'complaint 1' })).status, 403);
    assert.equal((await house.store.complaint('complaint 1', 'test'))?.answeredAt, null);
    const admin = await house.signedIn('admin', 'Chue Lor');
    assert.equal(
      (await admin.send(await admin.get(page.path), '/desk/complaints/answer', { outcome: 'resolved' })).status,
      303,
    );
  });

  it('are for nobody who is not signed in, and an address that is none is not found', async () => {
    await comes();
    for (const path of ['/desk/complaints', '/desk/complaints/one/complaint%201']) {
      const page = await house.visitor().get(path);
      assert.equal(page.to, '/desk/sign-in');
      assert.doesNotMatch(page.text, /shouted/);
    }
    assert.equal((await (await house.signedIn('worker')).get('/desk/complaints/one/none')).status, 404);
  });

  it('leave nothing of what was said, nor of who it was, in the log', async () => {
    await comes();
    await open(await house.signedIn('worker'), 'Complaint');
    assert.doesNotMatch(house.logged.join('\n'), /shouted|Quetzalli|0134|1964/);
  });
});

describe('a complaint in the store', () => {
  it('is kept with the turn that made it, or not at all, and changes no request', async () => {
    const kept = await openMemoryStore();
    const { id, version } = await kept.conversation('web', 'visit');
    await kept.commit(unit(id, version, 'm1', { complaint: aComplaint() }));
    assert.deepEqual((await kept.complaint('complaint 1', 'Ana'))?.complaint, aComplaint());
    assert.deepEqual(await kept.referrals('Ana'), []);
    const moved = await kept.commit(unit(id, version, 'm2', { complaint: aComplaint({ id: 'late' }) }));
    assert.equal(moved.kind, 'moved');
    assert.equal(await kept.complaint('late', 'Ana'), null);
    const again = await kept.commit(unit(id, version + 1, 'm1', { complaint: aComplaint({ id: 'again' }) }));
    assert.equal(again.kind, 'repeated');
    assert.equal((await kept.complaints('Ana')).length, 1);
    await kept.close();
  });
});
