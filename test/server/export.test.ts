import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import sinon from 'sinon';
import { text } from '../../locales/index.ts';
import { Decision, ClosureReason, Loop } from '../../referral/decision.ts';
import { Relation } from '../../referral/referral.ts';
import { reasonNames, statusNames } from '../../referral/return-file/cells.ts';
import { csvFile } from '../../server/desk/reports/csv.ts';
import { monthFile, monthHeadings, periodOf, requestsIn } from '../../server/desk/reports/month-file.ts';
import type { ReportedRequest } from '../../server/desk/reports/report-store.ts';
import { words } from '../../server/desk/words.ts';
import { aReferral, file, openHouse, openReferral, type DeskHouse, type Page, type Visitor } from './desk-visit.ts';
import { preview, tables } from './return-file-visit.ts';

const number = '12345678901234';
const formula = '=HYPERLINK("https://bad.example";"Ana")';

/** As RFC 4180 reads it, without our own writer. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text
    .replace(/^\ufeff/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('a table as CSV', () => {
  const column = [{ heading: 'Text', cell: (text: string) => text }];

  it('gives back what was written, whatever it is, and no cell begins as a formula does', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom(formula, '+1951', '-1', '@x', '\t=1', ' =1', '\r=1', '＝1', 'a "b", c\nd'),
          ),
        ),
        (texts) => {
          const [, ...rows] = cellsOf(csvFile(texts, column));
          assert.equal(rows.length, texts.length);
          for (const [place, [cell = '']] of rows.entries()) {
            assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u);
            const clean = texts[place]!.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '');
            assert.equal(cell.replace(/^'/, ''), clean.replace(/^'/, ''));
          }
        },
      ),
    );
  });

  it('begins with the mark by which spreadsheets know UTF-8, and ends each line with CRLF', () => {
    assert.equal(csvFile(['Julián'], column), '\ufeffText\r\nJulián\r\n');
  });
});

describe("a month's file", () => {
  const plain: ReportedRequest = {
    number,
    programme: 'ecm',
    filedOn: '2026-10-30',
    filedAt: '2026-10-31T01:05:00.000Z',
    receivedAt: '2026-11-02T16:00:00.000Z',
    channel: 'sms',
    language: 'hmn',
    county: 'Riverside',
    asksForFast: true,
    relation: 'organization',
    organization: formula,
    decision: 'approved',
    decidedOn: '2026-11-04',
    recordedAt: '2026-11-04T18:30:00.000Z',
    noticeMailedOn: null,
    loop: { state: 'closed', reason: 'unableToReach' },
    loopOn: '2026-11-20',
  };

  it('has one row for each request, with days as the State writes them and times as they are in California', () => {
    const [headings, cells] = cellsOf(monthFile([plain]));
    assert.deepEqual(headings, monthHeadings);
    assert.deepEqual(cells, [
      '1234 567 890 1234',
      text('en', 'programmes.ecm.name', {}),
      'Referral Loop Closed',
      '11/20/2026',
      'Unable to Reach Member',
      '10/30/2026 18:05',
      '11/02/2026 08:00',
      '11/06/2026',
      'approved',
      '11/04/2026',
      '11/04/2026 10:30',
      '',
      'helper',
      'works for an organization',
      `'${formula}`,
      'text message',
      'Hmong',
      'Riverside',
      'yes',
    ]);
  });

  it('is described heading by heading and value by value in its document', () => {
    const page = readFileSync('docs/month-file.md', 'utf8');
    const values = [
      ...monthHeadings,
      ...Decision.options.map((id) => words.decisions[id]),
      ...Loop.options.map(({ shape }) => statusNames[shape.state.value]),
      ...ClosureReason.options.map((id) => reasonNames[id]),
      ...Relation.exclude(['self']).options.map((id) => words.filer.relations[id]),
      ...Object.values(words.referral.channels),
    ];
    assert.deepEqual(
      values.filter((value) => !page.includes(`\`${value}\``)),
      [],
    );
  });

  it('leaves out Sobering Centers, which are exempt from the closed loop', async () => {
    const sobering = { ...plain, programme: 'soberingCenters' } as const;
    const filedIn = () => Promise.resolve({ requests: [plain, sobering], next: null });
    const taken = await requestsIn({ filedIn }, { first: '2026-10-01', last: '2026-10-31' }, 'Ada');
    assert.deepEqual(taken, [plain]);
  });

  it('is of a month that is one', () => {
    assert.deepEqual(periodOf('2028-02'), { first: '2028-02-01', last: '2028-02-29' });
    assert.deepEqual(periodOf('2026-12'), { first: '2026-12-01', last: '2026-12-31' });
    assert.deepEqual(['2026-13', '26-1', '', '2026-10-01', '../2026-10'].map(periodOf), [null, null, null, null, null]);
  });
});

describe('files that leave the desk', () => {
  let house: DeskHouse;
  beforeEach(async () => {
    house = await openHouse();
    await file(house, aReferral(number));
  });
  afterEach(() => house.close());

  const take = async (who: Visitor, action: string, fields: Record<string, string>): Promise<Page> =>
    who.send(await who.get('/desk/export'), action, fields);

  it('give a worker the queue as they see it, with a name that is no formula, as a download that nobody keeps', async () => {
    const person = { ...aReferral(number).person, name: formula };
    await file(house, aReferral('17345678901234', { person, asksForFast: true }));
    const worker = await house.signedIn('worker');
    const { status, headers, text } = await take(worker, '/export/queue', { queue: 'fast' });
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.equal(headers.get('content-disposition'), 'attachment; filename=queue-fast-2026-11-23.csv');
    assert.equal(headers.get('cache-control'), 'no-store');
    const [, ...rows] = cellsOf(text);
    assert.equal(rows.length, 1, 'only who asks for fast');
    assert.deepEqual(rows[0]!.slice(0, 2), ['1734 567 890 1234', '2026-11-20 14:30']);
    assert.equal(rows[0]!.includes(`'${formula}`), true);
  });

  it('give an admin a month without names; what is filed on the edge of it counts by the day in California', async () => {
    const { person } = aReferral(number);
    house.setNow('2026-12-02T18:00:00.000Z');
    const admin = await house.signedIn('admin');
    const { headers, text } = await take(admin, '/export/month', { month: '2026-11' });
    assert.equal(headers.get('content-disposition'), 'attachment; filename=requests-2026-11.csv');
    assert.equal(cellsOf(text).length, 3, 'two programmes, and the headings');
    for (const secret of [person.name, person.birthDate, '555-0134', 'Sun Clinic', '90000000A']) {
      assert.equal(text.includes(secret), false, secret);
    }
    assert.equal(cellsOf((await take(admin, '/export/month', { month: '2026-10' })).text).length, 1);
  });

  it('can be read back as a return file, which finds each status as it is already', async () => {
    const approved = { kind: 'decision', decision: 'approved', decidedOn: '2026-11-21', noticeMailedOn: null } as const;
    const closed = { state: 'closed', reason: 'noLongerNeeded' } as const;
    const loop = { kind: 'loop', loop: closed, on: '2026-11-22', provider: null } as const;
    for (const programme of ['ecm', 'medicallyTailoredMeals'] as const) {
      assert.equal(await house.store.record(number, { programme, what: approved }, 'Lee Xiong'), true);
    }
    assert.equal(await house.store.record(number, { programme: 'ecm', what: loop }, 'Lee Xiong'), true);
    const admin = await house.signedIn('admin');
    const { text } = await take(admin, '/export/month', { month: '2026-11' });
    const read = tables(await preview(admin, house.url, text));
    assert.equal(read[words.returnFile.tables.already]?.length, 1);
    assert.equal(read[words.returnFile.tables.wrong]?.length, 1, 'a row without a status tells no step');
    assert.equal(read[words.returnFile.tables.record], undefined);
  });

  it('give one referral as FHIR and as JSON from its page, by a form, without its number in a name or an address', async () => {
    const worker = await house.signedIn('worker');
    const page = await openReferral(worker, 'Pa Houa');
    const fhir = await worker.send(page, '/export/fhir', {});
    assert.equal((JSON.parse(fhir.text) as { resourceType: string }).resourceType, 'Bundle');
    assert.match(fhir.headers.get('content-type') ?? '', /^application\/fhir\+json/);
    const json = await worker.send(page, '/export/json', {});
    assert.equal((JSON.parse(json.text) as { number: string }).number, number);
    for (const { headers } of [fhir, json])
      assert.doesNotMatch(headers.get('content-disposition') ?? '', /12345678901/);
    assert.doesNotMatch(/action="([^"]*export[^"]*)"/.exec(page.text)![1]!, /\d{8}/);
    assert.equal((await worker.get(`${page.to}/export/fhir`)).status, 404, 'not by a link');
    const elsewhere = await worker.post('/desk/referrals/nothing/export/fhir', hiddenIn(page));
    assert.equal(elsewhere.status, 404);
  });

  it('go to nobody else: no reader, no worker for a month, no form of another page, nobody who is not signed in', async () => {
    const reader = await house.signedIn('reader');
    assert.equal((await reader.get('/desk/export')).status, 403);
    const readers = hiddenIn(await reader.get('/desk/all'));
    for (const path of ['queue', 'month']) {
      const taken = await reader.post(`/desk/export/${path}`, { ...readers, queue: 'all', month: '2026-11' });
      assert.equal(taken.status, 403);
      assert.doesNotMatch(taken.text, /Pa Houa/);
    }
    const address = (await openReferral(reader, 'Pa Houa')).to;
    assert.equal((await reader.post(`${address}/export/json`, readers)).status, 403);
    assert.doesNotMatch((await reader.get(address)).text, /\/export\//);

    const worker = await house.signedIn('worker');
    const month = await worker.post('/desk/export/month', {
      ...hiddenIn(await worker.get('/desk/export')),
      month: '2026-11',
    });
    assert.equal(month.status, 403);
    assert.equal((await worker.post('/desk/export/queue', { queue: 'all' })).status, 403, 'without the token');
    assert.equal((await house.visitor().post('/desk/export/queue', { queue: 'all' })).status, 303);
  });

  it('are each a line of the audit log, with how many rows went', async () => {
    const audit = sinon.spy(house.store, 'audit');
    const admin = await house.signedIn('admin', 'Ada Admin');
    await take(admin, '/export/queue', { queue: 'new' });
    await take(admin, '/export/month', { month: '2026-11' });
    await admin.send(await openReferral(admin, 'Pa Houa'), '/export/json', {});
    assert.deepEqual(
      audit.args.filter(([, what]) => what.startsWith('export')),
      [
        ['Ada Admin', 'export.queue', 'new 1'],
        ['Ada Admin', 'export.month', '2026-11 2'],
        ['Ada Admin', 'export.json', number],
      ],
    );
  });

  it('are not given where the audit log cannot be written', async () => {
    const admin = await house.signedIn('admin');
    const page = await admin.get('/desk/export');
    sinon.stub(house.store, 'audit').rejects(new Error('the disk is full'));
    const { status, text } = await admin.send(page, '/export/month', { month: '2026-11' });
    assert.equal(status, 500);
    assert.doesNotMatch(text, /Referral Number/);
  });

  it('hold a whole month, however many parts it is read in, each request once and the earliest first', async () => {
    const month = { first: '2026-11-01', last: '2026-11-30' } as const;
    const numbers = Array.from({ length: 250 }, (_, place) => `7${String(place * 7919).padStart(13, '0')}`);
    await Promise.all(numbers.map((one) => file(house, aReferral(one))));
    const filedIn = sinon.spy(house.store, 'filedIn');
    const requests = await requestsIn(house.store, month, 'test');
    assert.equal(filedIn.callCount, 3);
    assert.deepEqual(new Set(requests.map((one) => one.number)), new Set([...numbers, number]));
    assert.equal(requests.length, 502);
  });
});

function hiddenIn({ text }: Page): Record<string, string> {
  return { csrf: /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '' };
}
