import assert from 'node:assert/strict';
import { text, type Key } from '../../locales/index.ts';
import { openReferral, type Visitor } from '../server/desk-visit.ts';
import { Visitor as Browser } from '../server/web-server.ts';
import { Call, filing } from './call.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';

describe('A worker of the plan files for a Hmong caller', function () {
  let door: FrontDoor;
  let worker: Visitor;
  before(async () => {
    door = await openFrontDoor('iehp', '2026-11-20');
    worker = await door.worker();
  });
  after(() => door.close());

  it('in both languages, to a number with which the caller hears at home what becomes of it', async () => {
    const call = await Call.begin(worker, 'hmn');
    const inBoth = (key: Key): void => {
      for (const tag of ['en', 'hmn'] as const) {
        const words = text(tag, key) ?? '';
        assert.equal(call.shown.includes(words), true, `${words} is not in: ${call.shown}`);
      }
    };
    inBoth('welcome.menu.ask');
    inBoth('welcome.menu.file');
    await call.until('file.name');
    inBoth('file.name.ask.self');
    assert.match(call.page.text, /class="aloud" lang="hmn" dir="ltr"/);
    await call.until('file.safeWays');
    inBoth('file.safeWays.options.none');
    await call.until('file.preview');
    assert.match(call.shown, /March 9, 1964/);
    await call.says(filing['file.preview'] ?? {});
    inBoth('file.sent.title');

    const { number } = /Filed for this caller: (?<number>\d{14})/.exec(call.shown)?.groups ?? {};
    const referral = await door.store.filed(number ?? '');
    assert.equal(referral?.channel, 'desk');
    assert.equal(referral.language, 'hmn');
    assert.deepEqual(referral.filer, { kind: 'self' });
    assert.equal(referral.consents.textMe, true);
    const page = await openReferral(worker, 'Pa Houa Vang');
    assert.equal(call.page.text.includes(`href="${page.to}"`), true, 'the call leads to its referral');
    assert.match(page.text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '), /by the desk, in Hmong/);
    assert.doesNotMatch(`${call.address} ${page.to}`, /\d{9}|Pa|Vang/);

    // The member is not at the desk's page: nothing is told there, and at the phone once it shows to be theirs.
    assert.deepEqual(await door.store.talksAbout(number ?? ''), []);
    assert.equal(await door.store.typedPhone(number ?? ''), '+19515550134');
    const at = new Browser(door);
    await at.get();
    await at.says({ press: 'status' });
    await at.says({ text: number ?? '' });
    const told = await at.says({ month: '3', day: '9', year: '1964', dated: 'yes' });
    assert.match(told, /<ol class="steps">[^]*November 20, 2026/);
  });
});
