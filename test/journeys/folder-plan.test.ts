import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { play } from '../invariants/script.ts';
import { openTalk } from '../invariants/talk.ts';
import { drop, pickUp, readManifest, seen, sharedFolder } from '../server/gateways/folder/shared-folder.ts';
import { filesByText, statusByText } from './ana-by-text.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';
import { eventually } from './eventually.ts';

const phone = '+15555550143';

describe('Ana asks her plan by text message, and her plan empties a folder', () => {
  let folder: string;
  let door: FrontDoor;
  let number: string;
  before(async () => {
    folder = sharedFolder();
    const gateway = { kind: 'folder', path: folder, acknowledgedWithinHours: 24 } as const;
    door = await openFrontDoor('iehp', '2026-11-21', { gateway });
  });
  after(() => door.close());

  const status = (): Promise<string> => statusByText(door, phone, number);

  it('gets a number', async () => {
    number = await filesByText(door, phone);
  });

  it('has a set in the folder: what she filed, a form that prints, and a manifest', async () => {
    const manifest = `${number}.manifest.json`;
    await eventually(() => assert.equal(existsSync(path.join(folder, manifest)), true, 'no manifest'));
    assert.deepEqual(seen(folder), [`${number}-adult.pdf`, `${number}.json`, manifest]);
    assert.equal(readManifest(folder, manifest).files.length, 2);
    const json = JSON.parse(readFileSync(path.join(folder, `${number}.json`), 'utf8')) as {
      readonly number: string;
      readonly member: unknown;
      readonly plan: unknown;
    };
    assert.equal(json.number, number);
    assert.deepEqual(json.plan, { id: 'iehp', name: 'Inland Empire Health Plan' });
    assert.deepEqual(json.member, { name: 'Ana Example', birthDate: '1964-03-07', cardNumber: null, county: null });
    assert.match(readFileSync(path.join(folder, `${number}-adult.pdf`), 'latin1'), /^%PDF-1\.\d[^]*%%EOF\s*$/);
  });

  it('hears that it is on its way, also when the plan has taken the files and said nothing', async () => {
    assert.deepEqual(pickUp(folder), [number]);
    assert.match(await status(), /on its way to IEHP/);
    assert.equal((await door.store.referral(number, 'test'))?.receivedAt, null);
  });

  it('hears that the plan has it, once the plan has said so', async () => {
    drop(folder, `${number}.ack`, { number });
    door.setDay('2026-11-22');
    await eventually(async () => assert.ok((await door.store.referral(number, 'test'))?.receivedAt, 'not received'));
    assert.match(await status(), /IEHP has it/);
    assert.deepEqual(seen(folder), []);
  });

  it('takes it back by text, and that lies in the folder for her plan', async () => {
    await door.text(phone, 'take it back');
    await door.text(phone, '3/7/1964');
    assert.match((await door.text(phone, 'yes')).join('\n'), /This is taken back/);
    await eventually(() => assert.equal(seen(folder).length, 2));
    assert.deepEqual(readFollowUp(folder, `${number}-withdrawn-1.json`), [number, 'withdrawn', ['ecm'], 'member']);
    assert.deepEqual(pickUp(folder), [number]);
  });

  it('has somebody else take one back on the page, also while the plan has not said that it has the request', async () => {
    const talk = await openTalk({ store: door.store });
    const { number: theirs } = await play(talk);
    await eventually(() => assert.ok(seen(folder).includes(`${theirs}.manifest.json`), 'no manifest'));
    await talk.picks('act:takeBack');
    await talk.types('3/7/1964');
    await talk.picks('ecm');
    await talk.picks('yes');
    const name = `${theirs}-withdrawn-1.json`;
    await eventually(() => assert.ok(seen(folder).includes(name), 'no document'));
    assert.deepEqual(readFollowUp(folder, name), [theirs, 'withdrawn', ['ecm'], 'member']);
  });

  it('leaves no name, number or word of hers in the log', () => {
    const logged = door.logged.join('\n');
    assert.doesNotMatch(logged, /Ana|Example|1964|5550143/);
    assert.ok(!logged.includes(number));
  });
});

function readFollowUp(folder: string, name: string): readonly unknown[] {
  const json = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Record<string, unknown>;
  return [json['number'], json['what'], json['programmes'], json['by']];
}
