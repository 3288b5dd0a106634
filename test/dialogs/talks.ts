/** Plays a whole screen: somebody who answers by a list, and says "I don't know" to what is not in it. */
import type { IsoDate } from '../../policy/calendar.ts';
import { catalogOn, type Catalog } from '../../policy/catalog.ts';
import { nextQuestion } from '../../dialogs/next-question.ts';
import type { Question } from '../../dialogs/questions.ts';
import { shownOptions } from '../../dialogs/questions/shown-options.ts';
import type { Replied, Reply } from '../../dialogs/reply.ts';

/** A choice or several, a number, or `notSure`. */
export type Told = string | readonly string[] | number;
export type Person = Readonly<Record<string, Told>>;

export const toReply = (told: Told | undefined): Reply => {
  if (told === undefined || told === 'notSure') return { kind: 'notSure' };
  if (typeof told === 'number') return { kind: 'count', count: { from: told, to: told } };
  return { kind: 'chosen', ids: typeof told === 'string' ? [told] : [...told] };
};

export type Played = {
  readonly replied: readonly Replied[];
  readonly asked: readonly string[];
  readonly left: readonly number[];
};

export function play(
  person: Person | ((question: string) => Reply),
  today: IsoDate,
  before: readonly Replied[] = [],
  { catalog = catalogOn(today), everything = false }: { catalog?: Catalog; everything?: boolean } = {},
): Played {
  const replied = [...before];
  const asked: string[] = [];
  const left: number[] = [];
  for (;;) {
    const next = nextQuestion({ catalog, replied, everything, today });
    if (!next) return { replied, asked, left };
    asked.push(next.question.id);
    left.push(next.left);
    if (asked.length > 60) throw new Error(`Does not end: ${asked.join(' ')}`);
    const reply = typeof person === 'function' ? person(next.question.id) : toReply(person[next.question.id]);
    replied.push({ question: next.question.id, reply: possible(reply, next.question, replied, today), on: today });
  }
}

/** Nobody can choose what is not shown to them: an adult is not shown what is for children. */
function possible(reply: Reply, question: Question, replied: readonly Replied[], today: IsoDate): Reply {
  if (reply.kind !== 'chosen' || question.kind !== 'many') return reply;
  const shown = shownOptions(question, replied, today).map(({ id }) => id);
  return { kind: 'chosen', ids: reply.ids.filter((id) => shown.includes(id)) };
}
