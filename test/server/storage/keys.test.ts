import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addKey, openKeys } from '../../../server/storage/keys.ts';
import { open, seal } from '../../../server/storage/seal.ts';
import { openSqliteStore } from '../../../server/storage/sqlite.ts';
import { filedReferral, referral, temporaryFolder } from './samples.ts';

describe('The key file', () => {
  const place = (): { file: string; dataDir: string } => {
    const folder = temporaryFolder();
    return { file: join(folder, 'state', 'keys.json'), dataDir: join(folder, 'data') };
  };

  it('is made at the first start, for its owner alone, and read at the next', () => {
    const where = place();
    const made = openKeys({ ...where, mayCreate: true });
    assert.equal(statSync(where.file).mode & 0o777, 0o600);
    const read = openKeys({ ...where, mayCreate: true });
    assert.equal(open(read, seal(made, 'Xiomara', 'row'), 'row'), 'Xiomara');
  });

  it('is never made anew when there is data that needs the old one', () => {
    const where = place();
    assert.throws(() => openKeys({ ...where, mayCreate: false }));
    assert.equal(existsSync(where.file), false);
  });

  it('is refused when others may read it', () => {
    const where = place();
    openKeys({ ...where, mayCreate: true });
    for (const mode of [0o644, 0o640, 0o604, 0o660]) {
      chmodSync(where.file, mode);
      assert.throws(() => openKeys({ ...where, mayCreate: false }), /chmod 600/);
    }
  });

  it('is refused inside the data folder, also by another way to it', () => {
    const { file, dataDir } = place();
    openKeys({ file, dataDir, mayCreate: true });
    for (const inside of [join(dataDir, 'keys.json'), join(dataDir, 'deeper', 'keys.json')]) {
      assert.throws(() => openKeys({ file: inside, dataDir, mayCreate: true }), /outside the data folder/);
    }
    const folder = join(file, '..');
    symlinkSync(folder, `${folder}-link`);
    assert.throws(() => openKeys({ file, dataDir: `${folder}-link`, mayCreate: true }), /outside the data folder/);
    openKeys({ file, dataDir: join(file, '..', '..data'), mayCreate: false });
  });

  it('is refused when it is damaged, and the words of the refusal quote nothing of it', () => {
    const where = place();
    openKeys({ ...where, mayCreate: true });
    const whole = readFileSync(where.file, 'utf8');
    for (const damaged of ['', whole.slice(0, 60), whole.replace(/"active": "k1"/, '"active": "k2"')]) {
      writeFileSync(where.file, damaged);
      assert.throws(
        () => openKeys({ ...where, mayCreate: true }),
        (error: Error) => /damaged/.test(error.message) && !error.message.includes(whole.slice(70, 80)),
      );
    }
  });

  it('takes a new key that seals from then on, and keeps the old for what they sealed', async () => {
    const where = place();
    const file = join(where.dataDir, 'kept.db');
    const before = await openSqliteStore({ file, keys: openKeys({ ...where, mayCreate: true }) });
    await filedReferral(before, referral('12345678901234'));
    await before.close();

    assert.equal(addKey(where.file), 'k2');
    const keys = openKeys({ ...where, mayCreate: false });
    assert.ok(seal(keys, 'Xiomara', 'row').startsWith('k2.'));
    assert.equal(statSync(where.file).mode & 0o777, 0o600);
    const after = await openSqliteStore({ file, keys });
    await filedReferral(after, referral('22222222222222'));
    assert.ok(await after.status('12345678901234', '1964-03-09', null));
    assert.equal((await after.referrals('Ana')).length, 2);
    await after.close();
  });
});
