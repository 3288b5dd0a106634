import { z } from 'zod';
import type { Citation } from './citation.ts';
import type { ProgrammeId } from './rule.ts';
import { asking } from './topics/asking.ts';
import { atHome } from './topics/at-home.ts';
import { topicGroups } from './topics/groups.ts';
import { help } from './topics/help.ts';
import { home } from './topics/home.ts';
import { otherCare } from './topics/other-care.ts';
import { rights } from './topics/rights.ts';
import { situations } from './topics/situations.ts';
import { whoFor } from './topics/who-for.ts';

export { topicGroups };

/** The groups in which topics are offered: some eighty in one list would be read by nobody. */
export const TopicGroup = z.enum(['help', 'whoFor', 'asking', 'rights', 'home', 'atHome', 'situations', 'otherCare']);
export type TopicGroup = z.infer<typeof TopicGroup>;

/** What we can explain, whoever asks. Each support that is screened for is a topic of its own name. */
export const TopicId = z.enum(TopicGroup.options.flatMap((group) => topicGroups[group]));
export type TopicId = z.infer<typeof TopicId>;

/** Where a topic's words are written down, and the programme that it explains, if it explains one. */
export type Topic = {
  /** In the order in which the words need them. */
  readonly cites: readonly Citation[];
  /** What can be asked for from here, and whose rule says whether the topic still holds today. */
  readonly programme?: ProgrammeId;
};

/**
 * Every topic with its sources. The words are `topics.<id>.title`, `.short` (for a text message) and
 * `.full.a`, `.b`, `.c` (for the page) in each language: three paragraphs for every topic.
 */
export const topics: Readonly<Record<TopicId, Topic>> = {
  ...help,
  ...whoFor,
  ...asking,
  ...rights,
  ...home,
  ...atHome,
  ...situations,
  ...otherCare,
};
