import { z } from 'zod';
import type { Citation } from './citation.ts';
import { SupportId, type ProgrammeId } from './rule.ts';
import { general } from './topics/general.ts';
import { supports } from './topics/supports.ts';

/** What we can explain, whoever asks. Each support that is screened for is a topic of its own name. */
export const TopicId = z.enum([
  'ecm',
  'communitySupports',
  'leadCareManager',
  'coreServices',
  'cost',
  'doctorsAndPlan',
  'voluntary',
  'whoForEcm',
  'whoForSupports',
  'howToAsk',
  'howLong',
  'whatThen',
  'nobodyCalls',
  'privacy',
  'languageHelp',
  'letters',
  'helping',
  'otherPrograms',
  ...SupportId.options,
]);
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
export const topics: Readonly<Record<TopicId, Topic>> = { ...general, ...supports };
