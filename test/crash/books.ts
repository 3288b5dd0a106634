/** Compares what members were told with what lies in the store: nothing said that is not there, nothing there twice. */
import BetterSqlite from 'better-sqlite3';
import { layoutTexts } from '../../bot/channel.ts';
import type { Message } from '../../bot/store.ts';
import { messagesIn } from '../journeys/front-door.ts';
import type { WholeStore } from '../../server/storage/sqlite.ts';
import type { Carrier, Delivered } from './carrier.ts';
import { numbersIn } from './member.ts';

/** Each entry names a message, a conversation or a request by its id. All empty when all is well. */
export type Faults = {
  /** Promised, or begun, and not there. */
  readonly lost: string[];
  readonly doubled: string[];
  /** Said to a member, and not what is stored. */
  readonly toldNotStored: string[];
};

export async function compare(carrier: Carrier, store: WholeStore, file: string): Promise<Faults> {
  const faults: Faults = { lost: [], doubled: [], toldNotStored: [...carrier.wrong] };
  const said = new Map<string, readonly string[]>();
  for (const delivered of carrier.answered.values()) {
    said.set(delivered.id, await compareReply(delivered, store, faults));
  }
  const listed = (await store.referrals('the books')).map(({ number }) => number);
  compareNumbers(said, listed, faults);
  const sqlite = new BetterSqlite(file, { readonly: true });
  compareRows(sqlite, said, faults);
  sqlite.close();
  return faults;
}

/** What is stored for a message is what was said to it. Gives back the numbers that it tells. */
async function compareReply({ id, from, answer }: Delivered, store: WholeStore, faults: Faults): Promise<string[]> {
  const conversation = await store.conversation('sms', from);
  const stored = await store.repliesTo({ conversation: conversation.id, inbound: id });
  const texts = messagesIn(answer);
  if (!stored || stored.flatMap(textsOf).join('\n\n') !== texts.join('\n\n'))
    faults.toldNotStored.push(`reply to ${id}`);
  return [...numbersIn(texts.join('\n'))];
}

const textsOf = (message: Message): readonly string[] =>
  message.by === 'us' ? (layoutTexts(message.says, message.language, { medium: 'sms' }) ?? []) : [];

/** A number that was told is one stored request, filed by that message and no other. */
function compareNumbers(said: ReadonlyMap<string, readonly string[]>, listed: readonly string[], faults: Faults): void {
  const told = [...said].flatMap(([id, numbers]) => numbers.map((number) => ({ id, number })));
  for (const { id, number } of told) {
    if (!listed.includes(number)) faults.toldNotStored.push(`number told to ${id}`);
    if (told.some((other) => other.number === number && other.id !== id)) faults.doubled.push(`number told to ${id}`);
  }
  for (const [id, numbers] of said) if (numbers.length > 1) faults.doubled.push(`two numbers told to ${id}`);
  for (const number of listed) {
    // Every message was answered in the end, so somebody has been told of every request.
    if (!told.some((each) => each.number === number))
      faults.doubled.push(`request ${number}, which nobody was told of`);
  }
}

/** What must hold between the tables, whoever reads them. */
function compareRows(sqlite: BetterSqlite.Database, said: ReadonlyMap<string, unknown>, faults: Faults): void {
  const rows = (sql: string): string[] => sqlite.prepare<[], string>(sql).pluck().all();
  if (sqlite.pragma('integrity_check', { simple: true }) !== 'ok') faults.lost.push('the file is damaged');
  if ((sqlite.pragma('foreign_key_check') as unknown[]).length > 0) faults.lost.push('a row points to nothing');

  const inbound = rows(`SELECT inbound FROM message WHERE inbound IS NOT NULL ORDER BY inbound`);
  faults.doubled.push(...inbound.filter((id, place) => id === inbound[place - 1]).map((id) => `message ${id}`));
  faults.doubled.push(...inbound.filter((id) => !said.has(id)).map((id) => `message ${id}, which nobody sent`));
  faults.lost.push(...gaps.flatMap(rows));
  faults.lost.push(...unfinished.flatMap(rows));
  faults.doubled.push(...twice.flatMap(rows));
}

/** Messages are numbered without gaps; each turn has one of theirs and at least one of ours, and counts once. */
const gaps = [
  `SELECT 'numbers in ' || c.id FROM conversation c
   WHERE c.last_seq <> (SELECT COUNT(*) FROM message WHERE conversation = c.id)
      OR c.last_seq <> (SELECT COALESCE(MAX(seq), 0) FROM message WHERE conversation = c.id)`,
  `SELECT 'turns in ' || c.id FROM conversation c
   WHERE c.version <> (SELECT COUNT(DISTINCT turn) FROM message WHERE conversation = c.id)
      OR c.version <> (SELECT COUNT(inbound) FROM message WHERE conversation = c.id)`,
  `SELECT 'turn ' || turn || ' in ' || conversation FROM message GROUP BY conversation, turn
   HAVING COUNT(inbound) <> 1 OR COUNT(*) < 2`,
];

/** Every request has something asked for, is on its way once, and has come to the desk. */
const unfinished = [
  `SELECT 'request ' || number || ', which asks for nothing' FROM referral
   WHERE number NOT IN (SELECT number FROM request)`,
  `SELECT 'request ' || number || ', never sent' FROM referral
   WHERE number NOT IN (SELECT number FROM outbox WHERE kind = 'referral' AND state = 'done')`,
  `SELECT 'request ' || number || ', never received' FROM referral WHERE received_at IS NULL`,
  `SELECT 'request ' || number || ', not in the audit log' FROM referral
   WHERE number NOT IN (SELECT about FROM audit WHERE what = 'referral filed')`,
];

const twice = [
  `SELECT 'request ' || number || ', sent twice' FROM outbox WHERE kind = 'referral' GROUP BY number HAVING COUNT(*) > 1`,
  `SELECT 'request ' || about || ', audited twice' FROM audit WHERE what = 'referral filed'
   GROUP BY about HAVING COUNT(*) > 1`,
  // One turn files at most one request: the instant of a filing is that of its turn.
  `SELECT 'requests of one turn in ' || conversation FROM referral GROUP BY conversation, filed_at HAVING COUNT(*) > 1`,
];
