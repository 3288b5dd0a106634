/** What the plan can ask of a member by code, and what was answered, in the staff's words. */
import { html, type Fragment } from '../../channels/web/html.ts';
import { questionsBearingOn } from '../../../dialogs/answers.ts';
import { questionIfKnown, type Question } from '../../../dialogs/questions.ts';
import { text, type Key } from '../../../locales/index.ts';
import type { IsoDate } from '../../../policy/calendar.ts';
import { catalogOn } from '../../../policy/catalog.ts';
import type { ProgrammeId } from '../../../policy/rule.ts';
import { ecmFields, infoFields, type InfoAnswer, type InfoAsk } from '../../../referral/info-ask.ts';
import { day } from '../desk-time.ts';
import { phoneNumber, said } from '../layout.ts';
import { word } from '../names.ts';
import { fill, words } from '../words.ts';

const w = words.infoAsks;

/** What can be asked of a request: what is on the form of a referral, and what bears on its programme; of ECM less. */
export function askChoices(programme: ProgrammeId, filedOn: IsoDate): readonly InfoAsk[] {
  if (programme === 'ecm') return ecmFields;
  const bearing = questionsBearingOn(programme, catalogOn(filedOn)).filter((id) => id !== 'county');
  return [...infoFields, ...bearing.map((id) => `question:${id}` as const)];
}

/** The field of the form in which it is ticked. */
export const askField = (ask: InfoAsk): string => `ask.${ask}`;

/** What was ticked, of what may be. */
export function asksIn(
  form: Readonly<Record<string, string | undefined>>,
  programme: ProgrammeId,
  filedOn: IsoDate,
): readonly InfoAsk[] {
  return askChoices(programme, filedOn).filter((ask) => form[askField(ask)] !== undefined);
}

/** Whether something is ticked that may not be asked of this request: a page from before, or no page of ours. */
export function asksTooMuch(
  form: Readonly<Record<string, string | undefined>>,
  programme: ProgrammeId,
  filedOn: IsoDate,
): boolean {
  const known = new Set<string>(askChoices(programme, filedOn).map(askField));
  return Object.keys(form).some((field) => field.startsWith('ask.') && !known.has(field));
}

/** A question by its short name. One that is no longer asked keeps its id. */
export function askName(ask: InfoAsk): string {
  const question = questionOf(ask);
  return question ? (text('en', `questions.${question.id}.short`) ?? question.id) : word(w.fields, ask);
}

/** What was said to it. The member's own words are shown as such. */
export function answerWords({ ask, said: told }: InfoAnswer): Fragment {
  switch (told.kind) {
    case 'text':
      return ask === 'phone' ? phoneNumber(told.text) : said(told.text);
    case 'date':
      return day(told.date);
    case 'count': {
      const { from, to } = told.count;
      if (to === null) return fill(words.request.orMore, { from });
      return from === to ? String(from) : fill(words.request.range, { from, to });
    }
    case 'chosen':
      return told.ids.length === 0 ? w.none : told.ids.map((id) => optionName(ask, id)).join('; ');
    case 'notSure':
    case 'declined':
      return html`<span class="dim">${words.request[told.kind]}</span>`;
  }
}

/** What can be chosen, by its short words; an id that is no longer offered is shown as it is. */
export function optionName(ask: InfoAsk, id: string): string {
  const label: Key | undefined = questionOf(ask)?.options.find((option) => option.id === id)?.label.self;
  return (label && text('en', label)) ?? id;
}

function questionOf(ask: InfoAsk): Question | undefined {
  return ask.startsWith('question:') ? questionIfKnown(ask.slice('question:'.length)) : undefined;
}
