import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FollowUp } from '../../../referral/follow-up.ts';
import { referral } from '../storage/samples.ts';
import {
  drop,
  everything,
  gatewayTo,
  noon,
  pickUp,
  readManifest,
  seen,
  setOf,
  sharedFolder,
} from './folder/shared-folder.ts';

const number = '12345678901234';
const filed = referral(number);
const name = `${number}-withdrawn-3`;
const withdrawn: FollowUp = {
  referral: filed,
  what: 'withdrawn',
  event: 3,
  at: noon.toISOString(),
  programmes: ['ecm'],
  by: 'member',
};
const reminder: FollowUp = {
  referral: filed,
  what: 'reminder',
  event: 3,
  at: noon.toISOString(),
  programmes: ['ecm', 'medicallyTailoredMeals'],
  clock: 'decision',
};
const handedOver = { kind: 'notYet', trouble: 'notAcknowledged' } as const;
const files = [`${name}.json`, `${name}.manifest.json`];

describe('What a member says after the filing, at a plan that empties a folder', () => {
  let folder: string;
  beforeEach(() => (folder = sharedFolder()));
  const follow = (followUp: FollowUp = withdrawn, again = 0) => gatewayTo(folder).followUp(followUp, again);

  it('is one document more with a manifest of its own, beside the referral', async () => {
    await gatewayTo(folder).submit(filed);
    assert.deepEqual(await follow(), handedOver);
    assert.deepEqual(seen(folder), [...setOf(number), ...files].sort());
    const manifest = readManifest(folder, `${name}.manifest.json`);
    assert.deepEqual(
      [manifest, manifest.files.map((file) => file.name)],
      [
        {
          schema: 'https://calaim-navigator.example/schema/follow-up-manifest-1.json',
          number,
          files: manifest.files,
        },
        [`${name}.json`],
      ],
    );
    const json = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as Record<string, unknown>;
    assert.deepEqual(
      [json['what'], json['number'], json['programmes'], json['by']],
      ['withdrawn', number, ['ecm'], 'member'],
    );
    for (const file of files) assert.equal(statSync(path.join(folder, file)).mode & 0o777, 0o600, file);
    assert.deepEqual(pickUp(folder), [number, number], 'both sets are whole');
  });

  it('does not come twice, by whomever it is sent and whatever the plan has taken away', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => follow()));
    assert.deepEqual(new Set(all.map(({ kind }) => kind)), new Set(['notYet']));
    assert.deepEqual(seen(folder), files);
    pickUp(folder);
    for (let tries = 0; tries < 3; tries += 1) assert.deepEqual(await follow(), handedOver);
    assert.deepEqual(seen(folder), []);
  });

  it('is handed over whole where a sender was killed between its two files', async () => {
    await follow();
    // As it stands when only the document was moved.
    renameSync(path.join(folder, files[1]!), path.join(folder, '.sent', name, files[1]!));
    rmSync(path.join(folder, files[0]!));
    assert.deepEqual(await follow(), handedOver);
    assert.deepEqual(seen(folder), [files[1]], 'the manifest comes, what was taken away does not come again');
  });

  it('is taken by its own acknowledgement, and not by that of the referral or of another', async () => {
    await gatewayTo(folder).submit(filed);
    await follow();
    await follow(reminder);
    drop(folder, `${number}.ack`, { number });
    assert.deepEqual(await follow(), handedOver);
    drop(folder, `${name}.ack`, { number });
    assert.deepEqual(await follow(), { kind: 'received' });
    assert.deepEqual(await follow(reminder), handedOver);
  });

  it('is refused where the plan says so, and comes again when the desk asks for that', async () => {
    await follow();
    pickUp(folder);
    drop(folder, `${name}.nack`, { number, reason: 'invalid' });
    const refused = await follow();
    assert.deepEqual([refused.kind, 'reason' in refused && refused.reason], ['refused', 'invalid']);
    assert.deepEqual(await follow(withdrawn, 1), handedOver);
    assert.deepEqual(seen(folder), files);
  });

  it('leaves no copy, and names nobody', async () => {
    await follow();
    pickUp(folder);
    assert.deepEqual(everything(path.join(folder, '.sent')), [name, `${name}/record.json`]);
    assert.doesNotMatch(everything(folder).join('\n'), /xiomara|quetzalli|1964|555/i);
  });

  it('waits where the folder is gone', async () => {
    rmSync(path.join(folder, 'acks'), { recursive: true });
    assert.deepEqual(await follow(), { kind: 'notYet', trouble: 'folderGone' });
    assert.deepEqual(everything(folder), []);
  });
});
