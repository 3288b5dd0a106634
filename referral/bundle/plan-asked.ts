/** What a member answers to a question of the plan's, and how the plan's Task leads to it. */
import type { Identifier, QuestionnaireResponse, QuestionnaireResponseItem } from 'fhir/r4.js';
import type { ProgrammeId } from '../../policy/rule.ts';
import type { AskWords, FollowUp } from '../follow-up.ts';
import type { InfoAnswer } from '../info-ask.ts';
import { counted } from './answers.ts';
import { absent, coding, linkTo, maybe, type Made } from './elements.ts';
import type { Filing } from './filing.ts';
import { inputType } from './finding.ts';
import type { Amendment, Had } from './follow-up.ts';
import { codes, questionnaires } from './systems.ts';
import { isOver } from './taken-back.ts';
import { typed } from './wording.ts';

type Answered = Extract<FollowUp, { readonly what: 'answered' }>;

export function answerToPlan(
  { answer, at, by, programmes: [programme] }: Answered,
  { ids, links }: Filing,
  names: { readonly id: string; readonly identifier: Identifier },
  words?: AskWords,
): QuestionnaireResponse & Made {
  return {
    resourceType: 'QuestionnaireResponse',
    ...names,
    basedOn: [linkTo({ resourceType: 'ServiceRequest', id: ids.request(programme) })],
    questionnaire: questionnaires.planAsked,
    status: 'completed',
    subject: links.patient,
    authored: at,
    author: links.platform,
    source: by === 'member' ? links.patient : links.filer,
    item: [item(answer, words)],
  };
}

function item({ ask, said }: InfoAnswer, words?: AskWords): QuestionnaireResponseItem {
  const about = { linkId: ask, ...maybe('text', typed(words?.ask(ask) ?? null)) };
  switch (said.kind) {
    case 'text': {
      const text = typed(said.text);
      return text === undefined ? about : { ...about, answer: [{ valueString: text }] };
    }
    case 'date':
      return { ...about, answer: [{ valueDate: said.date }] };
    case 'chosen': {
      const system = `${codes.option}/${ask.slice('question:'.length)}`;
      const chosen = said.ids.map((id) => coding(system, id, words?.option(ask, id)));
      const all = chosen.length > 0 ? chosen : [coding(system, 'none', 'None of these')];
      return { ...about, answer: all.map((valueCoding) => ({ valueCoding })) };
    }
    case 'count':
      return { ...about, answer: counted(said.count) };
    case 'notSure':
      return { ...about, extension: [absent('asked-unknown')] };
    case 'declined':
      return { ...about, extension: [absent('asked-declined')] };
  }
}

/** The Task leads to it, as to all that belongs to a request. A plan that has decided meanwhile is told nothing more. */
export function answerLinked({ ids }: Filing, programme: ProgrammeId, said: Made): Amendment {
  const url = `Task/${ids.task(programme)}`;
  return {
    urls: [url],
    changed: (found) => {
      const task = found.get(url);
      return !task || isOver(task) || leadsTo(task, said) ? [] : [linked(task, said)];
    },
  };
}

/** When the plan changed it last is the plan's to say, and the day of a decision may hang on it. */
const linked = (task: Had, said: Made): Had => ({
  ...task,
  input: [...inputsOf(task), { type: inputType('planAsked'), valueReference: linkTo(said) }],
});

const inputsOf = ({ input }: Had): readonly unknown[] => (Array.isArray(input) ? input : []);

const leadsTo = (task: Had, said: Made): boolean =>
  JSON.stringify(inputsOf(task)).includes(`${said.resourceType}/${said.id}`);
