/** What the web page needs kept of a visit. */

/** A visit to the page: the token's hash stands for the cookie, which is never stored. */
export type WebSession = {
  readonly conversationKey: string;
  readonly createdAt: string;
  /** After this instant the page asks for one known fact before it shows the talk again. */
  readonly idleUntil: string;
};

/** Instants are ISO 8601. */
export interface WebSessions {
  createSession(tokenHash: string, conversationKey: string, now: string, idleUntil: string): Promise<void>;
  /** Also one that has been idle too long: whether it is locked is for the page to judge. Null: unknown or revoked. */
  findSession(tokenHash: string): Promise<WebSession | null>;
  /** Moves the idle lock. False: unknown or revoked. */
  touchSession(tokenHash: string, idleUntil: string): Promise<boolean>;
  /** Forgets the session, so that nothing on this device leads back to the talk. */
  revokeSession(tokenHash: string): Promise<void>;
}
