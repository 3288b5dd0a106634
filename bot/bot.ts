/** The bot as the Bot Framework sees it: an activity in, activities out. What a turn is stands in `talker.ts`. */
import { ActivityHandler, ActivityTypes, MessageFactory, type TurnContext } from 'botbuilder';
import { layoutChoices, layoutTexts } from './channel.ts';
import type { Inbound, Outcome, Talker } from './inbound.ts';
import type { Message } from './store.ts';

/** How our own channels hand a checked message through the framework: as channel data of the activity. */
export type OurData = { readonly inbound: Inbound };
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
    const ours = (context.activity.channelData as Partial<OurData> | undefined)?.inbound;
    if (ours) {
      const outcome = await this.talker.receive(ours);
      await context.sendActivity({ type: ActivityTypes.Message, channelData: { outcome } satisfies OutcomeData });
      return;
    }
    await answer(context, await this.talker.receive(inboundOf(context)));
  }

  private async greet(context: TurnContext): Promise<void> {
    const { activity } = context;
    const joined = activity.membersAdded?.some(({ id }) => id !== activity.recipient.id) ?? false;
    if (!joined) return;
    const { channel, key, suggestedLanguage } = inboundOf(context);
    await answer(context, await this.talker.open({ channel, key, suggestedLanguage }));
  }
}

/** The conversation is the framework's own, behind its authentication; nothing in the text chooses it. */
function inboundOf({ activity }: TurnContext): Inbound {
  return {
    channel: 'botframework',
    key: `${activity.channelId} ${activity.conversation.id}`,
    id: `${activity.channelId} ${activity.conversation.id} ${activity.id ?? ''}`,
    // Typed as always there; a channel may leave it out.
    text: Object.hasOwn(activity, 'text') ? activity.text : '',
    choices: choicesOf(activity.value),
    question: null,
    attachments: activity.attachments?.length ?? 0,
    suggestedLanguage: null,
  };
}

function choicesOf(value: unknown): readonly string[] {
  const chosen = typeof value === 'object' && value !== null && 'choice' in value ? value.choice : undefined;
  return typeof chosen === 'string' ? [chosen] : [];
}

async function answer(context: TurnContext, outcome: Outcome): Promise<void> {
  if (outcome.silent) return;
  const mine = outcome.messages.filter((message): message is Extract<Message, { by: 'us' }> => message.by === 'us');
  for (const { says, language } of mine) {
    const texts = layoutTexts(says, language, { medium: 'plain' }) ?? [];
    const choices = layoutChoices(says, language, 'plain').map(({ id, label }) => ({
      type: 'postBack',
      title: label,
      value: { choice: id },
    }));
    const last = texts.length - 1;
    for (const [i, text] of texts.entries()) {
      await context.sendActivity(
        i === last && choices.length > 0 ? MessageFactory.suggestedActions(choices, text) : MessageFactory.text(text),
      );
    }
  }
}
