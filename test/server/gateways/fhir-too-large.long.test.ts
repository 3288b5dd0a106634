import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { drain, type Clock } from '../../../referral/outbox.ts';
import { noTexter } from '../../../server/gateways/no-texter.ts';
import { openMemoryStore } from '../../../server/storage/sqlite.ts';
import { filedReferral, noon, referral } from '../storage/samples.ts';
import { openFhirPlan, type FhirPlan } from './fhir-plan.ts';

const number = '12345678901234';

describe('A referral that is larger than what the plan’s system takes', () => {
  let plan: FhirPlan;
  let front: Server;
  let refused: number;
  beforeEach(async () => {
    plan = await openFhirPlan();
    refused = 0;
    front = createServer((request, response) => void answer(request, response));
    front.listen(0, '127.0.0.1');
    await once(front, 'listening');
  });
  afterEach(async () => {
    front.closeAllConnections();
    front.close();
    await plan.close();
  });

  /** As proxies do: what is too long is refused by its length, unread, and the line is cut. */
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (Number(request.headers['content-length']) > 8_000) {
      refused += 1;
      response.writeHead(413, { connection: 'close', 'content-type': 'text/html' }).end('<h1>413</h1>');
      return;
    }
    const { entry } = JSON.parse(await text(request)) as { entry: unknown[] };
    const none = { response: { status: '404' } };
    response.end(JSON.stringify({ resourceType: 'Bundle', type: 'batch-response', entry: entry.map(() => none) }));
  }

  it('is with the desk at once and with the reason, is not tried for ever, and the member is called', async () => {
    const store = await openMemoryStore();
    await filedReferral(store, referral(number));
    let seconds = 0;
    const clock: Clock = {
      now: () => new Date(Date.parse(noon) + seconds * 1000),
      random: () => 0,
      wait: () => new Promise(() => undefined),
    };
    const { port } = front.address() as AddressInfo;
    const gateway = plan.gateway({
      baseUrl: `http://127.0.0.1:${port}/fhir`,
      tokenUrl: plan.authorization.tokenUrl,
    });
    const gateways = {
      plan: gateway,
      texter: noTexter,
      news: { tell: () => Promise.resolve({ kind: 'done' as const }) },
    };
    for (; seconds < 7200; seconds += 600) await drain(store, gateways, clock);
    assert.equal(refused, 1);
    assert.deepEqual(
      (await store.undelivered('Ana')).map(({ reason, attempts, answer: said }) => [reason, attempts, said]),
      [['tooLarge', 1, 'HTTP 413\n\n<h1>413</h1>']],
    );
    assert.deepEqual(
      (await store.callBacks('Ana')).map(({ callBack }) => callBack.reason),
      ['notDelivered'],
    );
    await store.close();
  });
});
