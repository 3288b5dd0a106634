import assert from 'node:assert/strict';
import type { Visitor } from './desk-visit.ts';
import { confirm, header, mainOf, preview, tables } from './return-file-visit.ts';
import { agreesToTexts, filesByText, statusByText } from '../journeys/ana-by-text.ts';
import { openFrontDoor, type FrontDoor } from '../journeys/front-door.ts';
import { eventually } from '../journeys/eventually.ts';

const [ana, bao, cruz] = ['+15555550144', '+15555550145', '+15555550146'] as const;

describe('A month’s return file, from the plan’s worker to the member', function () {
  this.timeout(120_000);
  let door: FrontDoor;
  let worker: Visitor;
  const numbers = new Map<string, string>();
  const numberOf = (phone: string): string => numbers.get(phone) ?? '';
  /** Cruz waits for a decision: what she is asked once its day is over has nothing to do with the file. */
  const texts = () => door.twilio.taken.filter(({ to }) => to !== cruz);
  before(async () => {
    door = await openFrontDoor('iehp', '2026-11-20');
    for (const phone of [ana, bao, cruz]) numbers.set(phone, await filesByText(door, phone, agreesToTexts));
    door.setDay('2026-11-23');
    const decided = { kind: 'decision', decision: 'approved', decidedOn: '2026-11-23', noticeMailedOn: null } as const;
    for (const phone of [ana, bao]) {
      assert.equal(await door.store.record(numberOf(phone), { programme: 'ecm', what: decided }, 'Lee Xiong'), true);
    }
    await eventually(() => assert.equal(texts().length, 2));
    for (const phone of [ana, bao]) await door.text(phone, 'HELLO');
    door.setDay('2026-12-04');
    worker = await door.worker();
  });
  after(() => door.close());

  const file = (): string => {
    const [a, b, c] = [ana, bao, cruz].map(numberOf);
    return [
      `\uFEFF${header},Comments`,
      `${a},Enhanced Care Management,Outreach Initiated,11/30/2026,,"Called twice, <b>Secretword</b>"`,
      `${a},Enhanced Care Management,Accepted,11/25/2026,,`,
      `${b},,Referral Loop Closed,2026-12-01,Unable to Reach Member,"two\r\nlines"`,
      `${c},ecm,Accepted,11/25/2026,,`,
      `19999999999999,ecm,Accepted,11/25/2026,,`,
      `${a},ecm,Done,11/25/2026,,`,
      `${a},ecm,Referral Loop Closed,12/02/2026,,`,
      `${a},ecm,Referral Loop Closed,12/05/2026,Other,`,
      `=HYPERLINK(1),ecm,Accepted,11/25/2026,,`,
      `${a},"ecm"x,Accepted,11/25/2026,,`,
      `${a},ecm,Accepted,11/25/2026,,again`,
      `${a},ecm,Pending,12/03/2026,,`,
    ].join('\r\n');
  };

  it('is shown row by row before anything changes: three steps to record, one that is there twice, eight wrong', async () => {
    const page = await preview(worker, door.url, file());
    const shown = tables(page);
    assert.deepEqual(shown['Wrong: not taken'], [
      '5 Referral Number This request is not approved.',
      '6 Referral Number There is no referral with this number.',
      '7 Referral Status Not one of the statuses.',
      '8 Reason for Referral Loop Closure Needed where the loop is closed.',
      '9 Date of Referral Status Update Lies in the future.',
      '10 Referral Number Begins like a formula.',
      '11 whole row A quotation mark is not closed, or stands in the middle of a cell.',
      '13 Referral Status An earlier step than the one that is recorded. Set it by hand, if this is right.',
    ]);
    assert.deepEqual(shown['To be recorded']?.map(undated), [
      `2 Referral ending in ${end(ana)} Enhanced Care Management (ECM) accepted by provider outreach initiated`,
      `3 Referral ending in ${end(ana)} Enhanced Care Management (ECM) no step yet accepted by provider`,
      `4 Referral ending in ${end(bao)} Enhanced Care Management (ECM) no step yet loop closed: unable to reach member`,
    ]);
    assert.deepEqual(shown['Already so']?.map(undated), [
      `12 Referral ending in ${end(ana)} Enhanced Care Management (ECM) accepted by provider`,
    ]);
    assert.match(await statusByText(door, ana, numberOf(ana)), /is looking for somebody to help/);
  });

  it('and once confirmed, each member sees the new step under their number, and only theirs', async () => {
    const before = texts().length;
    const done = await confirm(worker, await preview(worker, door.url, file()));
    assert.match(mainOf(done), /Rows: 12\. Recorded: 3\. Already so: 1\. Wrong: 8\./);
    await eventually(() => assert.equal(texts().length, before + 2));
    assert.match(await statusByText(door, ana, numberOf(ana)), /They are trying to get in touch/);
    assert.match(await statusByText(door, bao, numberOf(bao)), /They could not get in touch/);
    assert.doesNotMatch(await statusByText(door, cruz, numberOf(cruz)), /get in touch|said yes/);
  });

  it('and each hears of it by one neutral text, though there were two steps', () => {
    const since = texts().slice(2);
    assert.deepEqual(since.map(({ to }) => to).sort(), [ana, bao]);
    assert.doesNotMatch(JSON.stringify(since), /touch|Care|closed|referral/i);
  });

  it('and the same file again changes nothing', async () => {
    const steps = async (): Promise<number> => {
      const files = await Promise.all([ana, bao, cruz].map((phone) => door.store.referral(numberOf(phone), 'test')));
      return files.reduce((sum, one) => sum + (one?.events.length ?? 0), 0);
    };
    const before = [await steps(), texts().length];
    const page = await preview(worker, door.url, file());
    assert.match(mainOf(page), /To record: 0\. Already so: 4\. Wrong: 8\./);
    assert.match(mainOf(page), /There is nothing to record/);
    assert.doesNotMatch(page.text, /\/record"/);
    assert.deepEqual([await steps(), texts().length], before);
    assert.equal(before[0], 5);
  });

  it('and nothing of what else stands in it is shown, told or logged', async () => {
    const page = await preview(worker, door.url, file());
    assert.doesNotMatch(page.text, /Secretword|HYPERLINK/);
    assert.doesNotMatch(JSON.stringify(door.twilio.taken), /Secretword|HYPERLINK/);
    assert.doesNotMatch(door.logged.join(), /Secretword|HYPERLINK|19999999999999/);
    assert.equal(
      door.logged.some((line) => line.includes(numberOf(ana))),
      false,
    );
  });

  const end = (phone: string): string => numberOf(phone).slice(-4);
});

const undated = (row: string): string => row.replace(/ \w{3},\u00A0?.*$| \w{3}, .*$/, '');
