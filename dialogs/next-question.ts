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
  const rest = restOf(about);
  if (!asked('ecm')) return { question: questionById('ecm'), left: rest };
  if (!about.everything && !asked('concerns')) return { question: questionById('concerns'), left: rest };
  const screen = screenOf(about, asked);
  if (asksForSituation(screen)) return { question: questionById('situation'), left: rest };
  const pointed = mostWanted(asksOf(populationsPointedTo(screen), screen));
  if (pointed) return { question: questionById(pointed), left: rest };
  const wanted = [...asksOf(populationsLookedInto(screen), screen), ...asksForSupports(screen)];
  const asks = wanted.length > 0 ? wanted : asksOf(populationsAlsoLookedInto(screen), screen);
  const first = mostWanted(asks);
  if (first) return { question: questionById(first), left: leftOf(asks, rest, about) };
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

/** What is left of a usual screen, or of one that looks into everything, which is about twice as long. */
function restOf({ replied, everything }: Screened): number {
  return Math.max(1, (everything ? 2 * usual : usual + 1) - standing(replied).length);
}

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

/**
 * Of the questions that are still open, replies to the others make about half needless. A screen that does not look
 * into everything is not longer for having more of them open: over the personas, half way between the two is nearest
 * to what comes, and hardly ever rises.
 */
function leftOf(asks: readonly (readonly QuestionId[])[], rest: number, { everything }: Screened): number {
  const open = Math.max(1, Math.round(new Set(asks.flat()).size * 0.5));
  return everything ? open : Math.round((Math.min(open, rest) + rest) / 2);
}
