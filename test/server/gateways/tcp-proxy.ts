/** A network between us and a plan, byte for byte: what is said can be cut, held back, repeated, or come in another's place. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What comes through: a look at what is there, a referral, or something else. */
export type Kind = 'look' | 'referral' | 'token' | 'other';

/** One request, read whole; what comes back is up to what happens on the way. */
export type Exchange = {
  readonly kind: Kind;
  readonly request: Buffer;
  readonly client: Socket;
  /** Says these bytes to the plan on a connection of their own, and gives back all that it answers. */
  readonly plan: (bytes: Buffer) => Promise<Buffer>;
  /** Says these bytes to the plan and hangs up. */
  readonly cutToPlan: (bytes: Buffer) => Promise<void>;
};
export type Mishap = (exchange: Exchange) => unknown;

export type Proxy = {
  readonly port: number;
  readonly count: (kind: Kind) => number;
  /** Connections that were made to us so far. */
  readonly connections: () => number;
  /** Happens to each of the next of a kind, in turn. */
  readonly next: (kind: Kind, ...mishaps: Mishap[]) => void;
  /** Happens to a connection before it has said anything, in turn; null: nothing. */
  readonly nextConnection: (...mishaps: ((client: Socket) => unknown)[]) => void;
  readonly clear: () => void;
  readonly close: () => Promise<void>;
};

export async function openProxy(toPort: number): Promise<Proxy> {
  const came: Kind[] = [];
  let queues = noMishaps();
  let greetings: ((client: Socket) => unknown)[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;

  const kept = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    return socket.setNoDelay(true);
  };
  const toPlan = async (): Promise<Socket> => {
    const socket = kept(connect(toPort, '127.0.0.1'));
    await once(socket, 'connect');
    return socket;
  };
  const plan = async (bytes: Buffer): Promise<Buffer> => {
    const socket = await toPlan();
    socket.write(bytes);
    let answer = Buffer.alloc(0);
    for await (const chunk of socket) {
      answer = Buffer.concat([answer, chunk as Buffer]);
      if (lengthOf(answer) <= answer.length) break;
    }
    socket.destroy();
    return answer;
  };
  const cutToPlan = async (bytes: Buffer): Promise<void> => {
    const socket = await toPlan();
    await new Promise<void>((written) => socket.write(bytes, () => written()));
    await sleep(20);
    socket.destroy();
  };

  const server = createServer((socket) => {
    connections += 1;
    const client = kept(socket);
    const greeting = greetings.shift();
    if (greeting) return void greeting(client);
    let heard = Buffer.alloc(0);
    client.on('data', (chunk) => {
      heard = Buffer.concat([heard, chunk]);
      const length = lengthOf(heard);
      if (length > heard.length) return;
      const request = heard.subarray(0, length);
      heard = heard.subarray(length);
      const kind = kindOf(request.toString('latin1'));
      came.push(kind);
      const mishap = queues[kind].shift() ?? passOn;
      void Promise.resolve(mishap({ kind, request, client, plan, cutToPlan })).catch(() => client.destroy());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    count: (kind) => came.filter((one) => one === kind).length,
    connections: () => connections,
    next: (kind, ...mishaps) => void queues[kind].push(...mishaps),
    nextConnection: (...mishaps) => void greetings.push(...mishaps),
    clear: () => {
      queues = noMishaps();
      greetings = [];
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const noMishaps = (): Record<Kind, Mishap[]> => ({ look: [], referral: [], token: [], other: [] });

/** How many bytes the message has that begins here; more than any as long as that is not known. */
function lengthOf(bytes: Buffer): number {
  const body = headLength(bytes);
  if (body === 0) return Infinity;
  const head = bytes.toString('latin1', 0, body);
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
  if (length !== undefined) return body + Number(length);
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) return body;
  const end = bytes.indexOf('\r\n0\r\n\r\n', body - 2);
  return end < 0 ? Infinity : end + 7;
}

/** Where the body begins; 0 where the head has not ended. */
export function headLength(bytes: Buffer): number {
  const end = bytes.indexOf('\r\n\r\n');
  return end < 0 ? 0 : end + 4;
}

function kindOf(text: string): Kind {
  if (text.includes('client_assertion')) return 'token';
  if (text.includes('"type":"batch"')) return 'look';
  return text.includes('"type":"transaction"') ? 'referral' : 'other';
}

export const passOn: Mishap = async ({ request, client, plan }) => {
  client.write(await plan(request));
};

export const bodyOf = (message: Buffer): Buffer => message.subarray(headLength(message));
