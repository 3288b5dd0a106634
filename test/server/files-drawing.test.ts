import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { formsOf, type Form } from '../../referral/forms.ts';
import { mintSignInLink } from '../../server/desk/sign-in/sign-in-link.ts';
import { drawing, drawingBy, type Drawing } from '../../server/files/drawing.ts';
import { pdfOf } from '../../server/files/pdf.ts';
import { openStore } from '../../server/open-store.ts';
import { planById } from '../../server/plans/index.ts';
import { startServerProcess } from '../crash/server-process.ts';
import { aReferral, createVisitor, openReferral } from './desk-visit.ts';
import { readPdf } from './files/read-pdf.ts';
import { unit } from './storage/samples.ts';

function formOf(number: string, name = 'Pa Houa Vang'): Form {
  const { person } = aReferral(number);
  const [form] = formsOf(aReferral(number, { person: { ...person, name } }), planById('iehp'));
  return form ?? assert.fail('no form');
}
const good = '90000000000001';

describe('the thread that draws forms', function () {
  this.timeout(60_000);

  it('draws the same file as is drawn without it', async () => {
    const drawn = await drawing.pdf(formOf(good, 'សុខ ចាន់ដារ៉ា'));
    assert.equal(drawn.equals(await pdfOf(formOf(good, 'សុខ ចាន់ដារ៉ា'))), true);
  });

  it('knows the signs that no font has', async () => {
    assert.deepEqual(await drawing.signsWithoutFont(formOf(good, 'Ko မေ')), ['[U+1019 U+1031]']);
    assert.deepEqual(await drawing.signsWithoutFont(formOf(good)), []);
  });

  it('says so over what cannot be drawn, and goes on', async () => {
    const nonsense = { ...formOf(good), filedOn: 'no day' } as unknown as Form;
    await assert.rejects(drawing.pdf(nonsense));
    assert.equal((await drawing.pdf(formOf(good))).subarray(0, 5).toString(), '%PDF-');
  });

  describe('that falls', () => {
    let started: Worker[];
    let falling: Drawing;
    beforeEach(() => {
      started = [];
      falling = drawingBy({
        start: () => {
          const worker = new Worker(new URL('./files/falling-thread.mjs', import.meta.url), {
            execArgv: [],
            resourceLimits: { maxOldGenerationSizeMb: 60 },
          });
          started.push(worker);
          return worker;
        },
        idleMs: 300,
        mostMs: 2000,
      });
    });
    afterEach(() => Promise.all(started.map((worker) => worker.terminate())));

    const falls: readonly [how: string, number: string][] = [
      ['ends', '11111111111111'],
      ['throws where nobody looks', '22222222222222'],
      ['never comes back', '33333333333333'],
      ['takes all the memory it may have', '44444444444444'],
    ];
    for (const [how, number] of falls) {
      it(`and ${how} is an error of that form, and of no other that waits`, async () => {
        const [before, fallen, after, later] = await Promise.allSettled(
          [good, number, good, '90000000000002'].map((each) => falling.pdf(formOf(each))),
        );
        assert.equal(before?.status, 'fulfilled');
        assert.equal(fallen?.status, 'rejected');
        assert.equal(after?.status, 'fulfilled');
        assert.equal(later?.status, 'fulfilled');
        assert.equal(started.length, 2, 'one thread, and one in its place');
      });
    }

    it('is not started before there is something to draw, ends when there is nothing, and is there again', async () => {
      assert.equal(started.length, 0);
      await falling.pdf(formOf(good));
      const [worker] = started;
      assert.ok(worker, 'no thread was started');
      await once(worker, 'exit');
      assert.equal((await falling.pdf(formOf(good))).subarray(0, 5).toString(), '%PDF-');
      assert.equal(started.length, 2);
    });
  });

  it('draws also under npm start, for the desk', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'drawn-'));
    const places = { dataDir: path.join(folder, 'data'), keyFile: path.join(folder, 'keys.json') };
    try {
      const store = await openStore(places);
      await store.commit(unit((await store.conversation('web', 'her')).id, 0, 'm1', { referral: aReferral(good) }));
      const link = await mintSignInLink(store, { name: 'Lee Xiong', role: 'reader' }, 'http://localhost', new Date());
      await store.close();
      const server = await startServerProcess(places);
      try {
        const visitor = createVisitor(server.url);
        await visitor.send(await visitor.get(new URL(link).pathname), '/desk/sign-in/link', {});
        const { text } = await openReferral(visitor, 'Pa Houa Vang');
        const [, to = ''] = /href="([^"]+\/forms\/adult)"/.exec(text) ?? [];
        const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await fetch(new URL(to, server.url), { headers: { cookie } });
        assert.equal(answer.headers.get('content-type'), 'application/pdf');
        assert.match((await readPdf(new Uint8Array(await answer.arrayBuffer()))).text, /Pa Houa Vang/);
        assert.deepEqual(server.failures, []);
      } finally {
        await server.stop();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
