/** The bot as the Bot Framework sees it: an activity in, activities out. What a turn is stands in `talker.ts`. */
import { ActivityHandler, ActivityTypes, MessageFactory, type TurnContext } from 'botbuilder-core';
import { z } from 'zod';
import { layoutChoices, layoutTexts } from './channel.ts';
import type { Inbound, Outcome, Talker } from './inbound.ts';
import { languageFromHeader } from './language.ts';
import type { Message } from './store.ts';

/**
 * Where our own channels put a checked message: on the turn's own state. Never in the activity: what others post is an
 * activity too, and must not choose whose conversation it is.
 */
export const checkedInbound = Symbol('inbound');
/** How our own channels get back what a turn came to. */
export type OutcomeData = { readonly outcome: Outcome };

export class MemberBot extends ActivityHandler {
  constructor(private readonly talker: Talker) {
    super();
    this.onMessage(async (context, next) => {
      await this.hear(context);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      await this.greet(context);
      await next();
    });
  }

  /** Our own channels bring their message with them; any other Bot Framework channel is read from the activity. */
  private async hear(context: TurnContext): Promise<void> {
    const ours = context.turnState.get<Inbound | undefined>(checkedInbound);
    if (ours) {
      const outcome = await this.talker.receive(ours);
      await context.sendActivity({ type: ActivityTypes.Message, channelData: { outcome } satisfies OutcomeData });
      return;
    }
    await answer(context, await this.talker.receive(inboundOf(context)));
  }

  /** Some channels tell that somebody came only after their first message, or again and again: a talk is not repeated. */
  private async greet(context: TurnContext): Promise<void> {
    const { membersAdded, recipient } = context.activity;
    const joined = membersAdded?.some(({ id }) => id !== recipient.id) ?? false;
    if (!joined) return;
    const opened = await this.talker.open(inboundOf(context));
    if (opened.messages.every(({ by }) => by === 'us')) await answer(context, opened);
  }
}

/** The conversation is the framework's own, behind its authentication; nothing in the text chooses it. */
function inboundOf({ activity }: TurnContext): Inbound {
  const pressed = Pressed.safeParse(activity.value).data;
  return {
    channel: 'botframework',
    key: `${activity.channelId} ${activity.conversation.id}`,
    id: `${activity.channelId} ${activity.conversation.id} ${activity.id ?? ''}`,
    text: textOf(activity),
    choices: pressed ? [pressed.choice] : [],
    question: pressed?.question ?? null,
    attachments: activity.attachments?.length ?? 0,
    suggestedLanguage: languageFromHeader(activity.locale),
  };
}

/** The framework's types have it always there; a channel may leave it out. */
const textOf = ({ text }: { readonly text?: string }): string => text ?? '';

/** What a button sends back. An answer carries the question that it stood under, so that an old one answers no other. */
const Pressed = z.object({ choice: z.string(), question: z.string().nullable().default(null) });

function buttonOf(id: string, title: string, question: string | null): { type: string; title: string; value: object } {
  const value = id.startsWith('act:') ? { choice: id } : { choice: id, question };
  return { type: 'postBack', title, value: value satisfies z.input<typeof Pressed> };
}

async function answer(context: TurnContext, outcome: Outcome): Promise<void> {
  if (outcome.silent) return;
  const mine = outcome.messages.filter((message): message is Extract<Message, { by: 'us' }> => message.by === 'us');
  for (const { says, language } of mine) {
    const texts = layoutTexts(says, language, { medium: 'plain' }) ?? [];
    const buttons = layoutChoices(says, language, 'plain').map(({ id, label }) =>
      buttonOf(id, label, outcome.question),
    );
    const last = texts.length - 1;
    for (const [i, text] of texts.entries()) {
      const said =
        i === last && buttons.length > 0 ? MessageFactory.suggestedActions(buttons, text) : MessageFactory.text(text);
      await context.sendActivity({ ...said, locale: language });
    }
  }
}
