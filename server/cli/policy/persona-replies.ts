/** What a persona replies: to the screen as it asks, and to every question that there is. */
import { answersFrom } from '../../../dialogs/answers.ts';
import { nextQuestion } from '../../../dialogs/next-question.ts';
import { factsGivenBy, questionById, questions, type Question, type QuestionId } from '../../../dialogs/questions.ts';
import type { Replied, Reply } from '../../../dialogs/reply.ts';
import { catalogOn } from '../../../policy/catalog.ts';
import { heldOn } from '../../../policy/derived.ts';
import type { Persona, Told } from './personas.ts';

/** Who replies: a persona, or somebody generated. */
export type Replying = Pick<Persona, 'says' | 'otherwise' | 'today' | 'everything'>;

/** No screen is as long: one that is does not end. */
const endless = 80;

/** The questions that somebody is asked, and their replies, in order. */
export function screened(who: Replying): readonly Replied[] {
  const replied: Replied[] = [];
  const catalog = catalogOn(who.today);
  for (;;) {
    const next = nextQuestion({ catalog, replied, everything: who.everything, today: who.today });
    if (!next) return replied;
    if (replied.length > endless) throw new Error('The screen does not end.');
    replied.push(repliedTo(next.question, who));
  }
}

/** Their replies to every question, but for details of what is not so, and for what they have told already. */
export function toldInFull(who: Replying): readonly Replied[] {
  const replied: Replied[] = [];
  const inOrder = [...questions.filter(({ onlyIf }) => !onlyIf), ...questions.filter(({ onlyIf }) => onlyIf)];
  for (const question of inOrder) {
    const held: Readonly<Record<string, unknown>> = heldOn(who.today, answersFrom(replied));
    const isSo = question.onlyIf === undefined || held[question.onlyIf] === true;
    const facts = factsGivenBy(question.id);
    const isTold = facts.length > 0 && facts.every((fact) => held[fact] !== undefined);
    if (isSo && (!isTold || question.id in who.says)) replied.push(repliedTo(question, who));
  }
  return replied;
}

/** Their reply to one question. */
export function repliedTo(question: Question, { says, otherwise, today }: Replying): Replied {
  return {
    question: question.id,
    reply: toReply(question, says[question.id] ?? quiet(question, otherwise)),
    on: today,
  };
}

/** Throws where the question has no such choice. */
export function toReply({ id, options }: Question, told: Told): Reply {
  if (told === 'notSure' || told === 'declined') return { kind: told };
  if (typeof told === 'number') return { kind: 'count', count: { from: told, to: told } };
  const ids = typeof told === 'string' ? [told] : told;
  const unknown = ids.filter((each) => !options.some((option) => option.id === each));
  if (unknown.length > 0) throw new Error(`The question "${id}" has no choice "${unknown.join('", "')}".`);
  return { kind: 'chosen', ids };
}

/** With nothing the matter: in a home of one's own, in no programme, never in hospital. */
const nothingTheMatter: { readonly [Q in QuestionId]?: string } = {
  ecm: 'none',
  housing: 'own',
  steady: 'yes',
  family: 'no',
  housingList: 'no',
  keepUp: 'no',
  leaving: 'no',
  heal: 'no',
  ihss: 'none',
  otherHelp: 'enough',
  nursingHome: 'no',
  skilledNursing: 'no',
  waiver: 'no',
  medicare: 'none',
};

function quiet({ id, kind }: Question, otherwise: Persona['otherwise']): Told {
  if (otherwise !== 'none') return otherwise;
  if (kind === 'many') return [];
  if (kind === 'count') return id === 'age' ? 'notSure' : 0;
  return nothingTheMatter[questionById(id).id] ?? 'notSure';
}
