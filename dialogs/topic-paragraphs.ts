import type { Key } from '../locales/index.ts';
import type { ProgrammeId } from '../policy/rule.ts';
import { stateLines } from '../policy/state-lines.ts';
import { TopicId, topics } from '../policy/topics.ts';
import { planParams } from './asking.ts';
import type { Params } from './say.ts';
import type { World } from './world.ts';

/** A topic in full, as the page shows it: three paragraphs each. */
export function topicParagraphs(topic: TopicId): readonly Key[] {
  return (['a', 'b', 'c'] as const).map((paragraph): Key => `topics.${topic}.full.${paragraph}`);
}

/** The topic that explains a programme. */
export function topicOfProgramme(programme: ProgrammeId): TopicId | undefined {
  return TopicId.options.find((id) => topics[id].programme === programme);
}

/** What a topic's words may name: the plan, how to call it, and the State's lines, each with its TTY. */
export function topicParams(world: Pick<World, 'plan'>): Params {
  return {
    ...planParams(world),
    ...lineParams('options', stateLines.healthCareOptions),
    ...lineParams('helpline', stateLines.mediCal),
    ...lineParams('hearings', stateLines.stateHearings),
    ...lineParams('review', stateLines.managedHealthCare),
    ...lineParams('ombudsman', stateLines.ombudsman),
  };
}

function lineParams(name: string, { number, tty }: (typeof stateLines)[keyof typeof stateLines]): Params {
  return { [name]: { phone: number }, [`${name}Tty`]: { phone: tty } };
}
