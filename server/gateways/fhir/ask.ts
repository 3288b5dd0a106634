/** One request to the plan's systems: never longer than it may, never more than we can hold, never to another host. */
import { request as overHttp, type IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { NotYet } from '../../../referral/plan-gateway.ts';

/** What came back, whatever its status. */
export type Answer = {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Headers;
  /** Cut at `mostBytes`; what was longer does not parse. */
  readonly body: string;
  /** What let us in with this question, if anything did. */
  readonly secret?: string | null;
};

export type Question = {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What lets us in with it: kept beside the answer, which may quote it. */
  readonly secret: string | null;
};

/** Far more than any answer to one referral, also from a server that sends everything back. */
export const mostBytes = 2_000_000;

/**
 * Asks, and reads the answer to its end, within so many milliseconds for all of it. Redirects are answers like any
 * other. Never rejects: an error of the network may quote what was sent, and so goes no further than here.
 */
export async function ask(url: string, question: Question, milliseconds: number): Promise<Answer | NotYet> {
  if (milliseconds <= 0) return { kind: 'notYet', trouble: 'timeout' };
  const signal = AbortSignal.timeout(Math.ceil(milliseconds));
  try {
    const response = await open(url, question, signal);
    const body = await readTo(mostBytes, response);
    const { statusCode: status = 0 } = response;
    return { kind: 'answer', status, headers: headersOf(response), body, secret: question.secret };
  } catch (error) {
    return { kind: 'notYet', trouble: signal.aborted || isSlowConnection(error) ? 'timeout' : 'unreachable' };
  }
}

/**
 * By Node's own client and not by `fetch`, which hangs up on whoever says "100 Continue" unasked: some servers and
 * proxies do that to each request with a body. A connection is used once: on one that was kept, an answer to what was
 * asked before could be taken for ours, and the plan may hang up just as we ask.
 */
function open(url: string, { method, headers, body }: Question, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const isSecure = new URL(url).protocol === 'https:';
    const options = {
      method,
      headers: { 'accept-encoding': 'gzip, deflate, br', ...headers },
      agent: false,
      signal,
      // Whatever the environment of the process says.
      ...(isSecure ? { rejectUnauthorized: true } : {}),
    };
    const asked = (isSecure ? overHttps : overHttp)(url, options, resolve);
    asked.on('error', reject);
    // One who changes the protocol ends it without an error; after an answer this changes nothing.
    asked.on('close', () => reject(new Error('hung up')));
    asked.end(body);
  });
}

/** The first bytes as text. What follows them is not waited for: an answer may have no end, or be packed to have none. */
async function readTo(most: number, response: IncomingMessage): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of unpacked(response) as AsyncIterable<Uint8Array>) {
      pieces.push(piece);
      length += piece.byteLength;
      if (length > most) break;
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(pieces).subarray(0, most).toString('utf8');
}

/** What is broken on the way breaks what is unpacked, too. */
function unpacked(response: IncomingMessage): Readable {
  const unpack = unpackers[response.headers['content-encoding']?.trim().toLowerCase() ?? '']?.();
  if (!unpack) return response;
  response.on('error', (error) => unpack.destroy(error));
  unpack.on('error', () => undefined);
  return response.pipe(unpack);
}

const unpackers: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return headers;
}

/** The network gives up a connection that does not come about on its own clock, before ours has run out. */
function isSlowConnection(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ETIMEDOUT';
}
