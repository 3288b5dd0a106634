import assert from 'node:assert/strict';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { below, seeded } from '../../crash/seeded.ts';
import { referral } from '../storage/samples.ts';
import { drop, everything, gatewayTo, pickUp, seen, sharedFolder } from './folder/shared-folder.ts';

const number = '12345678901234';
const handedOver = { kind: 'notYet', trouble: 'notAcknowledged' } as const;
const run = promisify(execFile);

describe('A folder that the plan empties, handed to by processes that break', function () {
  this.timeout(120_000);
  let senders: string;
  before(async () => (senders = await joined()));
  const script = (name: string): string => path.join(senders, `${name}.mjs`);

  it('gets every set whole and once, wherever its sender is killed', async () => {
    const whole = await run(process.execPath, [script('killed-sender'), sharedFolder(), number, '0']);
    const changes = Number(whole.stdout);
    assert.ok(changes >= 25, `only ${changes} places to be killed at`);
    const places = Array.from({ length: changes }, (_, at) => at + 1);
    let pickedAtOnce = 0;
    const killEach = async (): Promise<void> => {
      for (let place = places.pop(); place !== undefined; place = places.pop()) {
        const folder = sharedFolder();
        await assert.rejects(run(process.execPath, [script('killed-sender'), folder, number, String(place)]), {
          signal: 'SIGKILL',
        });
        const before = pickUp(folder);
        pickedAtOnce += before.length;
        assert.deepEqual(await gatewayTo(folder).submit(referral(number)), handedOver);
        assert.deepEqual([...before, ...pickUp(folder)], [number], `killed before change ${place} of ${changes}`);
        assert.deepEqual(seen(folder), []);
        assert.deepEqual(everything(path.join(folder, '.part')), []);
      }
    };
    await Promise.all([killEach(), killEach()]);
    assert.ok(pickedAtOnce > 0, 'some are killed after all was handed over');
  });

  it('gets every set whole and once from two senders who are killed at any moment, and answers when it likes', async () => {
    const folder = sharedFolder();
    const random = seeded(7);
    const numbers = Array.from({ length: 40 }, (_, at) => String(78_345_678_900_000 + at));
    const picked: string[] = [];
    const told = new Set<string>();
    const plansSide = setInterval(() => {
      picked.push(...pickUp(folder));
      for (const one of picked) {
        if (told.has(one) || below(random, 40) > 0) continue;
        told.add(one);
        drop(folder, `${one}.ack`, { number: one });
      }
    }, 4);
    const begin = async (seed: number): Promise<ChildProcess> => {
      const child = spawn(process.execPath, [script('busy-sender'), folder, String(seed), ...numbers], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      return child;
    };
    try {
      for (let kill = 0; kill < 6; kill += 1) {
        const two = await Promise.all([begin(kill), begin(kill + 100)]);
        await sleep(below(random, 120));
        for (const sender of two) {
          if (sender.kill('SIGKILL')) await once(sender, 'exit');
        }
      }
      const last = await begin(999);
      if (last.exitCode === null) await once(last, 'exit');
      assert.equal(last.exitCode, 0);
    } finally {
      clearInterval(plansSide);
    }
    picked.push(...pickUp(folder));
    assert.deepEqual([...picked].sort(), numbers);
    assert.deepEqual(seen(folder), []);
    assert.deepEqual(everything(path.join(folder, '.part')), []);
  });

  it('is told full where its sender may not write, and has nothing in it', async () => {
    const folder = sharedFolder();
    // Nothing is forbidden to the superuser: there it is somebody else who sends.
    const superuser = process.getuid?.() === 0;
    chmodSync(folder, superuser ? 0o755 : 0o500);
    chmodSync(senders, 0o755);
    const nobody = superuser ? { uid: 65534, gid: 65534 } : {};
    const sent = await run(process.execPath, [script('one-submit'), folder, number], nobody);
    assert.deepEqual(JSON.parse(sent.stdout), { kind: 'notYet', trouble: 'folderFull' });
    assert.deepEqual(everything(folder), ['acks']);
    chmodSync(folder, 0o700);
  });

  it('is told full by a sender that may write no large file, and has nothing half in it', async () => {
    const folder = sharedFolder();
    const limited = `ulimit -f 32; exec "$0" "$@"`;
    const sent = await run('bash', ['-c', limited, process.execPath, script('one-submit'), folder, number]);
    assert.deepEqual(JSON.parse(sent.stdout), { kind: 'notYet', trouble: 'folderFull' });
    assert.deepEqual(everything(folder), ['.part', '.sent', 'acks']);
    assert.deepEqual(await gatewayTo(folder).submit(referral(number)), handedOver);
  });
});

/** The senders, each in one file: many are started here, and one file starts soonest. */
async function joined(): Promise<string> {
  const outdir = sharedFolder();
  const names = ['killed-sender', 'busy-sender', 'one-submit'];
  await build({
    entryPoints: names.map((name) => path.join(import.meta.dirname, 'folder', `${name}.ts`)),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    define: { 'import.meta.filename': JSON.stringify(import.meta.filename) },
    logLevel: 'error',
  });
  return outdir;
}
