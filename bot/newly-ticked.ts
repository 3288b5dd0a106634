import type { State } from '../dialogs/state.ts';

/** Options that this turn added to any case's answers, as `question.option`. */
export function newlyTicked(before: State, after: State): readonly string[] {
  const had = new Set(ticked(before));
  return ticked(after)
    .filter((id) => !had.has(id))
    .map((id) => id.slice(id.indexOf('/') + 1));
}

function ticked({ cases }: State): readonly string[] {
  return cases.flatMap(({ id: about, replies }) =>
    replies.flatMap(({ question, reply }) =>
      reply.kind === 'chosen' ? reply.ids.map((id) => `${about}/${question}.${id}`) : [],
    ),
  );
}
