/** What was said to something that the plan asked; undefined when it cannot be read. */
import type { InfoAsk, InfoField, InfoSaid } from '../../referral/info-ask.ts';
import { countyHeard } from '../county.ts';
import { heardStep } from '../file/hear.ts';
import type { Heard } from '../heard.ts';
import { lacks } from '../read/lack.ts';
import { readReply } from '../screen.ts';
import type { Draft } from '../case.ts';
import type { State } from '../state.ts';
import type { World } from '../world.ts';
import { personAsked, screened, type PlanQuestionWaiting } from './questions.ts';

export function heardAnswer(
  waiting: PlanQuestionWaiting,
  asked: InfoAsk,
  heard: Heard,
  state: State,
  world: World,
): InfoSaid | undefined {
  if (heard.kind === 'act' && heard.act === 'notSure') return { kind: 'notSure' };
  if (heard.kind === 'act' && heard.act === 'decline') return { kind: 'declined' };
  if (asked === 'county') return countySaid(heard, state, world);
  const question = screened(asked);
  const about = personAsked(waiting);
  if (question) return readReply(question, heard, about, state, world);
  // "I have no card": the plan knows no more than that it is not at hand.
  if (lacks(heard)) return { kind: 'notSure' };
  const field = asked as Exclude<InfoField, 'county'>;
  return draftSaid(field, heardStep(field, heard, about, state, world));
}

function countySaid(heard: Heard, state: State, { plan }: World): InfoSaid | undefined {
  const text = countyHeard(plan, heard, state.language);
  if (text === 'notSure' || text === 'declined') return { kind: text };
  return text === undefined ? undefined : { kind: 'text', text };
}

function draftSaid(field: Exclude<InfoField, 'county'>, draft: Partial<Draft> | undefined): InfoSaid | undefined {
  if (!draft) return undefined;
  if (field === 'birthDate') return draft.birthDate && { kind: 'date', date: draft.birthDate };
  const text = { ...draft, card: draft.cardNumber, address: draft.mailingAddress }[field];
  // Read, and said to be none.
  if (text === null) return { kind: 'notSure' };
  return text ? { kind: 'text', text: text.slice(0, 400) } : undefined;
}
