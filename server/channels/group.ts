/** What is answered in a group conversation of the Bot Framework: nothing of a member's, for others read along. */
import { plainLine } from '../../bot/channel.ts';
import { readDanger } from '../../bot/danger.ts';
import { languageFromHeader } from '../../bot/language.ts';
import type { MaySay } from '../../bot/sayable.ts';
import type { Plan } from '../../dialogs/plan.ts';
import type { Params } from '../../dialogs/say.ts';
import type { Tag } from '../../locales/languages.ts';
import { limit } from '../limits.ts';

/** The parts of an activity by which a group is known and answered. */
export type Posted = {
  readonly type: string;
  readonly channelId: string;
  readonly conversation: {
    readonly id: string;
    readonly isGroup?: boolean | null | undefined;
    readonly conversationType?: string | null | undefined;
  };
  readonly text?: string | undefined;
  readonly locale?: string | undefined;
};

/** Whether others may read what is said there. A channel that says nothing of it has talks of one person only. */
export function isGroup({ conversation }: Posted): boolean {
  return conversation.isGroup === true || (conversation.conversationType ?? 'personal') !== 'personal';
}

/**
 * The same sentence whatever was written: please write alone, the plan's phone, the crisis lines. Once an hour in each
 * group, and each time that danger is told, for it gives nobody away; null: nothing is said. Nothing is kept.
 */
export function groupAnswer(plan: Plan, maySay: MaySay): (posted: Posted) => Promise<string | null> {
  const tellings = limit(1, 3600);
  return async ({ type, channelId, conversation, text = '', locale }) => {
    if (type !== 'message') return null;
    const isFirst = (await tellings.wait(`${channelId} ${conversation.id}`)) === 0;
    if (!isFirst && readDanger(text) === null) return null;
    return sentences(languageFromHeader(locale) ?? 'en', plan, maySay).join('\n');
  };
}

/** In the language that the channel names, where its words may be said, and in English: a group may read either. */
function sentences(language: Tag, plan: Plan, maySay: MaySay): readonly string[] {
  const params: Params = {
    plan: plan.shortName,
    phone: { phone: plan.memberServices.number },
    tty: { digits: plan.tty },
  };
  const tags: readonly Tag[] = language !== 'en' && maySay(language, 'common.group') ? [language, 'en'] : ['en'];
  return tags.flatMap((tag) => plainLine(tag, { key: 'common.group', params }) ?? []);
}
