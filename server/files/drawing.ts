/**
 * Has forms drawn in a thread of their own, so that no member's turn waits for one. The thread is started by the first
 * form, draws one at a time, and ends when there was nothing to draw for a while. Decision 0015.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Form } from '../../referral/forms.ts';
import { uncommonIn } from './texts.ts';

/** What the thread is asked, and what it answers. */
export type Asked = { readonly what: 'pdf' | 'signs'; readonly form: Form };
export type Told = { readonly done: Uint8Array | readonly string[] } | { readonly error: unknown };

export type Drawing = {
  /** The form as a PDF. Rejects where the fonts cannot be read, and where the thread ended over this form. */
  readonly pdf: (form: Form) => Promise<Buffer>;
  /** The signs on a form that no font here has; they are shown by their code points, as these. */
  readonly signsWithoutFont: (form: Form) => Promise<readonly string[]>;
};

export type DrawingSettings = {
  readonly start: () => Worker;
  /** How long a thread lives with nothing to do. */
  readonly idleMs: number;
  /** How long one form may take; then its thread is ended. */
  readonly mostMs: number;
};

/** One thread, whoever asks. What ends a thread is an error of the one form that it drew; the next has a new one. */
export function drawingBy({ start, idleMs, mostMs }: DrawingSettings): Drawing {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const thread = (): Worker => {
    const started = start();
    // Also where it ends while nobody waits: an error that nobody listens to would end the process.
    started.on('error', () => leave(started)).once('exit', () => leave(started));
    return started;
  };
  const leave = (left: Worker): void => {
    void left.terminate();
    if (worker === left) worker = undefined;
  };
  const work = async (asked: Asked): Promise<Uint8Array | readonly string[]> => {
    clearTimeout(idle);
    const mine = (worker ??= thread());
    mine.ref();
    try {
      return await answerOf(mine, asked, mostMs);
    } finally {
      // A thread that waits keeps no process from ending.
      mine.unref();
      idle = setTimeout(leave, idleMs, mine).unref();
    }
  };
  const inTurn = (asked: Asked): ReturnType<typeof work> => {
    const mine = last.then(() => work(asked));
    last = mine.catch(() => undefined);
    return mine;
  };

  return {
    pdf: async (form) => Buffer.from((await inTurn({ what: 'pdf', form })) as Uint8Array),
    signsWithoutFont: async (form) =>
      uncommonIn(form).length === 0 ? [] : ((await inTurn({ what: 'signs', form })) as readonly string[]),
  };
}

function answerOf(worker: Worker, asked: Asked, mostMs: number): Promise<Uint8Array | readonly string[]> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => void worker.terminate(), mostMs);
    const settle = (told: Told): void => {
      clearTimeout(late);
      worker.off('message', settle).off('error', failed).off('exit', ended);
      if ('done' in told) resolve(told.done);
      else reject(told.error instanceof Error ? told.error : new Error('a form was not drawn'));
    };
    const failed = (error: Error): void => settle({ error });
    const ended = (): void => settle({ error: new Error('the thread that draws ended') });
    worker.on('message', settle).on('error', failed).on('exit', ended);
    worker.postMessage(asked);
  });
}

/** Where `npm start` put what it joined; not there where the sources run as they stand. */
declare const joinedFolder: string | undefined;

function startThread(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: 512 };
  if (typeof joinedFolder === 'string')
    return new Worker(path.join(joinedFolder, 'files/drawing-thread.mjs'), { execArgv: [], resourceLimits });
  // A thread does not have the loader of the one that starts it.
  const [loader, thread] = [import.meta.resolve('tsx/esm/api'), new URL('./drawing-thread.ts', import.meta.url).href];
  const code = `import('${loader}').then(({ register }) => { register(); return import('${thread}'); })`;
  return new Worker(code, { eval: true, execArgv: [], resourceLimits });
}

/** The thread of this process. */
export const drawing: Drawing = drawingBy({ start: startThread, idleMs: 60_000, mostMs: 30_000 });
