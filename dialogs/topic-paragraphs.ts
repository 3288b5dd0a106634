import type { Key } from '../locales/index.ts';
import type { ProgrammeId } from '../policy/rule.ts';
import { TopicId, topics } from '../policy/topics.ts';

/** A topic in full, as the page shows it: three paragraphs each. */
export function topicParagraphs(topic: TopicId): readonly Key[] {
  return (['a', 'b', 'c'] as const).map((paragraph): Key => `topics.${topic}.full.${paragraph}`);
}

/** The topic that explains a programme. */
export function topicOfProgramme(programme: ProgrammeId): TopicId | undefined {
  return TopicId.options.find((id) => topics[id].programme === programme);
}
