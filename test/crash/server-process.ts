/** The real server, started as an operator starts it, in a process that can be ended as a power cut ends it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { publicUrl } from './carrier.ts';

/** This project. */
export const root = path.resolve(import.meta.dirname, '../..');

export type ServerProcess = {
  readonly url: string;
  /** Ends it between two instructions: nothing of it runs after. */
  kill(): Promise<void>;
  /** Ends it as an operator does. */
  stop(): Promise<void>;
  /** What it wrote down as a failure. */
  readonly failures: readonly string[];
};

export type Places = {
  readonly dataDir: string;
  readonly keyFile: string;
  /** Where the sources are, if not here. */
  readonly sources?: string;
};

/** Resolves when it says where it listens; rejects when it ends before. */
export async function startServerProcess({ dataDir, keyFile, sources = root }: Places): Promise<ServerProcess> {
  const server = spawn(process.execPath, startArguments(sources), {
    cwd: sources,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      PLAN: 'iehp',
      LOG_LEVEL: 'error',
      DATA_DIR: dataDir,
      KEY_FILE: keyFile,
      PUBLIC_URL: publicUrl,
      TWILIO_ACCOUNT_SID: 'AC123',
      TWILIO_AUTH_TOKEN: 'secret',
      TWILIO_FROM: '+15555550100',
    },
  });
  const failures: string[] = [];
  server.stderr.setEncoding('utf8').on('data', (chunk: string) => failures.push(chunk));
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const end = (signal: NodeJS.Signals): Promise<void> => {
    server.kill(signal);
    return ended;
  };
  const url = new Promise<string>((resolve) => {
    let told = '';
    server.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      failures.push(...chunk.split('\n').filter((line) => line.startsWith('{')));
      told += told.includes('  data ') ? '' : chunk;
      const [, address] = /^ {2}chat {2}(\S+)\/$/m.exec(told) ?? [];
      if (address) resolve(address);
    });
  });
  const found = await Promise.race([url, ended]);
  if (!found) throw new Error(`the server did not start: ${failures.join('')}`);
  return { url: found, failures, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

/** What `npm start` gives to node: the server itself is started, and not npm, so that the server itself can be ended. */
function startArguments(sources: string): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(sources, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  const [node, ...given] = scripts.start.split(' ');
  if (node !== 'node') throw new Error(`npm start is "${scripts.start}", which this cannot start without npm`);
  return given;
}
