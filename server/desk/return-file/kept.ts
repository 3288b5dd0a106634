/** Return files that were checked and wait to be confirmed: kept in memory for a while, without a word of the file. */
import type { CheckedRow } from '../../../referral/return-file.ts';
import { randomToken, type Session } from '../sign-in/session.ts';

/** A checked file, or what became of it. */
export type Kept = {
  readonly state: 'preview' | 'result';
  readonly rows: readonly CheckedRow[];
  readonly ignored: number;
  /** Names the file in the audit log: a hash of its bytes. */
  readonly fingerprint: string;
};

export type KeptFiles = {
  /** Keeps it for this session alone, and gives the name under which it is found. */
  keep(kept: Kept, session: Session, now: Date): string;
  find(id: string, session: Session, now: Date): Kept | null;
  /** Takes a preview away, so that it is recorded once. */
  take(id: string, session: Session, now: Date): Kept | null;
  /** What became of it, under the name of its preview. */
  put(id: string, kept: Kept, session: Session, now: Date): void;
};

const keptMinutes = 30;
/** Of all who are signed in; the oldest goes first. */
const mostKept = 20;

export function createKeptFiles(): KeptFiles {
  const files = new Map<string, { readonly kept: Kept; readonly owner: string; readonly until: number }>();
  const find = (id: string, { csrf }: Session, now: Date): Kept | null => {
    const found = files.get(id);
    return found && found.owner === csrf && found.until > now.getTime() ? found.kept : null;
  };
  const put = (id: string, kept: Kept, { csrf }: Session, now: Date): void => {
    files.delete(id);
    for (const [old, { until }] of files) if (until <= now.getTime() || files.size >= mostKept) files.delete(old);
    files.set(id, { kept, owner: csrf, until: now.getTime() + keptMinutes * 60_000 });
  };
  return {
    keep(kept, session, now) {
      const id = randomToken();
      put(id, kept, session, now);
      return id;
    },
    find,
    take(id, session, now) {
      const kept = find(id, session, now);
      if (kept?.state !== 'preview') return null;
      files.delete(id);
      return kept;
    },
    put,
  };
}
