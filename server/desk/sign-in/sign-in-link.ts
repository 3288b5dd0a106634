/** One-time sign-in links, for a desk without single sign-on. */
import type { DeskStore } from '../desk-store.ts';
import { hash, randomToken, type Role, type Worker } from './session.ts';

export const linkMinutes = 15;

/** Makes a link that signs this person in once, within fifteen minutes. Only a hash of its token is stored. */
export async function mintSignInLink(
  store: Pick<DeskStore, 'addSignInLink'>,
  person: { readonly name: string; readonly role: Role },
  publicUrl: string,
  now: Date,
): Promise<string> {
  const token = randomToken();
  const until = new Date(now.getTime() + linkMinutes * 60_000).toISOString();
  await store.addSignInLink(hash(token), person.name, person.role, until);
  return new URL(`/desk/sign-in/link/${token}`, publicUrl).href;
}

/** The person whom a token signs in; null when it is unknown, used or too old. */
export async function redeemSignInLink(
  store: Pick<DeskStore, 'redeemSignInLink'>,
  token: string,
  now: Date,
): Promise<Worker | null> {
  const person = await store.redeemSignInLink(hash(token), now.toISOString());
  return person && { ...person, by: person.name };
}
