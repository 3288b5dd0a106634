/** What is new of requests, told before anything else at the member's next word, or on the page at once. */
import { stands } from '../referral/news.ts';
import { dueOf, isSameNews } from '../referral/news-topic.ts';
import { planParams, say } from './asking.ts';
import { askCheckIn, checkInSays, isCheckIn } from './check-in.ts';
import type { Say } from './say.ts';
import { answerInvite, askPlans, canAnswer, planQuestion } from './plan-question.ts';
import { statusSays } from './status-says.ts';
import type { Step } from './step.ts';
import { topicParams } from './topic-paragraphs.ts';
import type { News, World } from './world.ts';

/**
 * What was found to say comes after the news that waited. What has to be asked waits until the talk is at rest: it
 * takes the place of the menu, and never of a question.
 */
export function tellNews(found: Step, given: World): Step {
  // What this very turn has answered, or taken back, stands otherwise by now: it is told as it is at the next word.
  const acted = found.does.flatMap((effect) => (effect.do === 'request' ? [effect.number] : []));
  const waits = given.news.filter(({ number }) => acted.includes(number));
  const told = tellKnown(found, { ...given, news: given.news.filter((each) => !waits.includes(each)) });
  return { ...told, state: { ...told.state, news: [...told.state.news, ...waits.map(dueOf)] } };
}

function tellKnown(found: Step, given: World): Step {
  const news = given.news.filter(({ topic, programme, status }) => stands(topic, programme, status, given.today));
  const [first, ...others] = news
    .filter(isCheckIn)
    .filter((each) => found.state.news.some((due) => isSameNews(due, each)));
  const world = { ...given, news: news.filter((each) => !isCheckIn(each)) };
  const told = tellPlain({ ...found, state: { ...found.state, news: [] } }, world);
  if (!first) return told;
  const isAtRest = told.state.waiting.dialog === 'root';
  const later = (isAtRest ? others : [first, ...others]).map(dueOf);
  const kept = { ...told, state: { ...told.state, news: later } };
  return isAtRest ? askCheckIn(kept, first, world) : kept;
}

function tellPlain(found: Step, world: World): Step {
  // The whole of a referral is told once, however much of it is new.
  const told = world.news.flatMap((news, at) => (isRepeated(world, at) ? [] : newsSays(news, world)));
  const rested = found.state.waiting.dialog === 'root';
  // The menu gives way to what the plan asks; what else is being asked does not.
  const beside = found.says.filter((each) => !(each.kind === 'ask' && each.id === 'menu'));
  for (const { status, topic } of world.news) {
    if (topic.kind !== 'status' && topic.kind !== 'stillMissing') continue;
    const asked = rested ? askPlans(status, found.state, world, [...told, ...beside]) : null;
    if (asked) return { ...asked, does: found.does };
    const { waiting } = found.state;
    if (waiting.dialog === 'planQuestion' && waiting.number === status.number) {
      // It is being asked already: the reminder leads to it once more.
      const again = found.says.length === 0 ? planQuestion.ask(waiting, found.state, world) : found.says;
      return { ...found, says: [...told, ...again] };
    }
    const invited = rested ? [] : answerInvite(status, world);
    if (invited.length > 0) {
      const state = { ...found.state, asked: status.number };
      return { ...found, state, says: [...told, ...invited, ...found.says] };
    }
  }
  return { ...found, says: [...told, ...found.says] };
}

/** The words of one thing that is new, as they are told beside whatever waits. */
export function newsSays(news: News, world: World): readonly Say[] {
  const { status, topic } = news;
  switch (topic.kind) {
    case 'status':
      return statusSays(status, world);
    case 'checkIn':
      return isCheckIn(news) ? checkInSays(news, world) : [];
    case 'stillMissing':
      return [say(`checkIn.${missing(news)}.${status.perspective}`, planParams(world))];
    case 'message':
      return [say(`deskMessages.${topic.message}.${status.perspective}`, topicParams(world))];
  }
}

/** What cannot be answered here is for a call. */
function missing({ programme, status }: News): 'stillMissing' | 'stillMissingCall' {
  const requests = status.requests.filter((request) => programme === null || request.programme === programme);
  return canAnswer({ ...status, requests }) ? 'stillMissing' : 'stillMissingCall';
}

function isRepeated({ news }: World, at: number): boolean {
  const one = news[at];
  return (
    one?.topic.kind === 'status' &&
    news.slice(0, at).some(({ number, topic }) => topic.kind === 'status' && number === one.number)
  );
}
