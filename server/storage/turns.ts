/** Conversations and their turns. */
import { z } from 'zod';
import type { Committed, ConversationRow, Message, Store, Unit } from '../../bot/store.ts';
import { State } from '../../dialogs/state.ts';
import type { ChannelName } from '../../dialogs/world.ts';
import { instant } from './bind.ts';
import { addAudit } from './audit.ts';
import { putComplaint } from './complaints.ts';
import { tellPlan } from './follow-ups.ts';
import { recordMemberSaid } from './member-said.ts';
import { putInOutbox } from './outbox.ts';
import { plainPhone } from './phone.ts';
import { asTalk, confirmHelper, file } from './referrals.ts';
import { ConversationOnDisk, MessageBody, MessageOnDisk, TalkOnDisk } from './rows.ts';
import { conversationSql, messageSql, referralSql, taskSql } from './sql.ts';
import { mayBeDone, recordEvent } from './request-events.ts';
import { raiseAlert, wantCallBack } from './tasks.ts';
import { setTexting } from './texting.ts';
import { ownPhone, typedPhone } from './typed-phone.ts';
import type { Tools } from './vault.ts';

type Turns = Pick<Store, 'conversation' | 'repliesTo' | 'commit' | 'messagesSince' | 'talksAbout' | 'typedPhone'>;

export function turns(tools: Tools): Turns {
  const { database, vault } = tools;
  return {
    conversation: async (channel, key) => {
      const index = vault.index('talk', channel, key);
      const found = find(tools, index) ?? (await database.write(() => begin(tools, channel, key, index)));
      return asConversation(tools, found);
    },
    repliesTo: ({ conversation, inbound }) => database.read(() => replies(tools, conversation, inbound)),
    commit: (unit) => database.write(() => commit(tools, unit)),
    messagesSince: (conversation, seq) =>
      database.read(() =>
        database
          .all(messageSql.since, [conversation, seq], MessageOnDisk)
          .map((row) => asMessage(tools, conversation, row)),
      ),
    talksAbout: (number) =>
      database.read(() => database.all(conversationSql.about, [number], TalkOnDisk).map((row) => asTalk(tools, row))),
    typedPhone: (number) => database.read(() => typedPhone(tools, number)),
  };
}

function find({ database }: Tools, index: string): ConversationOnDisk | undefined {
  return database.one(conversationSql.find, [index], ConversationOnDisk);
}

function begin(tools: Tools, channel: ChannelName, key: string, index: string): ConversationOnDisk {
  const id = tools.mint();
  const sealed = tools.vault.seal(key, 'conversation.key', id);
  tools.database.run(conversationSql.begin, [id, channel, index, sealed]);
  const begun = find(tools, index);
  if (!begun) throw new Error('A conversation could not be begun.');
  return begun;
}

function asConversation({ vault }: Tools, { id, version, state_sealed: sealed }: ConversationOnDisk): ConversationRow {
  return { id, version, state: sealed === null ? null : vault.open(sealed, State, 'conversation.state', id, version) };
}

/** All of one turn. Runs inside a savepoint: what throws here leaves nothing behind. */
function commit(tools: Tools, unit: Unit): Committed {
  const { database, vault } = tools;
  const { conversation, inbound, expectedVersion } = unit;
  const before = inbound && replies(tools, conversation, inbound.id);
  if (before) return { kind: 'repeated', messages: before };

  // What came too late is run again, on what now stands: nothing is written yet.
  if (unit.requestEvents?.some((act) => !mayBeDone(tools, act))) return { kind: 'moved' };

  const version = expectedVersion + 1;
  const said = bodies(unit);
  // A state that could not be read again would end the conversation for good: it is refused while the old one stands.
  const state = vault.seal(State.parse(unit.state), 'conversation.state', conversation, version);
  const advanced = database.one(
    conversationSql.advance,
    [conversation, expectedVersion, said.length, state],
    z.strictObject({ last_seq: z.int() }),
  );
  if (!advanced) return movedOrUnknown(tools, conversation);

  const at = instant(unit.at);
  const first = advanced.last_seq - said.length + 1;
  const messages = said.map((body, place) => {
    const seq = first + place;
    const sealed = vault.seal(body, 'message.body', conversation, seq);
    const id = body.by === 'member' && inbound ? inbound.id : null;
    database.run(messageSql.add, [conversation, seq, version, id, at, sealed]);
    return { seq, at, ...body };
  });
  sideEffects(tools, unit, at);
  return { kind: 'stored', version, messages: messages.filter(({ by }) => by === 'us') };
}

function sideEffects(tools: Tools, unit: Unit, at: string): void {
  if (unit.referral) file(tools, unit.referral, unit.conversation, at);
  if (unit.confirmHelper) confirmHelper(tools, unit.confirmHelper.number, unit.conversation);
  if (unit.ownPhone) ownPhone(tools, unit.ownPhone.number, unit.conversation);
  for (const act of unit.requestEvents ?? []) {
    const { number, programme, what, by } = act;
    if (recordEvent(tools, number, { at, by, programme, what })) tellPlan(tools, act, at);
  }
  if (unit.callBack) wantCallBack(tools, unit.callBack, unit.conversation, at);
  if (unit.memberSaid) recordMemberSaid(tools, unit.memberSaid, { ...unit, at });
  if (unit.complaint) putComplaint(tools, unit.complaint, unit.conversation, at);
  if (unit.alert) raiseAlert(tools, unit, unit.alert, at);
  if (unit.texting) setTexting(tools, unit.texting, at);
  keepConfidential(tools, unit);
  for (const item of unit.outbox) putInOutbox(tools, item, unit.conversation, at);
  for (const { what, about } of unit.audit) addAudit(tools, { at, who: unit.worker ?? 'talk', what, about });
}

/**
 * Violence may be named after a request was filed, or a call asked for; and at the member's own phone, of a request that
 * somebody else filed for them. What is confidential once stays so.
 */
function keepConfidential(tools: Tools, { conversation, channel, state }: Unit): void {
  const { database, vault } = tools;
  const confidential = state.cases.filter((each) => each.confidential);
  for (const number of confidential.flatMap((each) => each.filed)) database.run(referralSql.confide, [number]);
  if (confidential.length === 0 && !state.danger?.violence) return;
  database.run(taskSql.confide, [conversation]);
  database.run(referralSql.confideIn, [conversation]);
  const talk = channel === 'sms' ? database.one(conversationSql.one, [conversation], TalkOnDisk) : undefined;
  if (talk) database.run(referralSql.confideAt, [vault.index('phone', plainPhone(asTalk(tools, talk).key))]);
}

function bodies({ inbound, replies: ours }: Unit): readonly MessageBody[] {
  const theirs = inbound ? [{ by: 'member' as const, text: inbound.text, choices: [...inbound.choices] }] : [];
  return [...theirs, ...ours.map(({ language, says }) => ({ by: 'us' as const, language, says: [...says] }))];
}

function replies(tools: Tools, conversation: string, inbound: string): readonly Message[] | null {
  const seen = tools.database.one(messageSql.seen, [conversation, inbound], z.strictObject({ seq: z.int() }));
  if (!seen) return null;
  return tools.database
    .all(messageSql.replies, [conversation, inbound], MessageOnDisk)
    .map((row) => asMessage(tools, conversation, row));
}

function asMessage({ vault }: Tools, conversation: string, row: z.infer<typeof MessageOnDisk>): Message {
  const { seq, at, body_sealed: sealed } = row;
  return { seq, at, ...vault.open(sealed, MessageBody, 'message.body', conversation, seq) };
}

function movedOrUnknown({ database }: Tools, conversation: string): Committed {
  const exists = database.one(conversationSql.exists, [conversation], z.strictObject({ id: z.string() }));
  if (!exists) throw new Error('A turn was committed to a conversation that was never begun.');
  return { kind: 'moved' };
}
