import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Router } from 'express';
import { createApp, type AppParts } from '../../server/app.ts';
import { createLog } from '../../server/log.ts';

type Running = { url: string; logged: string[]; close: () => Promise<unknown> };

async function run(parts: Partial<AppParts>): Promise<Running> {
  const logged: string[] = [];
  const log = createLog('debug', { write: (line) => void logged.push(line) });
  const app = createApp({
    log,
    trustProxy: 0,
    isReady: () => Promise.resolve(true),
    mounted: [],
    web: Router(),
    ...parts,
  });
  const server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return { url, logged, close: () => new Promise((done) => server.close(done)) };
}

describe('The server', () => {
  let server: Running;
  afterEach(() => server.close());

  it('says that it is ready only while a turn could be stored', async () => {
    let ready = true;
    server = await run({ isReady: () => (ready ? Promise.resolve(true) : Promise.reject(new Error('disk full'))) });
    assert.equal((await fetch(`${server.url}/health`)).status, 200);
    ready = false;
    const answer = await fetch(`${server.url}/health`);
    assert.equal(answer.status, 503);
    assert.equal(await answer.text(), '{"ready":false}');
  });

  it('has no such address for what is off', async () => {
    server = await run({});
    for (const path of ['/sms', '/api/messages', '/desk']) {
      assert.equal((await fetch(server.url + path, { method: 'POST' })).status, 404);
    }
  });

  it('answers a failure with an id alone, and logs that id without the words of the failure', async () => {
    const web = Router();
    web.use(() => {
      throw new Error('Ana, 555-0142');
    });
    server = await run({ web });
    const answer = await fetch(`${server.url}/Ana?phone=5550142`);
    assert.equal(answer.status, 500);
    const id = await answer.text();
    assert.match(id, /^[0-9a-f-]{36}$/);
    assert.match(server.logged.join(''), new RegExp(id));
    assert.doesNotMatch(server.logged.join(''), /Ana|0142/);
  });

  it('lets every answer be framed, kept or extended by nobody, unless its part says otherwise', async () => {
    server = await run({});
    const { headers } = await fetch(`${server.url}/health`);
    assert.equal(headers.get('content-security-policy'), "default-src 'none';frame-ancestors 'none'");
    assert.equal(headers.get('x-frame-options'), 'DENY');
    assert.equal(headers.get('x-powered-by'), null);
  });
});
