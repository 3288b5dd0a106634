/** Which question is worth most now: only one whose reply can still change a finding that is looked into. */
import type { IsoDate } from '../policy/calendar.ts';
import type { ProgrammeId } from '../policy/rule.ts';
import { answersFrom, concernsFrom, standing } from './answers.ts';
import { questionById, questions, type Question, type QuestionId } from './questions.ts';
import { asksOf } from './questions/asks.ts';
import {
  asksForSituation,
  asksForSupports,
  populationsAlsoLookedInto,
  populationsLookedInto,
  populationsPointedTo,
} from './questions/looked-into.ts';
import { overlapQuestion } from './questions/overlap-question.ts';
import { askedOn, screenOf, sharesOne, usual, type Screened } from './questions/screened.ts';
import type { Replied } from './reply.ts';

/** Null: nothing that could be asked would change anything. `left` is about how many are still to come, this one too. */
export function nextQuestion(
  about: Screened & { readonly today: IsoDate },
): { readonly question: Question; readonly left: number } | null {
  const asked = askedOn(about.today, standing(about.replied));
  if (!asked('ecm')) return { question: questionById('ecm'), left: usual };
  if (!about.everything && !asked('concerns')) return { question: questionById('concerns'), left: usual - 1 };
  const screen = screenOf(about, asked);
  if (asksForSituation(screen)) return { question: questionById('situation'), left: usual - replied(about) };
  const pointed = mostWanted(asksOf(populationsPointedTo(screen), screen));
  if (pointed) return { question: questionById(pointed), left: usual - replied(about) };
  const wanted = [...asksOf(populationsLookedInto(screen), screen), ...asksForSupports(screen)];
  const asks = wanted.length > 0 ? wanted : asksOf(populationsAlsoLookedInto(screen), screen);
  const first = mostWanted(asks);
  if (first) return { question: questionById(first), left: leftOf(asks) };
  const last = overlapQuestion(screen);
  return last && { question: questionById(last), left: 1 };
}

/** What is looked into: ECM unless they have it, and the supports for what was ticked; all when nothing was. */
export function programmesInFocus({ catalog, replied, everything }: Screened): readonly ProgrammeId[] {
  const ticked = concernsFrom(replied);
  const all = everything || ticked.length === 0;
  const supports = catalog.supports.filter(({ rule }) => all || sharesOne(rule.concerns, ticked));
  const ids = supports.map(({ rule }) => rule.id);
  return ecmSoFar(replied) === 'has' ? ids : ['ecm', ...ids];
}

function ecmSoFar(replied: readonly Replied[]): string | undefined {
  const answer = answersFrom(replied).choice.ecm;
  return answer?.kind === 'known' ? answer.value : undefined;
}

/** How many questions were replied to, as far as a usual screen goes. */
const replied = ({ replied: all }: Screened): number => Math.min(standing(all).length, usual - 1);

/** The question that most rules would ask first; between equals, the given order. */
function mostWanted(asks: readonly (readonly QuestionId[])[]): QuestionId | null {
  const votes = new Map<QuestionId, number>();
  for (const [first] of asks) if (first !== undefined) votes.set(first, (votes.get(first) ?? 0) + 1);
  let best: QuestionId | null = null;
  for (const { id } of questions) {
    if ((votes.get(id) ?? 0) > (best === null ? 0 : (votes.get(best) ?? 0))) best = id;
  }
  return best;
}

/** Of the questions that are still open, replies to the others make about half needless. */
function leftOf(asks: readonly (readonly QuestionId[])[]): number {
  return Math.max(1, Math.round(new Set(asks.flat()).size * 0.5));
}
