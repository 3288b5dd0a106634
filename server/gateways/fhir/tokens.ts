/** Access tokens by SMART Backend Services: asked for once however many need one, kept until shortly before the end. */
import type { FhirSettings } from '../../../referral/gateway-settings.ts';
import type { NotYet } from '../../../referral/plan-gateway.ts';
import { askForToken, type Given, type TokenParts } from './token-request.ts';

/** `isNew`: given for this very wish, so that another would be no better. */
export type Token = { readonly kind: 'token'; readonly token: string; readonly isNew: boolean };

export type Tokens = {
  /** A token, or why there is none. */
  get(): Promise<Token | NotYet>;
  /** This one was not taken: the next wish gets another. */
  drop(token: string): void;
};

export function tokenKeeper(settings: FhirSettings, parts: TokenParts): Tokens {
  let kept: Given | undefined;
  let asking: Promise<Given | NotYet> | undefined;

  async function askOnce(): Promise<Given | NotYet> {
    try {
      const asked = await askForToken(settings, parts);
      kept = asked.kind === 'given' ? asked : undefined;
      return asked;
    } finally {
      asking = undefined;
    }
  }

  return {
    async get() {
      if (kept && parts.now().getTime() < kept.until) return { kind: 'token', token: kept.token, isNew: false };
      const asked = await (asking ??= askOnce());
      return asked.kind === 'given' ? { kind: 'token', token: asked.token, isNew: true } : asked;
    },
    drop(token) {
      if (kept?.token === token) kept = undefined;
    },
  };
}
