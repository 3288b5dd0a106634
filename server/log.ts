/**
 * What is written down while we run: names of events, ids and durations. Never a member's words, name, number or
 * answer, and never an address that carries an id.
 */
import { randomUUID } from 'node:crypto';
import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Writes JSON lines to standard output, or to `to`. What could hold a member's words is cut, should it slip in. */
export function createLog(level: string, to?: { write(line: string): void }): Log {
  const options = {
    level,
    base: undefined,
    redact: {
      paths: ['text', 'body', 'name', 'phone', 'token', 'url', '*.text', '*.body', '*.name', '*.phone', '*.url'],
      censor: '[cut]',
    },
    serializers: { err: describeError },
  };
  return to ? pino(options, to) : pino(options);
}

/**
 * Writes one failure down and returns the id under which it can be found; the id is all that anybody else is shown.
 */
export function logFailure(log: Log, error: unknown, event: string): string {
  const id = randomUUID();
  log.error({ id, failure: describeError(error) }, event);
  return id;
}

/** Kind, code and place of an error. Not its message: that may quote what a member wrote. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  return { kind: error.constructor.name, code, at: stackOf(error) };
}

const stackOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12)
    .map((line) => line.trim());
