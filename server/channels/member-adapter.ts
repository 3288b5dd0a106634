/**
 * Our own channels inside a Bot Framework turn: a checked message becomes an Activity keyed by us, runs through the
 * adapter's middleware and the bot, and what the bot sends is collected instead of posted anywhere.
 */
import {
  ActivityTypes,
  BotAdapter,
  TurnContext,
  type Activity,
  type ConversationReference,
  type ResourceResponse,
} from 'botbuilder-core';
import { checkedInbound, type MemberBot, type OutcomeData } from '../../bot/bot.ts';
import type { Inbound, Outcome, Talker } from '../../bot/inbound.ts';

export class MemberAdapter extends BotAdapter implements Talker {
  constructor(
    private readonly bot: MemberBot,
    private readonly talker: Talker,
  ) {
    super();
  }

  async receive(inbound: Inbound): Promise<Outcome> {
    const context = new TurnContext(this, activityOf(inbound));
    context.turnState.set(checkedInbound, inbound);
    await this.runMiddleware(context, (turn) => this.bot.run(turn));
    const outcome: unknown = context.turnState.get(collected);
    if (!isOutcome(outcome)) throw new Error('the bot answered nothing');
    return outcome;
  }

  /** Showing a conversation again is no turn: nothing was heard. */
  open(from: Parameters<Talker['open']>[0]): Promise<Outcome> {
    return this.talker.open(from);
  }

  override sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    for (const { channelData } of activities) {
      const outcome = (channelData as Partial<OutcomeData> | undefined)?.outcome;
      if (outcome) context.turnState.set(collected, outcome);
    }
    return Promise.resolve(activities.map((_activity, i) => ({ id: String(i) })));
  }

  /** What was said is stored; it is never rewritten. */
  override updateActivity(): Promise<never> {
    return Promise.reject(new Error('what was said is not changed'));
  }

  override deleteActivity(): Promise<never> {
    return Promise.reject(new Error('what was said is not taken back'));
  }

  /** What we start goes through the outbox, not through the framework. */
  override continueConversation(
    _reference: Partial<ConversationReference>,
    _logic: (revocableContext: TurnContext) => Promise<void>,
  ): Promise<void> {
    return Promise.reject(new Error('what we start goes through the outbox'));
  }

  override continueConversationAsync(): Promise<never> {
    return Promise.reject(new Error('what we start goes through the outbox'));
  }
}

/** On the turn's own state: the framework hands the context about behind proxies, so it is no key itself. */
const collected = Symbol('outcome');

const isOutcome = (value: unknown): value is Outcome =>
  typeof value === 'object' && value !== null && 'messages' in value;

function activityOf(inbound: Inbound): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    id: inbound.id,
    channelId: inbound.channel,
    from: { id: inbound.key, name: '' },
    recipient: { id: 'assistant', name: '' },
    conversation: { id: inbound.key, isGroup: false, conversationType: 'personal', name: '' },
    text: inbound.text,
  };
}
