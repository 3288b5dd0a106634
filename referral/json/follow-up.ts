/** What a member says after the filing, as the JSON that a plan is sent (docs/referral-json.md). */
import type { AskWords, FollowUp } from '../follow-up.ts';
import type { InfoSaid } from '../info-ask.ts';
import type { Taker } from '../json.ts';
import { followUpSchemaId, type FollowUpJson } from './follow-up-shape.ts';
import { plain } from './text.ts';

/** The same follow-up is always the same JSON. Nobody is named in it but by the number. */
export function followUpJson(
  followUp: FollowUp,
  { id, name }: Taker,
  words: AskWords = { ask: (ask) => ask, option: (_ask, option) => option },
): FollowUpJson {
  const { referral, what, at, programmes } = followUp;
  return {
    schema: followUpSchemaId,
    number: referral.number,
    plan: { id, name },
    what,
    at,
    by: followUp.what === 'reminder' ? null : followUp.by,
    programmes: [...programmes],
    answer: followUp.what === 'answered' ? answerJson(followUp, words) : null,
    clock: followUp.what === 'reminder' ? followUp.clock : null,
  };
}

type Answered = Extract<FollowUp, { readonly what: 'answered' }>;

function answerJson({ answer, askedOn, open }: Answered, words: AskWords): FollowUpJson['answer'] {
  const { ask, said } = answer;
  const nothing = { text: null, date: null, chosen: null, count: null };
  const option = (id: string): string => words.option(ask, id);
  return { ask, words: words.ask(ask), askedOn, said: said.kind, ...nothing, ...given(said, option), open: [...open] };
}

function given(said: InfoSaid, option: (id: string) => string): Partial<NonNullable<FollowUpJson['answer']>> {
  switch (said.kind) {
    case 'text':
      return { text: plain(said.text) };
    case 'date':
      return { date: said.date };
    case 'chosen':
      return { chosen: said.ids.map((id) => ({ id, words: option(id) })) };
    case 'count':
      return { count: { from: said.count.from, to: said.count.to } };
    case 'notSure':
    case 'declined':
      return {};
  }
}
