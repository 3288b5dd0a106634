/** Who is signed in at the desk: kept on the server, for eight hours, and gone when the process stops. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

export const Role = z.enum(['reader', 'worker', 'admin']);
export type Role = z.infer<typeof Role>;

/** A person of the plan's staff; `by` is how the audit log and the history name them. */
export type Worker = { readonly name: string; readonly by: string; readonly role: Role };

/** One sign-in. `csrf` must come back with every form. */
export type Session = Worker & { readonly csrf: string; readonly until: number };

export type Sessions = {
  /** Begins a session and gives the token for its cookie; only a hash of it is kept. */
  begin(worker: Worker, now: Date): string;
  find(token: string | undefined, now: Date): Session | null;
  end(token: string): void;
};

export const sessionHours = 8;

export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();
  return {
    begin(worker, now) {
      for (const [key, { until }] of sessions) if (until <= now.getTime()) sessions.delete(key);
      const token = randomToken();
      sessions.set(hash(token), { ...worker, csrf: randomToken(), until: now.getTime() + sessionHours * 3_600_000 });
      return token;
    },
    find(token, now) {
      const session = token === undefined ? undefined : sessions.get(hash(token));
      return session && session.until > now.getTime() ? session : null;
    },
    end(token) {
      sessions.delete(hash(token));
    },
  };
}

/** 256 random bits, fit for an address or a cookie. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. */
export function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether two texts are equal, in a time that tells nothing of where they differ. */
export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hash(one)), Buffer.from(hash(other)));
}

/** Whether this role may change anything. */
export function mayWrite(role: Role): boolean {
  return role !== 'reader';
}
