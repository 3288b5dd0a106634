/** Referrals as filed. */
import { z } from 'zod';
import type { Talk } from '../../bot/store.ts';
import { Referral } from '../../referral/referral.ts';
import { keepListed } from './listed.ts';
import { BodyOnDisk, type TalkOnDisk } from './rows.ts';
import { referralSql } from './sql.ts';
import { presumeTexting } from './texting.ts';
import type { Tools } from './vault.ts';

/** Stores a referral with its requests, each of them pending. Throws when the number is taken. */
export function file(tools: Tools, filed: Referral, conversation: string, at: string): void {
  const { database, vault } = tools;
  // What the desk could not read again must not be confirmed to a member.
  const referral = Referral.parse(filed);
  const { number, person, contact, filer } = referral;
  database.run(referralSql.add, [
    number,
    proofOf(tools, number, person.birthDate),
    conversation,
    referral.language,
    referral.filedOn,
    at,
    referral.asksForFast,
    filer.kind === 'helper',
    contact.confidential,
    contact.doNotContact,
    vault.seal(referral, 'referral.body', number),
    personIndex(tools, person),
  ]);
  for (const [place, { programme }] of referral.requests.entries()) {
    database.run(referralSql.addRequest, [number, programme, place]);
  }
  keepListed(tools, referral);
  // A phone that somebody else typed has to say yes itself.
  if (filer.kind === 'self' && referral.consents.textMe && contact.phone) presumeTexting(tools, contact.phone, at);
}

/** Takes the member's own yes for their helper; the first one stays. */
export function confirmHelper({ database }: Tools, number: string, conversation: string): void {
  database.run(referralSql.confirm, [number, conversation]);
}

/** Marks a referral received; the first instant stays. False: no such referral. */
export function receive({ database }: Tools, number: string, at: string): boolean {
  return database.run(referralSql.receive, [number, at]) === 1;
}

/** A referral as it was filed. */
export function filed({ database, vault }: Tools, number: string): Referral | null {
  const row = database.one(referralSql.body, [number], BodyOnDisk);
  return row ? vault.open(row.body_sealed, Referral, 'referral.body', number) : null;
}

export function asTalk({ vault }: Tools, { id, channel, key_sealed: sealed }: TalkOnDisk): Talk {
  return { conversation: id, channel, key: vault.open(sealed, z.string(), 'conversation.key', id) };
}

/** A person by name and birth date, however the name is spaced and written in capitals. */
export function personIndex({ vault }: Tools, { name, birthDate }: Referral['person']): string {
  const plain = name.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean).join(' ');
  return vault.index('lane', birthDate, plain);
}

/** By this alone a status is found: number and birth date, as one. */
export function proofOf({ vault }: Tools, number: string, birthDate: string): string {
  return vault.index('proof', number, birthDate);
}
