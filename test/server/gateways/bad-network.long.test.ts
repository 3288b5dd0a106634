import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Submitted } from '../../../referral/plan-gateway.ts';
import { openRig, type Rig } from './network-rig.ts';
import { bodyOf, headLength, passOn, type Exchange, type Mishap } from './tcp-proxy.ts';
import { noFollowUps } from '../../referral/no-follow-ups.ts';

/** Where a message is cut: how many of its bytes come through. */
const cuts: readonly [where: string, bytes: (message: Buffer) => number][] = [
  ['before its first byte', () => 0],
  ['in its head', (message) => headLength(message) >> 1],
  ['where its body begins', headLength],
  ['in the middle of its body', (message) => headLength(message) + (bodyOf(message).length >> 1)],
  ['before its last byte', (message) => message.length - 1],
  ['after its last byte', (message) => message.length],
];
const kinds = ['look', 'referral'] as const;

describe('A network that breaks between us and a plan', function () {
  this.timeout(60_000);
  let rig: Rig;
  beforeEach(async () => {
    rig = await openRig();
  });
  // Whatever it was: over a good network all of it comes there once, whole, and the member is told so.
  afterEach(async () => {
    try {
      await rig.recover();
    } finally {
      await rig.close();
    }
  });

  /** One try at a referral of its own; what became of it, held against what the member would be told. */
  const tryOne = async (more: Parameters<Rig['gateways']>[0] = {}): Promise<string> => {
    const number = await rig.file();
    const gateways = rig.gateways(more);
    let said: Submitted | undefined;
    await rig.send({
      ...gateways,
      plan: {
        ...noFollowUps,
        submit: async (...given) => {
          said = await gateways.plan.submit(...given);
          return said;
        },
      },
    });
    assert.equal(await rig.isTold(number), said?.kind === 'received');
    return said?.kind === 'notYet' ? said.trouble : (said?.kind ?? 'nothing');
  };

  for (const kind of kinds) {
    for (const [where, bytes] of cuts) {
      it(`loses and doubles nothing where the ${kind} is cut ${where}`, async () => {
        rig.network.next(kind, async ({ request, client, cutToPlan }) => {
          await cutToPlan(request.subarray(0, bytes(request)));
          client.destroy();
        });
        assert.equal(await tryOne(), 'unreachable');
      });

      it(`loses and doubles nothing where the answer to the ${kind} is cut ${where}`, async () => {
        const whole = where === 'after its last byte';
        for (const end of ['end', 'resetAndDestroy'] as const) {
          rig.network.next(kind, async ({ request, client, plan }) => {
            const answer = await plan(request);
            client.write(answer.subarray(0, bytes(answer)));
            await sleep(5);
            client[end]();
          });
          assert.equal(await tryOne(), whole ? 'received' : 'unreachable', end);
        }
      });
    }
  }

  const through: readonly [what: string, mishap: Mishap][] = [
    ['lets one byte of the answer through at a time', trickle],
    ['says "100 Continue" before its answer', around('HTTP/1.1 100 Continue\r\n\r\n')],
    ['gives early hints before its answer', around('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n')],
    ['brings the request twice, at once', twiceAtOnce],
    ['brings the request again when it has been answered', onceMore],
    ['sends the answer in pieces', changed(chunked)],
    ['sends the answer as long as the line stays open', endedByHangingUp],
    ['hangs up when it has answered', hangUpAfter('end')],
    ['resets when it has answered', hangUpAfter('resetAndDestroy')],
    ['says more after its answer', around('', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}')],
  ];
  const stopped: readonly [what: string, mishap: Mishap, trouble: string][] = [
    ['takes the request and says nothing', () => undefined, 'timeout'],
    ['says "100 Continue" and no more', ({ client }) => client.write('HTTP/1.1 100 Continue\r\n\r\n'), 'timeout'],
    ['says "100 Continue" without end', continueForEver, 'timeout'],
    ['resets', ({ client }) => client.resetAndDestroy(), 'unreachable'],
    ['sends an answer that is longer than it says', changed(saying((length) => length - 40)), 'badAnswer'],
    [
      'sends an answer that is shorter than it says',
      changed(
        saying((length) => length + 40),
        'end',
      ),
      'unreachable',
    ],
    ['says two lengths of its answer', changed(withTwoLengths), 'unreachable'],
    ['sends a piece of a length that is none', changed(withBadChunk), 'unreachable'],
    ['sends pieces without the last', changed((answer) => chunked(answer).subarray(0, -5), 'end'), 'unreachable'],
  ];
  for (const kind of kinds) {
    for (const [what, mishap] of through) {
      it(`brings a ${kind} to its end though something ${what}`, async () => {
        rig.network.next(kind, mishap);
        assert.equal(await tryOne(), 'received');
      });
    }
    for (const [what, mishap, trouble] of stopped) {
      it(`is ${trouble} where something ${what} at a ${kind}, and nothing is lost`, async () => {
        rig.network.next(kind, mishap);
        assert.equal(await tryOne(trouble === 'timeout' ? { timeoutSeconds: 0.5 } : {}), trouble);
      });
    }
  }

  it('asks each thing on a connection of its own', async () => {
    const before = rig.network.connections();
    assert.equal(await tryOne(), 'received');
    assert.equal(rig.network.connections() - before, 2);
  });

  it('is not told “received” by the answer to what another referral asked', async () => {
    let ofAnother: Buffer | undefined;
    const keep: Mishap = async ({ request, client, plan }) => client.write((ofAnother = await plan(request)));
    const mixUp: Mishap = ({ client }) => client.write(ofAnother ?? '');
    rig.network.next('referral', keep, mixUp);
    assert.deepEqual([await tryOne(), await tryOne()], ['received', 'badAnswer']);
    await rig.recover();
    // A look at a referral that is there, all of it.
    const number = await rig.file();
    rig.network.next('referral', loseAnswer);
    await rig.send(rig.gateways());
    rig.wait(60);
    rig.network.next('look', keep, mixUp);
    await rig.send(rig.gateways());
    assert.equal(await rig.isTold(number), true);
    assert.equal(await tryOne(), 'badAnswer');
  });

  it('is not told “received” when the answers of two referrals are swapped', async () => {
    for (const kind of kinds) {
      const waiting: Exchange[] = [];
      const swap: Mishap = async (exchange) => {
        waiting.push(exchange);
        const [one, other] = waiting;
        if (!one || !other) return;
        // Of the second nothing comes to the plan.
        const answer = await one.plan(one.request);
        other.client.write(answer);
        one.client.destroy();
      };
      rig.network.next(kind, swap, swap);
      const numbers = [await rig.file(), await rig.file()];
      await rig.send(rig.gateways());
      const told = await Promise.all(numbers.map((number) => rig.isTold(number)));
      // That nothing is there may be believed of both: then all of it is sent.
      assert.equal(told.filter((one) => one).length, kind === 'look' ? 1 : 0);
      await rig.recover();
    }
  });

  it('looks again before it tells “received” where an answer does not say of what it speaks', async () => {
    const nameless = changed((answer) => {
      const bundle = JSON.parse(bodyOf(answer).toString()) as { entry: { response: object; resource?: object }[] };
      bundle.entry = bundle.entry.map(({ response }) => ({ response: { ...response, location: undefined } }));
      return withBody(answer, JSON.stringify(bundle));
    });
    let ofAnother: Buffer | undefined;
    rig.network.next('referral', async (exchange) => {
      await nameless({ ...exchange, plan: async (bytes) => (ofAnother = await exchange.plan(bytes)) });
    });
    assert.equal(await tryOne(), 'received');
    rig.network.next('referral', (exchange) => nameless({ ...exchange, plan: () => Promise.resolve(ofAnother!) }));
    assert.equal(await tryOne(), 'badAnswer');
  });

  it('loses nothing where the way to a token breaks', async () => {
    const tokenUrl = `http://127.0.0.1:${rig.tokens.port}/token`;
    assert.equal(await tryOne({ tokenUrl }), 'received');
    for (const [, bytes] of cuts.slice(0, -1)) {
      rig.tokens.next('token', async ({ request, client, plan }) => {
        const answer = await plan(request);
        client.end(answer.subarray(0, bytes(answer)));
      });
      assert.equal(await tryOne({ tokenUrl }), 'unreachable');
    }
    rig.tokens.next('token', () => undefined);
    assert.equal(await tryOne({ tokenUrl, timeoutSeconds: 0.5 }), 'timeout');
  });
});

/** What the plan answered, changed on the way; then the line stays open, or not. */
function changed(change: (answer: Buffer) => Buffer, then?: 'end'): Mishap {
  return async ({ request, client, plan }) => {
    client.write(change(await plan(request)));
    if (then) client.end();
  };
}

function withHead(answer: Buffer, change: (head: string) => string): Buffer {
  const head = answer.toString('latin1', 0, headLength(answer));
  return Buffer.concat([Buffer.from(change(head), 'latin1'), bodyOf(answer)]);
}

function saying(change: (length: number) => number): (answer: Buffer) => Buffer {
  return (answer) =>
    withHead(answer, (head) =>
      head.replace(/(content-length: )(\d+)/i, (_all, name: string, length) => `${name}${change(Number(length))}`),
    );
}

function withBody(answer: Buffer, body: string): Buffer {
  const head = saying(() => Buffer.byteLength(body))(answer).subarray(0, -bodyOf(answer).length);
  return Buffer.concat([head, Buffer.from(body)]);
}

function withTwoLengths(answer: Buffer): Buffer {
  return withHead(answer, (head) => head.replace(/content-length: \d+/i, '$&\r\nContent-Length: 7'));
}

function chunked(answer: Buffer): Buffer {
  const head = answer
    .toString('latin1', 0, headLength(answer))
    .replace(/content-length: \d+/i, 'Transfer-Encoding: chunked');
  const body = bodyOf(answer);
  const half = body.length >> 1;
  const piece = (bytes: Buffer): Buffer[] => [
    Buffer.from(`${bytes.length.toString(16)}\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ];
  const pieces = [...piece(body.subarray(0, half)), ...piece(body.subarray(half))];
  return Buffer.concat([Buffer.from(head, 'latin1'), ...pieces, Buffer.from('0\r\n\r\n')]);
}

function withBadChunk(answer: Buffer): Buffer {
  const whole = chunked(answer);
  const at = whole.lastIndexOf('\r\n0\r\n\r\n');
  return Buffer.concat([whole.subarray(0, at), Buffer.from('\r\nzz\r\n0\r\n\r\n')]);
}

/** Says this before the plan's answer, and that after it. */
function around(first: string, last = ''): Mishap {
  return async ({ request, client, plan }) => {
    client.write(first);
    client.write(Buffer.concat([await plan(request), Buffer.from(last)]));
  };
}

async function trickle(...[{ request, client, plan }]: Parameters<Mishap>): Promise<void> {
  const answer = await plan(request);
  // Its head and its end byte by byte; what lies between in so many pieces that it takes no minute.
  const slow = headLength(answer) + 200;
  for (let at = 0; at < answer.length && !client.destroyed;) {
    const length = at < slow || at > answer.length - 200 ? 1 : 997;
    client.write(answer.subarray(at, at + length));
    at += length;
    await new Promise((soon) => setImmediate(soon));
  }
}

async function twiceAtOnce(...[{ request, client, plan }]: Parameters<Mishap>): Promise<void> {
  const [answer] = await Promise.all([plan(request), plan(request)]);
  client.write(answer);
}

async function onceMore(...[{ request, client, plan }]: Parameters<Mishap>): Promise<void> {
  client.write(await plan(request));
  await plan(request);
}

async function endedByHangingUp(...[{ request, client, plan }]: Parameters<Mishap>): Promise<void> {
  client.end(withHead(await plan(request), (head) => head.replace(/content-length: \d+/i, 'Connection: close')));
}

function hangUpAfter(way: 'end' | 'resetAndDestroy'): Mishap {
  return async (exchange) => {
    await passOn(exchange);
    setTimeout(() => exchange.client[way](), 1);
  };
}

function continueForEver(...[{ client }]: Parameters<Mishap>): void {
  const timer = setInterval(() => client.write('HTTP/1.1 100 Continue\r\n\r\n'), 20);
  client.on('close', () => clearInterval(timer));
}

async function loseAnswer(...[{ request, client, plan }]: Parameters<Mishap>): Promise<void> {
  await plan(request);
  client.destroy();
}
