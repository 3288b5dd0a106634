/** What was replied, as the member may see, change and leave out. */
import { line } from './asking.ts';
import { perspectiveOf } from './perspective.ts';
import { questionById } from './questions.ts';
import type { Reply, Replied } from './reply.ts';
import type { Line, Option, Row } from './say.ts';
import type { Case } from './case.ts';

type Shown = Pick<Case, 'whose'> & { readonly replies: readonly Replied[] };

/** One row for each answered question; `offer` says what can be done with it. */
export function replyRows(about: Shown, offer: (question: string) => Option | undefined): readonly Row[] {
  return about.replies.map(({ question, reply }) => {
    const offered = offer(question);
    return {
      label: line(`questions.${questionById(question).id}.short`),
      values: replyLines(question, reply, about),
      ...(offered ? { offer: offered } : {}),
    };
  });
}

/** A reply in words: the chosen labels, the number, or that it was not said. */
function replyLines(question: string, reply: Reply, about: Pick<Case, 'whose'>): readonly Line[] {
  const who = perspectiveOf(about);
  const asked = questionById(question);
  switch (reply.kind) {
    case 'chosen':
      if (asked.kind === 'county') return reply.ids.map((value) => line('common.value', { value }));
      return reply.ids.length === 0
        ? [line('common.noneOfThese')]
        : asked.options.filter(({ id }) => reply.ids.includes(id)).map(({ label }) => line(label[who]));
    case 'count': {
      const { from, to } = reply.count;
      if (to === from) return [line('common.count.exactly', { from })];
      return [to === null ? line('common.count.orMore', { from }) : line('common.count.between', { from, to })];
    }
    case 'notSure':
      return [line('common.dontKnow')];
    case 'declined':
      return [line('common.ratherNotSay')];
  }
}

/** The newest reply to each question stands; the order in which they came is kept. */
export function withReply(replies: readonly Replied[], replied: Replied): Replied[] {
  return [...replies.filter(({ question }) => question !== replied.question), replied];
}
