/** A search in an address: sealed, so that no name stands there, and of use in one session alone. */
import { z } from 'zod';
import type { Sealer } from '../seal.ts';
import { Search } from './search.ts';
import type { Session } from '../sign-in/session.ts';

const Sealed = z.strictObject({ session: z.string(), search: Search });

export function sealSearch(sealer: Sealer, { csrf }: Session, search: Search): string {
  return sealer.seal(JSON.stringify({ session: csrf, search }));
}

/** Null for whatever was not sealed in this session. */
export function openSearch(sealer: Sealer, { csrf }: Session, sealed: unknown): Search | null {
  const text = typeof sealed === 'string' ? sealer.open(sealed) : null;
  if (text === null) return null;
  const read = Sealed.safeParse(JSON.parse(text));
  return read.success && read.data.session === csrf ? read.data.search : null;
}
