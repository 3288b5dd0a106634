import assert from 'node:assert/strict';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import sinon from 'sinon';
import { execFileSync } from 'node:child_process';
import { drain } from '../../../referral/outbox.ts';
import { openMemoryStore } from '../../../server/storage/sqlite.ts';
import { filedReferral, referral } from '../storage/samples.ts';
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
const handedOver = { kind: 'notYet', trouble: 'notAcknowledged' } as const;

describe('A folder that the plan empties', () => {
  let folder: string;
  beforeEach(() => (folder = sharedFolder()));

  it('gets the referral, a file for each form, and a manifest with the sum of each', async () => {
    assert.deepEqual(await gatewayTo(folder).submit(filed), handedOver);
    assert.deepEqual(seen(folder), setOf(number));
    const manifest = readManifest(folder, `${number}.manifest.json`);
    assert.deepEqual(manifest.files.map(({ name }) => name).sort(), setOf(number).slice(0, 3));
    assert.deepEqual(pickUp(folder), [number]);
  });

  it('is given files and folders that only their owner reads, under names that say nobody', async () => {
    await gatewayTo(folder).submit(filed);
    for (const name of seen(folder)) assert.equal(statSync(path.join(folder, name)).mode & 0o777, 0o600, name);
    for (const own of ['.part', '.sent', `.sent/${number}`])
      assert.equal(statSync(path.join(folder, own)).mode & 0o777, 0o700, own);
    assert.doesNotMatch(everything(folder).join('\n'), /xiomara|quetzalli|1964|555/i);
  });

  it('keeps no copy of what was handed over', async () => {
    await gatewayTo(folder).submit(filed);
    pickUp(folder);
    assert.deepEqual(everything(folder), ['.part', '.sent', `.sent/${number}`, `.sent/${number}/record.json`, 'acks']);
  });

  it('is not handed a form whose name could say who the member is', async () => {
    for (const name of ['Xiomara.pdf', `${number}-Xiomara Quetzalli.pdf`, `${number}-../../x.pdf`, `${number}.pdf`]) {
      const gateway = gatewayTo(folder, { files: () => Promise.resolve([{ name, bytes: Buffer.from('x') }]) });
      await assert.rejects(gateway.submit(filed), /1 of the forms have a name/);
    }
    assert.deepEqual(seen(folder), []);
  });

  describe('and says that it has it', () => {
    it('is heard only then, and then again each time it is asked', async () => {
      const gateway = gatewayTo(folder);
      for (let tries = 0; tries < 3; tries += 1) assert.deepEqual(await gateway.submit(filed), handedOver);
      pickUp(folder);
      drop(folder, `${number}.ack`, { number });
      assert.deepEqual(await gateway.submit(filed), { kind: 'received' });
      assert.deepEqual(await gatewayTo(folder).submit(filed), { kind: 'received' });
    });

    it('is remembered when its file is taken away before that was stored here', async () => {
      await gatewayTo(folder).submit(filed);
      drop(folder, `${number}.ack`, { number });
      await gatewayTo(folder).submit(filed);
      rmSync(path.join(folder, 'acks', `${number}.ack`));
      assert.deepEqual(await gatewayTo(folder).submit(filed), { kind: 'received' });
    });

    it('may write more into it, and a mark at its start as Windows does', async () => {
      await gatewayTo(folder).submit(filed);
      drop(folder, `${number}.ack`, `\ufeff${JSON.stringify({ number, receivedBy: 'batch 7' })}\r\n`);
      assert.deepEqual(await gatewayTo(folder).submit(filed), { kind: 'received' });
    });

    it('is late when a day has gone by, which the desk sees, and may still come then', async () => {
      await gatewayTo(folder).submit(filed);
      const after = (hours: number) => gatewayTo(folder, { now: () => new Date(noon.getTime() + hours * 3_600_000) });
      assert.deepEqual(await after(24).submit(filed), handedOver);
      assert.deepEqual(await after(24.01).submit(filed), { kind: 'notYet', trouble: 'acknowledgementLate' });
      drop(folder, `${number}.ack`, { number });
      assert.deepEqual(await after(99).submit(filed), { kind: 'received' });
    });

    const unreadable: readonly [what: string, content: string][] = [
      ['is empty', ''],
      ['is half a file', '{"number": "123456'],
      ['is not JSON', 'OK'],
      ['speaks of another number', '{"number":"78345678901234"}'],
      ['speaks of no number', '{"received":true}'],
      ['is a list', '[]'],
    ];
    for (const [what, content] of unreadable)
      it(`is not heard in a file that ${what}: that is kept, and shown to the desk`, async () => {
        await gatewayTo(folder).submit(filed);
        drop(folder, `${number}.ack`, content);
        const told = { kind: 'notYet', trouble: 'badAnswer', ...(content === '' ? {} : { answer: content }) };
        assert.deepEqual(await gatewayTo(folder).submit(filed), told);
        assert.equal(readFileSync(path.join(folder, 'acks', `${number}.ack`), 'utf8'), content);
        drop(folder, `${number}.ack`, { number });
        assert.deepEqual(await gatewayTo(folder).submit(filed), { kind: 'received' }, 'once it is mended');
      });

    it('shows the desk no more than it can read of a huge one', async () => {
      drop(folder, `${number}.ack`, 'x'.repeat(1_000_000));
      const told = await gatewayTo(folder).submit(filed);
      assert.ok(told.kind === 'notYet' && told.answer?.length === 8000);
    });
  });

  describe('and says that it will not have it', () => {
    it('is refused with its reason, and what it wrote', async () => {
      await gatewayTo(folder).submit(filed);
      const nack = JSON.stringify({ number, reason: 'notOurMember', note: 'no such CIN' });
      drop(folder, `${number}.nack`, nack);
      const refused = { kind: 'refused', reason: 'notOurMember', answer: nack };
      assert.deepEqual(await gatewayTo(folder).submit(filed), refused);
      assert.deepEqual(await gatewayTo(folder).submit(filed), refused);
    });

    it('is not heard where the reason is no code', async () => {
      for (const nack of [{ number }, { number, reason: '' }, { number, reason: 'we do not <b>know</b> her' }]) {
        drop(folder, `${number}.nack`, nack);
        const told = await gatewayTo(folder).submit(filed);
        assert.deepEqual(told, { kind: 'notYet', trouble: 'badAnswer', answer: JSON.stringify(nack) });
      }
    });

    it('is not heard when it also says that it has it', async () => {
      drop(folder, `${number}.nack`, { number, reason: 'invalid' });
      drop(folder, `${number}.ack`, { number });
      assert.deepEqual(await gatewayTo(folder).submit(filed), { kind: 'received' });
    });
  });

  describe('gets each file once', () => {
    it('also when it took the set away long before it says so', async () => {
      await gatewayTo(folder).submit(filed);
      assert.deepEqual(pickUp(folder), [number]);
      for (let tries = 0; tries < 3; tries += 1) assert.deepEqual(await gatewayTo(folder).submit(filed), handedOver);
      assert.deepEqual(seen(folder), []);
    });

    it('also when many senders hand it over at once', async () => {
      const told = await Promise.all(Array.from({ length: 20 }, () => gatewayTo(folder).submit(filed)));
      assert.deepEqual(new Set(told.map((one) => JSON.stringify(one))), new Set([JSON.stringify(handedOver)]));
      assert.deepEqual(pickUp(folder), [number]);
      assert.deepEqual(everything(path.join(folder, '.part')), []);
    });

    it('also when it has said so before we come to hand it over', async () => {
      drop(folder, `${number}.ack`, { number });
      assert.deepEqual(await gatewayTo(folder).submit(filed), { kind: 'received' });
      assert.deepEqual(seen(folder), []);
    });

    it('and the manifest last, when something was in the way of the rest', async () => {
      const [form = ''] = setOf(number);
      mkdirSync(path.join(folder, form));
      assert.deepEqual(await gatewayTo(folder).submit(filed), { kind: 'notYet', trouble: 'folderFull' });
      assert.ok(!seen(folder).includes(`${number}.manifest.json`));
      rmSync(path.join(folder, form), { recursive: true });
      assert.deepEqual(await gatewayTo(folder).submit(filed), handedOver);
      assert.deepEqual(pickUp(folder), [number]);
    });
  });

  describe('that is asked again by the desk', () => {
    const refusal = { number, reason: 'notOurMember' };
    const refused = { kind: 'refused', reason: 'notOurMember', answer: JSON.stringify(refusal) };
    const submit = (again: number) => gatewayTo(folder).submit(filed, again);

    beforeEach(async () => {
      await submit(0);
      pickUp(folder);
      drop(folder, `${number}.nack`, refusal);
      assert.deepEqual(await submit(0), refused);
    });

    it('gets the whole set once more for each time, though its refusal still lies there', async () => {
      for (const again of [1, 2]) {
        for (let tries = 0; tries < 3; tries += 1) assert.deepEqual(await submit(again), handedOver);
        assert.deepEqual(pickUp(folder), [number]);
        for (let tries = 0; tries < 3; tries += 1) assert.deepEqual(await submit(again), handedOver);
        assert.deepEqual(seen(folder), []);
      }
    });

    it('and refuses again in the same words, is heard again', async () => {
      await submit(1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      drop(folder, `${number}.nack`, refusal);
      assert.deepEqual(await submit(1), refused);
    });

    it('and takes it then, has it for good', async () => {
      await submit(1);
      drop(folder, `${number}.ack`, { number });
      assert.deepEqual(await submit(1), { kind: 'received' });
      rmSync(path.join(folder, 'acks', `${number}.ack`));
      assert.deepEqual(await submit(2), { kind: 'received' });
    });

    it('by many senders at once, gets it once', async () => {
      const told = await Promise.all(Array.from({ length: 10 }, () => submit(1)));
      assert.deepEqual(new Set(told.map(({ kind }) => kind)), new Set(['notYet']));
      assert.deepEqual(pickUp(folder), [number]);
      assert.deepEqual(seen(folder), []);
    });

    it('without having been given all of it before, is given it whole, and no copy stays', async () => {
      const other = referral('12345678901235');
      mkdirSync(path.join(folder, `${other.number}.json`));
      await gatewayTo(folder).submit(other);
      rmSync(path.join(folder, `${other.number}.json`), { recursive: true });
      drop(folder, `${other.number}.nack`, { number: other.number, reason: 'invalid' });
      assert.equal((await gatewayTo(folder).submit(other)).kind, 'refused');
      assert.deepEqual(await gatewayTo(folder).submit(other, 1), handedOver);
      assert.deepEqual(pickUp(folder), [other.number]);
      assert.doesNotMatch(everything(path.join(folder, '.sent')).join('\n'), /pdf|manifest/);
    });
  });

  it('that never answers is told to the desk after a day, with nothing lost', async () => {
    let hours = 0;
    const now = (): Date => new Date(noon.getTime() + hours * 3_600_000);
    const store = await openMemoryStore({ now });
    const unused = (): Promise<never> => Promise.reject(new Error('not asked for'));
    const ways = { plan: gatewayTo(folder, { now }), texter: { start: unused }, news: { tell: unused } };
    const clock = { now, random: () => 0, wait: () => new Promise<void>(() => undefined) };
    await filedReferral(store, filed);
    for (; hours < 24; hours += 2) await drain(store, ways, clock);
    assert.deepEqual(await store.undelivered('Ana'), [], 'until then it is only waited for');
    hours = 25;
    await drain(store, ways, clock);
    assert.deepEqual(
      (await store.undelivered('Ana')).map(({ number: which, state, reason }) => [which, state, reason]),
      [[number, 'waiting', 'acknowledgementLate']],
    );
    drop(folder, `${number}.ack`, { number });
    hours = 26;
    await drain(store, ways, clock);
    assert.deepEqual(await store.undelivered('Ana'), []);
    assert.ok((await store.referral(number, 'Ana'))?.receivedAt);
    await store.close();
  });

  describe('when it cannot be used', () => {
    it('is gone, nothing is lost, and it is handed over when it is back', async () => {
      const away = `${folder}-away`;
      renameSync(folder, away);
      assert.deepEqual(await gatewayTo(folder).submit(filed), { kind: 'notYet', trouble: 'folderGone' });
      assert.ok(!existsSync(folder), 'it is not made from here');
      renameSync(away, folder);
      assert.deepEqual(await gatewayTo(folder).submit(filed), handedOver);
    });

    it('counts as gone without its folder acks, as when a share is not mounted', async () => {
      rmSync(path.join(folder, 'acks'), { recursive: true });
      assert.deepEqual(await gatewayTo(folder).submit(filed), { kind: 'notYet', trouble: 'folderGone' });
      assert.deepEqual(everything(folder), []);
    });

    it('counts as gone when it is a file', async () => {
      rmSync(folder, { recursive: true });
      writeFileSync(folder, '');
      assert.deepEqual(await gatewayTo(folder).submit(filed), { kind: 'notYet', trouble: 'folderGone' });
    });

    it('is full: nothing half is left, and it is handed over when there is room', async function () {
      const small = smallDisk(this, folder);
      try {
        mkdirSync(path.join(small, 'acks'));
        const filler = path.join(small, 'filler');
        writeFileSync(filler, Buffer.alloc(200 * 1024));
        assert.deepEqual(await gatewayTo(small).submit(filed), { kind: 'notYet', trouble: 'folderFull' });
        assert.deepEqual(everything(small), ['.part', '.sent', 'acks', 'filler']);
        rmSync(filler);
        assert.deepEqual(await gatewayTo(small).submit(filed), handedOver);
        assert.deepEqual(pickUp(small), [number]);
      } finally {
        execFileSync('umount', [small]);
      }
    });

    it('is full when it says that it has it: that counts all the same', async function () {
      const small = smallDisk(this, folder);
      try {
        mkdirSync(path.join(small, 'acks'));
        await gatewayTo(small).submit(filed);
        drop(small, `${number}.ack`, { number });
        const filler = path.join(small, 'filler');
        assert.throws(() => writeFileSync(filler, Buffer.alloc(300 * 1024)), /ENOSPC/);
        assert.deepEqual(await gatewayTo(small).submit(filed), { kind: 'received' });
      } finally {
        execFileSync('umount', [small]);
      }
    });

    it('cannot be written to: nothing is lost', async function () {
      const small = smallDisk(this, folder);
      try {
        mkdirSync(path.join(small, 'acks'));
        execFileSync('mount', ['-o', 'remount,ro', small]);
        assert.deepEqual(await gatewayTo(small).submit(filed), { kind: 'notYet', trouble: 'folderFull' });
        execFileSync('mount', ['-o', 'remount,rw', small]);
        assert.deepEqual(await gatewayTo(small).submit(filed), handedOver);
      } finally {
        execFileSync('umount', [small]);
      }
    });
  });

  describe('when it hangs, as a share does whose server is away', () => {
    it('keeps no try waiting for ever, and few at all', async () => {
      const time = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      try {
        const asked = sinon.stub<[], Promise<never>>().returns(new Promise(() => undefined));
        const gateway = gatewayTo(folder, { files: asked });
        const tries = Array.from({ length: 40 }, (_, at) => gateway.submit(referral(String(12_345_678_901_200 + at))));
        const unheard = { kind: 'notYet', trouble: 'timeout' };
        assert.deepEqual(await Promise.race(tries), unheard, 'who finds too many waiting does not wait');
        while (asked.callCount < 2) await new Promise((resolve) => setImmediate(resolve));
        time.tick(20_000);
        for (const told of await Promise.all(tries)) assert.deepEqual(told, unheard);
        assert.equal(asked.callCount, 2, 'each that waits there takes a thread that others need');
      } finally {
        time.restore();
      }
    });
  });

  describe('where somebody plays tricks with links', () => {
    let outside: string;
    beforeEach(() => {
      outside = path.join(sharedFolder(), 'secret');
      writeFileSync(outside, JSON.stringify({ number, secret: 'not for the desk' }));
    });

    it('is not written through one that stands where a file goes', async () => {
      for (const name of setOf(number)) symlinkSync(outside, path.join(folder, name));
      const before = readFileSync(outside, 'utf8');
      assert.deepEqual(await gatewayTo(folder).submit(filed), handedOver);
      assert.equal(readFileSync(outside, 'utf8'), before);
      for (const name of setOf(number)) assert.ok(lstatSync(path.join(folder, name)).isFile(), name);
    });

    for (const own of ['.part', '.sent'])
      it(`is not used when ${own} is one`, async () => {
        const elsewhere = sharedFolder();
        symlinkSync(elsewhere, path.join(folder, own));
        assert.deepEqual(await gatewayTo(folder).submit(filed), { kind: 'notYet', trouble: 'folderFull' });
        assert.deepEqual(everything(elsewhere), ['acks']);
      });

    it('is not believed through one, and what it points to is not shown', async () => {
      symlinkSync(outside, path.join(folder, 'acks', `${number}.ack`));
      assert.deepEqual(await gatewayTo(folder).submit(filed), { kind: 'notYet', trouble: 'badAnswer' });
    });

    it('does not keep us waiting at a pipe', async () => {
      execFileSync('mkfifo', [path.join(folder, 'acks', `${number}.ack`)]);
      assert.deepEqual(await gatewayTo(folder).submit(filed), { kind: 'notYet', trouble: 'badAnswer' });
    });
  });
});

/** A disk of 256 kB in this folder; only the superuser may mount one. */
function smallDisk(test: Mocha.Context, folder: string): string {
  const small = path.join(folder, 'small');
  mkdirSync(small);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k,mode=700', 'tmpfs', small], { stdio: 'ignore' });
  } catch {
    test.skip();
  }
  return small;
}
