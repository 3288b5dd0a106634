/** What waits to go out, and what became of it. */
import { z } from 'zod';
import { longestWait } from '../../referral/back-off.ts';
import type { Claimed, OutboxItem, OutboxStore } from '../../referral/outbox-store.ts';
import type { UndeliveredStore } from '../desk/desk-store.ts';
import { addAudit } from './audit.ts';
import { instant, type Bindable } from './bind.ts';
import { plainPhone } from './phone.ts';
import { filed, personIndex, receive } from './referrals.ts';
import { followUpOf } from './follow-ups.ts';
import { held } from './held.ts';
import { ClaimOnDisk, OutboxBody, ReferralOnDisk, StuckOnDisk } from './rows.ts';
import { outboxSql, referralSql } from './sql.ts';
import { mayText, setTexting } from './texting.ts';
import type { Tools } from './vault.ts';

/** After so many tries in vain (about a minute) the desk sees what still waits. */
const oftenTried = 5;

/** Nothing is put off for longer by itself, nor asked to be. */
const farthest = 2 * longestWait;

const tooFar = (at: string): string => new Date(Date.parse(at) + farthest).toISOString();

/** Inside a write, so that what must go out is stored with its cause. Throws when the id is taken. */
export function putInOutbox(tools: Tools, item: OutboxItem, conversation: string, at: string): void {
  tools.database.run(outboxSql.add, rowOf(tools, item, conversation, at));
}

/** Inside a write. False: it was put there before, and may long have been done. */
export function putOnce(tools: Tools, item: OutboxItem, conversation: string, at: string): boolean {
  return tools.database.run(outboxSql.addOnce, rowOf(tools, item, conversation, at)) === 1;
}

function rowOf(tools: Tools, item: OutboxItem, conversation: string, at: string): readonly Bindable[] {
  return [
    item.id,
    item.kind,
    laneOf(tools, item, conversation),
    'number' in item ? item.number : null,
    tools.vault.seal(item, 'outbox.body', item.id),
    at,
    item.kind === 'text' && item.notBefore !== null ? instant(item.notBefore) : at,
  ];
}

/** Items of one lane go out in order. Kinds have lanes of their own: no referral waits for quiet hours to end. */
function laneOf(tools: Tools, item: OutboxItem, conversation: string): string {
  switch (item.kind) {
    case 'text':
      return `text:${tools.vault.index('phone', plainPhone(item.phone))}`;
    case 'referral':
      return `referral:${personOf(tools, item.number) ?? conversation}`;
    case 'followUp':
      return `referral:${keptPersonOf(tools, item.number) ?? conversation}`;
    case 'news':
      return `news:${conversation}`;
  }
}

/** One member's go in order wherever they were filed; those whom one helper files for do not wait for each other. */
function personOf(tools: Tools, number: string): string | undefined {
  const person = filed(tools, number)?.person;
  return person && personIndex(tools, person);
}

/** The same, without opening the referral: one that is damaged must not cost a member their turn. */
function keptPersonOf({ database }: Tools, number: string): string | null | undefined {
  return database.one(referralSql.byNumber, [number], ReferralOnDisk)?.person_index;
}

export function outbox(tools: Tools): OutboxStore & UndeliveredStore {
  const { database, now } = tools;
  return {
    claim: (at, leaseUntil, most) =>
      database.write(() =>
        database
          .all(outboxSql.claim, [instant(at), instant(leaseUntil), most, tooFar(at), oftenTried], ClaimOnDisk)
          .flatMap((row) => asClaimed(tools, row, leaseUntil)),
      ),

    settle: ({ item, attempt }, sent, at) =>
      database.write(() => {
        switch (sent.kind) {
          case 'done':
            database.run(outboxSql.done, [item.id]);
            if (item.kind === 'referral') receive(tools, item.number, instant(at));
            return;
          case 'again':
            return void database.run(outboxSql.again, [
              item.id,
              attempt,
              instant(sent.notBefore),
              sent.reason ?? null,
              sealedAnswer(tools, item, sent.answer),
            ]);
          case 'refused':
            if (
              database.run(outboxSql.refuse, [
                item.id,
                attempt,
                sent.reason,
                sealedAnswer(tools, item, sent.answer),
              ]) === 1
            )
              held(tools, item, instant(at));
            return;
        }
      }),

    filed: (number) => database.read(() => filed(tools, number)),
    followUp: (item) => database.read(() => followUpOf(tools, item)),
    mayText: (phone) => database.read(() => mayText(tools, phone)),
    stopTexts: (phone, at) => database.write(() => setTexting(tools, { phone, allowed: false }, instant(at))),

    undelivered: (by) =>
      database.write(() => {
        addAudit(tools, { at: now(), who: by, what: 'undelivered.listed', about: '' });
        return database
          .all(outboxSql.stuck, [oftenTried], StuckOnDisk)
          .map(({ attempt, added_at: since, answer_sealed: answer, ...row }) => ({
            ...row,
            attempts: attempt,
            since,
            answer: answer === null ? null : openedAnswer(tools, row.id, answer),
          }));
      }),

    sendAgain: (id, by) =>
      database.write(() => {
        const isQueued = database.run(outboxSql.requeue, [id, now()]) === 1;
        // What is no id of ours could say anything.
        addAudit(tools, { at: now(), who: by, what: 'undelivered.sentAgain', about: isQueued ? id : '' });
        return isQueued;
      }),
  };
}

/** What the other side said may name a member: it is sealed like what we sent. */
function sealedAnswer({ vault }: Tools, { id }: OutboxItem, answer: string | undefined): string | null {
  return answer === undefined ? null : vault.seal(answer, 'outbox.answer', id);
}

/** One answer that was damaged must not hide from the desk what waits. */
function openedAnswer({ vault }: Tools, id: string, sealed: string): string | null {
  try {
    return vault.open(sealed, z.string(), 'outbox.answer', id);
  } catch {
    return null;
  }
}

/** One item that was damaged must not hold up all others: it is left to the desk. A referral needs its number alone. */
function asClaimed({ database, vault }: Tools, row: ClaimOnDisk, leaseUntil: string): readonly Claimed[] {
  const { id, kind, number, attempt, asked_again: again, body_sealed: sealed } = row;
  if (kind === 'referral' && number !== null) {
    return [{ item: { kind, id, number, ...(again === 0 ? {} : { again }) }, attempt, leaseUntil }];
  }
  try {
    const item = vault.open(sealed, OutboxBody, 'outbox.body', id);
    const asked = item.kind === 'followUp' && again > 0 ? { ...item, again } : item;
    return [{ item: asked, attempt, leaseUntil }];
  } catch {
    database.run(outboxSql.refuse, [id, attempt, 'unreadable', null]);
    return [];
  }
}
