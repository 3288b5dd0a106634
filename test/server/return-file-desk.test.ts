import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ProgrammeId } from '../../policy/rule.ts';
import { programmeNames } from '../../server/desk/return-file/work.ts';
import { aReferral, file, openHouse, openReferral, type DeskHouse, type Visitor } from './desk-visit.ts';
import { rowsOf, workbook } from '../referral/a-workbook.ts';
import { confirm, header, mainOf, preview, sendFile, tables } from './return-file-visit.ts';

const number = '12345678901234';
const mai = '17345678901234';
const monday = '2026-11-23';
const december = '2026-12-04T20:00:00.000Z';
const csv = (...rows: readonly string[]): string => [header, ...rows].join('\r\n');
const accepted = `${number},ecm,Accepted,11/24/2026,`;

describe('A return file at the desk', () => {
  let house: DeskHouse;
  let worker: Visitor;
  beforeEach(async () => {
    house = await openHouse();
    await file(house, aReferral(number));
    await approve(number);
    house.setNow(december);
    worker = await house.signedIn('worker');
  });
  afterEach(() => house.close());

  async function approve(of: string, programme: 'ecm' | 'medicallyTailoredMeals' = 'ecm'): Promise<void> {
    const what = { kind: 'decision', decision: 'approved', decidedOn: monday, noticeMailedOn: null } as const;
    assert.equal(await house.store.record(of, { programme, what }, 'Lee Xiong'), true);
  }
  const events = async (of = number) => (await house.store.referral(of, 'test'))?.events.map(({ what }) => what) ?? [];
  /** Tells all that waits to be told, and gives how many pieces of news that were. */
  async function news(): Promise<number> {
    for (let count = 0; ;) {
      const claimed = await house.store.claim('2026-12-04T20:00:01.000Z', '2026-12-04T20:10:00.000Z', 99);
      if (claimed.length === 0) return count;
      for (const one of claimed) {
        await house.store.settle(one, { kind: 'done' }, '2026-12-04T20:00:01.000Z');
        if (one.item.kind === 'news') count += 1;
      }
    }
  }

  it('is offered to workers in the head of each page, and says which headings it must have', async () => {
    assert.match((await worker.get('/desk/all')).text, /href="\/desk\/return-file"/);
    const page = mainOf(await worker.get('/desk/return-file'));
    for (const heading of header.split(',')) assert.ok(page.includes(heading), `${heading} is not named`);
  });

  it('is taken as docs/return-file.md shows it', async () => {
    const page = readFileSync(new URL('../../docs/return-file.md', import.meta.url), 'utf8');
    const example = /```csv\n([^]*?)```/.exec(page)?.[1] ?? '';
    const [first = '', last = ''] = new Set(example.match(/^\d{14}/gm));
    await file(house, aReferral(first));
    await file(house, aReferral(last, { requests: aReferral(last).requests.slice(0, 1) }));
    await Promise.all([approve(first), approve(first, 'medicallyTailoredMeals'), approve(last)]);
    assert.match(
      mainOf(await preview(worker, house.url, example)),
      /Rows: 4\. To record: 4\. Already so: 0\. Wrong: 0/,
    );
  });

  it('knows each programme by its id and its names, and none by a name of two', () => {
    for (const id of ProgrammeId.options) assert.equal(programmeNames.get(id.toLowerCase()), id);
    assert.equal(programmeNames.get('enhanced care management'), 'ecm');
    assert.equal(programmeNames.get('environmental accessibility adaptations'), 'homeModifications');
    assert.equal(new Set(programmeNames.values()).size, ProgrammeId.options.length);
  });

  it('is not for readers, who see no link to it', async () => {
    const reader = await house.signedIn('reader');
    assert.doesNotMatch((await reader.get('/desk/all')).text, /return-file/);
    assert.equal((await reader.get('/desk/return-file')).status, 403);
    assert.equal((await sendFile(reader, house.url, { file: csv(accepted) })).status, 403);
    assert.equal((await events()).length, 1);
  });

  it('is not read from somebody who is not signed in', async () => {
    const stranger = house.visitor();
    const { status, to } = await sendFile(stranger, house.url, { file: csv(accepted), csrf: 'x' });
    assert.deepEqual([status, to], [303, '/desk/sign-in']);
  });

  it('is refused without the token of our own form', async () => {
    assert.equal((await sendFile(worker, house.url, { file: csv(accepted), csrf: 'x' })).status, 403);
    const shown = await preview(worker, house.url, csv(accepted));
    const path = /action="([^"]+\/record)"/.exec(shown.text)?.[1] ?? '';
    assert.equal((await worker.post(path, { csrf: 'x' })).status, 403);
    assert.equal((await events()).length, 1);
  });

  it('changes nothing before it is confirmed', async () => {
    const shown = await preview(worker, house.url, csv(accepted));
    assert.match(mainOf(shown), /To record: 1\. Already so: 0\. Wrong: 0\./);
    assert.equal((await events()).length, 1);
    const done = await confirm(worker, shown);
    assert.match(mainOf(done), /Recorded: 1\. Already so: 0\. Wrong: 0\./);
    assert.deepEqual((await events()).at(-1), {
      kind: 'loop',
      loop: { state: 'accepted' },
      on: '2026-11-24',
      provider: null,
    });
  });

  it('is taken as an Excel workbook too, and as CSV afterwards changes nothing', async () => {
    const book = workbook({ sheets: [rowsOf(...[header, accepted].map((line) => line.split(',')))] });
    const done = await confirm(worker, await preview(worker, house.url, book));
    assert.match(mainOf(done), /Recorded: 1\. Already so: 0\. Wrong: 0\./);
    assert.match(mainOf(await preview(worker, house.url, csv(accepted))), /To record: 0\. Already so: 1\./);
  });

  it('is recorded once, though the button is pressed twice', async () => {
    const shown = await preview(worker, house.url, csv(accepted));
    const pressed = await Promise.all([worker.send(shown, '/record', {}), worker.send(shown, '/record', {})]);
    assert.deepEqual(pressed.map(({ status }) => status).sort(), [303, 409]);
    assert.equal((await events()).length, 2);
  });

  it('is recorded once, though two workers confirm the same file at the same moment', async () => {
    const other = await house.signedIn('worker', 'Ana Diaz');
    const shown = await Promise.all([worker, other].map((who) => preview(who, house.url, csv(accepted))));
    const done = await Promise.all([confirm(worker, shown[0]!), confirm(other, shown[1]!)]);
    assert.equal((await events()).length, 2);
    assert.match(done.map(mainOf).join(), /Recorded: 1\. Already so: 0/);
    assert.match(done.map(mainOf).join(), /Recorded: 0\. Already so: 1/);
  });

  it('is not confirmed, nor seen, by another worker', async () => {
    const shown = await preview(worker, house.url, csv(accepted));
    const path = /action="([^"]+)\/record"/.exec(shown.text)?.[1] ?? '';
    const other = await house.signedIn('admin', 'Ana Diaz');
    assert.equal((await other.get(path)).status, 409);
    const csrf = /name="csrf" value="([^"]+)"/.exec((await other.get('/desk/all')).text)?.[1] ?? '';
    assert.equal((await other.post(`${path}/record`, { csrf })).status, 409);
    assert.equal((await events()).length, 1);
  });

  it('lies there for half an hour, and no longer', async () => {
    const shown = await preview(worker, house.url, csv(accepted));
    house.setNow('2026-12-04T20:30:00.000Z');
    assert.equal((await worker.send(shown, '/record', {})).status, 409);
    assert.equal((await events()).length, 1);
  });

  it('is held once more against what was set by hand between the preview and the button', async () => {
    const shown = await preview(worker, house.url, csv(accepted, `${number},ecm,Outreach Initiated,11/26/2026,`));
    const loop = { state: 'closed', reason: 'other' } as const;
    const what = { kind: 'loop', loop, on: '2026-11-25', provider: null } as const;
    await house.store.record(number, { programme: 'ecm', what }, 'Ana Diaz');
    const done = await confirm(worker, shown);
    assert.match(mainOf(done), /Recorded: 0\. Already so: 0\. Wrong: 2\./);
    assert.match(tables(done)['Wrong: not taken']?.[0] ?? '', /^2 Referral Status The loop is closed already/);
    assert.equal((await events()).length, 2);
  });

  it('takes no row that was shown as wrong, though it would be right by now', async () => {
    const meals = `${number},medicallyTailoredMeals,Accepted,11/24/2026,`;
    const shown = await preview(worker, house.url, csv(accepted, meals));
    await approve(number, 'medicallyTailoredMeals');
    assert.match(mainOf(await confirm(worker, shown)), /Recorded: 1\. Already so: 0\. Wrong: 1\./);
    assert.equal((await events()).filter(({ kind }) => kind === 'loop').length, 1);
  });

  it('takes the steps of a request that was approved anew as new', async () => {
    await confirm(worker, await preview(worker, house.url, csv(accepted)));
    const denied = { kind: 'decision', decision: 'denied', decidedOn: monday, noticeMailedOn: null } as const;
    await house.store.record(number, { programme: 'ecm', what: denied }, 'Lee Xiong');
    assert.match(mainOf(await preview(worker, house.url, csv(accepted))), /This request is not approved/);
    await approve(number);
    assert.match(mainOf(await preview(worker, house.url, csv(accepted))), /To record: 1\./);
  });

  it('brings one piece of news for a request, and not one for each of its steps', async () => {
    assert.equal(await news(), 1);
    const rows = [accepted, `${number},ecm,Referral Loop Closed,12/01/2026,Services Received`];
    await confirm(worker, await preview(worker, house.url, csv(...rows, `${number},ecm,Pending,11/23/2026,`)));
    assert.deepEqual(
      (await events()).slice(1).map((what) => what.kind === 'loop' && what.loop.state),
      ['pending', 'accepted', 'closed'],
    );
    assert.equal(await news(), 1);
    assert.match(mainOf(await preview(worker, house.url, csv(...rows))), /There is nothing to record/);
    assert.equal(await news(), 0);
  });

  it('brings no news to a helper who was not released', async () => {
    const filer = {
      kind: 'helper',
      relation: 'child',
      awareness: 'agrees',
      name: 'Rosa Example',
      phone: null,
      organization: null,
      title: null,
    } as const;
    await file(house, aReferral(mai, { filer }));
    await approve(mai);
    assert.equal(await news(), 1);
    await confirm(worker, await preview(worker, house.url, csv(`${mai},ecm,Accepted,11/24/2026,`)));
    assert.equal((await events(mai)).length, 2);
    assert.equal(await news(), 0);
  });

  it('leaves who will call as the desk has set it', async () => {
    const provider = { name: 'Hope Care', phone: '(951) 555-0170' };
    const loop = { kind: 'loop', loop: { state: 'pending' }, on: monday, provider } as const;
    await house.store.record(number, { programme: 'ecm', what: loop }, 'Lee Xiong');
    await confirm(worker, await preview(worker, house.url, csv(accepted)));
    assert.match((await openReferral(worker, 'Pa Houa Vang')).text, /Hope Care/);
  });

  const whole: readonly [what: string, file: string | Uint8Array | null, status: number, words: RegExp][] = [
    ['no file', null, 422, /Choose a file first/],
    ['an empty file', '', 422, /The file is empty/],
    ['a workbook that is not whole', Uint8Array.from([0x50, 0x4b, 3, 4]), 422, /damaged or not whole/],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 422, /Excel 2003 or before \(\.xls\)/],
    ['other headings', csv(accepted).replace('Referral Status,', 'State,'), 422, /missing: Referral Status\./],
    ['a file a byte larger than 2 MB', new Uint8Array(2 * 1024 * 1024 + 1).fill(65), 413, /larger than 2 MB/],
    ['10 MB', new Uint8Array(10_000_000).fill(65), 413, /larger than 2 MB/],
  ];
  for (const [what, sent, status, expected] of whole) {
    it(`says what is wrong with ${what}, and shows the form again`, async () => {
      const page = await sendFile(worker, house.url, { file: sent });
      assert.equal(page.status, status);
      assert.match(mainOf(page), expected);
      assert.match(page.text, /type="file"[^>]*aria-invalid="true"/);
    });
  }

  it('that breaks off, or is no form at all, is refused and breaks nothing', async () => {
    const cookie = [...worker.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data', 'text/csv']) {
      const body = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nBobSecret';
      const answer = await fetch(new URL('/desk/return-file', house.url), {
        method: 'POST',
        body,
        headers: { cookie, 'content-type': type },
      });
      assert.ok(answer.status === 400 || answer.status === 403, `${type}: ${answer.status}`);
    }
    assert.doesNotMatch(house.logged.join(), /BobSecret/);
    // Of somebody who may not send one it is not even read.
    const answer = await fetch(new URL('/desk/return-file', house.url), {
      method: 'POST',
      body: '--x\r\nBobSecret',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      redirect: 'manual',
    });
    assert.equal(answer.status, 303);
  });

  it('is shown without a word of what stands in its wrong cells or other columns, and none is logged', async () => {
    const nasty = '<script>alert(1)</script>';
    const rows = [`${accepted},${nasty}`, `Bob Example,${nasty},${nasty},${nasty},${nasty},x`, `=cmd|calc,,,,,x`];
    const page = await preview(worker, house.url, `${header},${nasty}\n${rows.join('\n')}`);
    const done = await confirm(worker, page);
    assert.match(mainOf(page), /Columns that were not read, because their headings are not ours: 1/);
    assert.match(tables(page)['Wrong: not taken']?.[1] ?? '', /Referral Number.*Begins like a formula/);
    for (const { text } of [page, done]) assert.doesNotMatch(text, /alert|Bob|calc/);
    assert.doesNotMatch(house.logged.join(), /alert|Bob|calc|1234567/);
  });

  it('leaves lines in the audit log that name the file by its hash, and open no referral that is not in it', async () => {
    await file(house, aReferral(mai));
    const lines: string[] = [];
    const audit = house.store.audit.bind(house.store);
    house.store.audit = async (by, what, about) => {
      lines.push(`${by} ${what} ${about}`);
      return audit(by, what, about);
    };
    const opened: string[] = [];
    const referral = house.store.referral.bind(house.store);
    house.store.referral = async (of, by) => {
      opened.push(of);
      return referral(of, by);
    };
    await confirm(worker, await preview(worker, house.url, csv(accepted, '19999999999999,ecm,Accepted,11/24/2026,')));
    assert.deepEqual([...new Set(opened)], [number]);
    const [checked = '', recorded = ''] = lines;
    assert.match(checked, /^Lee Xiong returnFile\.checked [0-9a-f]{16} record 1 already 0 wrong 1$/);
    assert.match(recorded, /^Lee Xiong returnFile\.recorded [0-9a-f]{16} record 1 already 0 wrong 1$/);
    await sendFile(worker, house.url, { file: header });
    assert.match(lines[2] ?? '', /^Lee Xiong returnFile\.refused [0-9a-f]{16} noRows$/);
  });

  it('may be as long as the limit says: 5,000 rows of many referrals, each recorded once', async function () {
    this.timeout(60_000);
    const numbers = Array.from({ length: 125 }, (_, at) => String(17_000_000_000_000 + at));
    for (const of of numbers) await file(house, aReferral(of));
    await Promise.all(numbers.map((of) => approve(of)));
    const rows = Array.from({ length: 5000 }, (_, at) => {
      const day = `11/${String(23 + (Math.floor(at / 125) % 4)).padStart(2, '0')}/2026`;
      return `${numbers[at % 125] ?? ''},ecm,Accepted,${day},`;
    });
    const shown = await preview(worker, house.url, csv(...rows));
    assert.match(mainOf(shown), /Rows: 5000\. To record: 500\. Already so: 4500\. Wrong: 0\./);
    assert.match(mainOf(await confirm(worker, shown)), /Recorded: 500\./);
    assert.match(mainOf(await preview(worker, house.url, csv(...rows))), /To record: 0\. Already so: 5000\./);
    assert.equal((await events(numbers[7])).length, 5);
  });
});
