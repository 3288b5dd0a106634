/** What is new of requests, told before anything else at the member's next word, or on the page at once. */
import type { NewsTopic } from '../referral/news-topic.ts';
import type { ProgrammeId } from '../policy/rule.ts';
import type { ReferralStatus } from '../referral/status.ts';
import type { Say } from './say.ts';
import { statusSays } from './status-says.ts';
import type { Step } from './step.ts';
import type { World } from './world.ts';

/** What was found to say comes after the news that waited. */
export function tellNews(found: Step, world: World): Step {
  // The whole of a referral is told once, however much of it is new.
  const told = world.news.flatMap((news, at) => (isRepeated(world, at) ? [] : newsSays(news, world)));
  return { ...found, says: [...told, ...found.says] };
}

/** The words of one thing that is new. */
export function newsSays(
  {
    status,
    topic,
  }: { readonly status: ReferralStatus; readonly programme: ProgrammeId | null; readonly topic: NewsTopic },
  world: World,
): readonly Say[] {
  switch (topic.kind) {
    case 'status':
      return statusSays(status, world);
    case 'checkIn':
    case 'stillMissing':
    case 'message':
      return [];
  }
}

function isRepeated({ news }: World, at: number): boolean {
  const one = news[at];
  return (
    one?.topic.kind === 'status' &&
    news.slice(0, at).some(({ number, topic }) => topic.kind === 'status' && number === one.number)
  );
}
