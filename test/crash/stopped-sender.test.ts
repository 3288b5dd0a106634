import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Task } from 'fhir/r4.js';
import { openStore } from '../../server/open-store.ts';
import type { WholeStore } from '../../server/storage/sqlite.ts';
import { joined, type Joined } from '../faults/joined.ts';
import { openRig, type Rig } from '../server/gateways/network-rig.ts';
import { type Mishap } from '../server/gateways/tcp-proxy.ts';

/** How much faster than ours the time of the senders runs: a lease ends after three seconds, a try after one and a half. */
const faster = 20;

describe('A sender that stands still, or whose disk is full', function () {
  this.timeout(60_000);
  let script: Joined;
  let folder: string;
  let store: WholeStore;
  let rig: Rig;
  let errors: string;
  const senders = new Set<ChildProcess>();
  before(async () => {
    script = await joined('test/faults/house.ts');
  });
  after(() => script.remove());
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'stopped-'));
    store = await openStore({ dataDir: path.join(folder, 'data'), keyFile: path.join(folder, 'keys.json') });
    rig = await openRig({ store });
    errors = '';
  });
  afterEach(async () => {
    for (const sender of senders) {
      sender.kill('SIGKILL');
      if (sender.exitCode === null && sender.signalCode === null) await once(sender, 'close');
    }
    senders.clear();
    await rig.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const startSender = (): ChildProcess => {
    const files = [path.join(folder, 'data', 'navigator.sqlite'), path.join(folder, 'keys.json')];
    const settings = JSON.stringify({ ...rig.settings, timeoutSeconds: 5 });
    const given = [...files, settings, String(Date.now()), String(faster)];
    const sender = spawn(process.execPath, [script.file, ...given], { stdio: ['pipe', 'pipe', 'pipe'] });
    sender.stdout.on('data', () => undefined);
    sender.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    senders.add(sender);
    return sender;
  };
  const until = async (isSo: () => boolean | Promise<boolean>, what: string): Promise<void> => {
    for (let tries = 0; tries < 1500; tries += 1) {
      if (await isSo()) return;
      await sleep(20);
    }
    assert.fail(`never: ${what}`);
  };
  const tasks = async (): Promise<readonly Task[]> => (await rig.engine.stored('Task')) as Task[];
  const statuses = async (): Promise<readonly string[]> => (await tasks()).map(({ status }) => status).sort();

  const stops: readonly [where: string, kind: 'look' | 'referral', isDone: boolean][] = [
    ['before it has heard what is there', 'look', true],
    ['when it has handed the referral over, and before the plan has it', 'referral', false],
    ['when the plan has the referral, and before it has heard so', 'referral', true],
  ];
  for (const [where, kind, isDone] of stops) {
    it(`doubles nothing when it wakes ${where}, and another has sent it meanwhile`, async () => {
      const number = await rig.file();
      let wake: () => void = () => undefined;
      const awake = new Promise<void>((resolve) => (wake = resolve));
      let isStill = false;
      const first = startSender();
      const standStill: Mishap = async (exchange) => {
        first.kill('SIGSTOP');
        const answer = isDone ? await exchange.plan(exchange.request) : null;
        isStill = true;
        // What it is answered waits for it; what did not come to the plan was given up on the way.
        if (answer) exchange.client.write(answer);
        await awake;
        if (!answer) exchange.client.destroy();
      };
      rig.network.next(kind, standStill);
      await until(() => isStill, 'stands still');
      startSender();
      await until(() => rig.isTold(number), 'sent by the other');
      // The plan works on it, and that must stand.
      const [task] = await tasks();
      await rig.engine.put({ ...task!, id: task!.id!, status: 'accepted' });
      const came = rig.network.count('referral');
      first.kill('SIGCONT');
      wake();
      await sleep(2500);
      assert.equal(first.exitCode, null);
      assert.equal(rig.network.count('referral'), came);
      assert.deepEqual(await statuses(), ['accepted', 'requested']);
      await rig.recover();
    });
  }

  it('sends again what the plan has and its own disk had no room to note, and says “received” then', async function () {
    // Needs the command that sets limits of a process that runs.
    if (!hasLimits()) return this.skip();
    const number = await rig.file();
    const sender = startSender();
    rig.network.next('referral', async (exchange) => {
      const answer = await exchange.plan(exchange.request);
      limit(sender, '1024:unlimited');
      exchange.client.write(answer);
    });
    await until(() => errors !== '', 'the disk is full');
    assert.equal((await tasks()).length, 2);
    assert.equal(await rig.isTold(number), false);
    assert.doesNotMatch(errors, /Xiomara|Member 0|555-01|1964/);
    await sleep(1000);
    assert.equal(sender.exitCode, null);
    limit(sender, 'unlimited:unlimited');
    const [task] = await tasks();
    await rig.engine.put({ ...task!, id: task!.id!, status: 'accepted' });
    await until(() => rig.isTold(number), 'received');
    assert.equal(rig.network.count('referral'), 1);
    assert.deepEqual(await statuses(), ['accepted', 'requested']);
    await rig.recover();
  });

  it('sends nothing that it could not note as its own before', async function () {
    if (!hasLimits()) return this.skip();
    const sender = startSender();
    // It has begun when it says so, and its first round finds nothing to do.
    if (sender.stdout) await once(sender.stdout, 'data');
    await sleep(200);
    limit(sender, '1024:unlimited');
    const number = await rig.file();
    await until(() => errors !== '', 'the disk is full');
    assert.equal(rig.network.connections(), 0);
    limit(sender, 'unlimited:unlimited');
    await until(() => rig.isTold(number), 'received');
    await rig.recover();
  });
});

const limit = ({ pid }: ChildProcess, size: string): unknown =>
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${size}`]);

function hasLimits(): boolean {
  try {
    execFileSync('prlimit', ['--version']);
    return true;
  } catch {
    return false;
  }
}
