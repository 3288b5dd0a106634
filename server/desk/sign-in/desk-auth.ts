/** How people sign in to the desk: the plan's single sign-on, or printed links on this machine alone. */
import type { Config } from '../../config.ts';
import { isLoopback } from '../../loopback.ts';
import { createOidc, type Oidc } from './oidc.ts';

/** `publicUrl` is where a browser finds the server, without a path. */
export type DeskAuth = { readonly publicUrl: string } & (
  { readonly kind: 'link' } | { readonly kind: 'oidc'; readonly oidc: Oidc }
);

/** Chooses the way to sign in. Throws where the desk would stand open to a network without single sign-on. */
export function deskAuth(config: Pick<Config, 'host' | 'port' | 'publicUrl' | 'oidc'>): DeskAuth {
  const publicUrl = deskUrl(config);
  if (config.oidc) return { kind: 'oidc', publicUrl, oidc: createOidc(config.oidc, publicUrl) };
  if (!isLoopback(config.host)) throw new Error('the desk needs OIDC_ISSUER where HOST is open to others');
  return { kind: 'link', publicUrl };
}

/** Where staff open the desk: printed links exist only on this machine, so they name it and nothing public. */
export function deskUrl({ port, publicUrl, oidc }: Pick<Config, 'port' | 'publicUrl' | 'oidc'>): string {
  return oidc && publicUrl !== null ? publicUrl : `http://localhost:${port}`;
}
