/** The same rules asked in other orders: one order for everybody, and the best that a search finds for one person. */
import { catalogOn } from '../../policy/catalog.ts';
import { findingsInFocus } from '../../dialogs/told-findings.ts';
import { questionById, questions, type QuestionId } from '../../dialogs/questions.ts';
import { asksOf } from '../../dialogs/questions/asks.ts';
import {
  asksForSituation,
  asksForSupports,
  populationsAlsoLookedInto,
  populationsLookedInto,
  populationsPointedTo,
} from '../../dialogs/questions/looked-into.ts';
import { overlapQuestion } from '../../dialogs/questions/overlap-question.ts';
import { askedOn, screenOf } from '../../dialogs/questions/screened.ts';
import type { Replied } from '../../dialogs/reply.ts';
import { repliedTo, screened, type Replying } from '../../server/cli/policy/persona-replies.ts';

/** Asked in the order in which the questions are listed; only what can still change something. */
export function inFixedOrder(who: Replying): number {
  const replied: Replied[] = [];
  for (;;) {
    const [first] = open(who, replied);
    if (!first) return replied.length;
    replied.push(repliedTo(questionById(first), who));
  }
}

/** The fewest questions that find all that the screen finds, as far as `width` ways at each question go. */
export function bestFound(who: Replying, width: number): number {
  const usual = screened(who);
  const wanted = metBy(who, usual);
  let ways: Way[] = [{ replied: [], open: open(who, []) }];
  for (let length = 0; length < usual.length; length += 1) {
    if (ways.some((way) => way.open.length === 0 && wanted.every((id) => metBy(who, way.replied).includes(id))))
      return length;
    const further = new Map<string, Way>();
    for (const way of ways) {
      for (const id of way.open) {
        const key = [...way.replied.map(({ question }) => question), id].sort().join(' ');
        if (further.has(key)) continue;
        const replied = [...way.replied, repliedTo(questionById(id), who)];
        further.set(key, { replied, open: open(who, replied) });
      }
    }
    ways = [...further.values()].sort((one, other) => one.open.length - other.open.length).slice(0, width);
  }
  return usual.length;
}

type Way = { readonly replied: readonly Replied[]; readonly open: readonly QuestionId[] };

/** Every question that could be asked now, in the listed order. */
function open(who: Replying, replied: readonly Replied[]): readonly QuestionId[] {
  const { today, everything } = who;
  const asked = askedOn(today, replied);
  if (!asked('ecm')) return ['ecm'];
  if (!everything && !asked('concerns')) return ['concerns'];
  const screen = screenOf({ catalog: catalogOn(today), replied, everything, today }, asked);
  const lookedInto = [...populationsPointedTo(screen), ...populationsLookedInto(screen)];
  const wanted = [...asksOf(lookedInto, screen), ...asksForSupports(screen)].flat();
  if (asksForSituation(screen)) wanted.push('situation');
  const asks = new Set(wanted.length > 0 ? wanted : asksOf(populationsAlsoLookedInto(screen), screen).flat());
  if (asks.size > 0) return questions.filter(({ id }) => asks.has(id)).map(({ id }) => id);
  const last = overlapQuestion(screen);
  return last ? [last] : [];
}

function metBy({ today, everything }: Replying, replied: readonly Replied[]): readonly string[] {
  const catalog = catalogOn(today);
  return findingsInFocus({ catalog, replied, everything, today })
    .filter(({ truth, after }) => truth === 'met' || after !== undefined)
    .map(({ programme }) => programme);
}
