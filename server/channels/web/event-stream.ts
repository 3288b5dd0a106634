/** The stream on which an open page hears what is said later: server-sent events, resumed by `Last-Event-ID`. */
import type { Request, Response } from 'express';
import type { Html } from './html.ts';
import { entries } from './transcript.ts';
import type { News, Since } from './news.ts';
import type { Voice } from './voice.ts';

export type Stream = {
  readonly key: string;
  readonly voice: Voice;
  readonly news: News;
  readonly since: Since;
  /** The foot of the page as it is now: what we began may have ended with a question. */
  readonly foot: () => Promise<Html>;
  /** False once the visit is revoked or locked: the page is then told to hide the talk. */
  readonly isOpen: () => Promise<boolean>;
  /** How often that is asked, and the line kept warm, in milliseconds. */
  readonly beat: number;
};

/** Tells a page that its visit is over, or locked. */
export const gone = 'event: gone\ndata: gone\n\n';

export function openStream(req: Request, res: Response, stream: Stream): void {
  res.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
  res.write('retry: 5000\n\n');
  const watcher = { key: stream.key, seq: lastSeen(req), tell };
  const stop = stream.news.watch(watcher);
  const beat = setInterval(() => void keepWarm(), stream.beat);
  res.on('close', () => {
    stop();
    clearInterval(beat);
  });

  async function tell(): Promise<void> {
    const all = await stream.since(stream.key, 0);
    const last = all.at(-1);
    const fresh = entries(all, stream.voice, watcher.seq).map(String).join('');
    if (!last) return;
    res.write(`id: ${String(last.seq)}\n${asData(fresh)}\n\n`);
    // A page that keeps its old foot is shown the question that waits with its next answer.
    const foot = await stream.foot().catch(() => null);
    if (foot) res.write(`event: asking\n${asData(String(foot))}\n\n`);
  }

  async function keepWarm(): Promise<void> {
    // When storage does not answer, the page is not hidden for that: the next beat asks again.
    const open = await stream.isOpen().catch(() => true);
    if (open) res.write(': here\n\n');
    else res.end(gone);
  }
}

function lastSeen(req: Request): number {
  const given = Number(req.get('last-event-id') ?? req.query['after']);
  return Number.isSafeInteger(given) && given >= 0 ? given : 0;
}

const asData = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}`)
    .join('\n');
