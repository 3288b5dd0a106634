/** What a plan asks, as it is asked: in the words of the filing and of the screen. */
import type { InfoAsk, InfoField } from '../../referral/info-ask.ts';
import type { ReferralStatus } from '../../referral/status.ts';
import type { Key } from '../../locales/index.ts';
import { ask, line } from '../asking.ts';
import { questionIfKnown, type Question } from '../questions.ts';
import type { Ask, Input, Line } from '../say.ts';
import { inputOf } from '../screen.ts';
import type { Case } from '../case.ts';
import type { State } from '../state.ts';
import type { Waiting } from '../waiting.ts';
import { emptyDraft } from '../case.ts';
import type { World } from '../world.ts';

export type PlanQuestionWaiting = Extract<Waiting, { dialog: 'planQuestion' }>;

/** The screening question, where one is asked. */
export function screened(asked: InfoAsk): Question | undefined {
  if (asked === 'county') return questionIfKnown('county');
  return asked.startsWith('question:') ? questionIfKnown(asked.slice('question:'.length)) : undefined;
}

/** Whether it can be asked by this build: a screening question may have gone since. */
export function isKnownAsk(asked: InfoAsk): boolean {
  return !asked.startsWith('question:') || screened(asked) !== undefined;
}

/** How the person is to be reached is asked of nobody who may not act for them: they might name a place of their own. */
export function canBeAsked(asked: InfoAsk, { mayAct = false }: Pick<ReferralStatus, 'mayAct'>): boolean {
  return isKnownAsk(asked) && (mayAct || (asked !== 'phone' && asked !== 'address'));
}

/** What is asked about somebody's life is asked in texts only of those who said that it may be. */
export function needsPrivacy({ asks: [asked] }: PlanQuestionWaiting, { privacy }: State, { channel }: World): boolean {
  return channel === 'sms' && privacy !== 'here' && asked !== undefined && screened(asked)?.sensitive === true;
}

/** Nothing of the person is known here: what was told for the request is not theirs to see who answers now. */
export function personAsked({ whose }: Pick<PlanQuestionWaiting, 'whose'>): Case {
  const nothing = { replies: [], helper: {}, filed: [], everything: false, confidential: false };
  return { id: 'asked by the plan', whose, draft: emptyDraft, ...nothing };
}

/** `planQuestion.ecm.card`: of which request, and what. */
export function planQuestionAsk(waiting: PlanQuestionWaiting, state: State, world: World): Ask {
  const [asked = 'name'] = waiting.asks;
  const question = screened(asked);
  const about = personAsked(waiting);
  const id = `planQuestion.${waiting.programme}.${question?.id ?? asked}`;
  const more = waiting.asks.length - 1;
  const left = more > 0 ? { left: more } : {};
  const parts = question
    ? { line: questionLine(question, waiting, state), input: inputOf(question, about, world) }
    : fieldParts(asked as Field, waiting, state, world);
  return ask({ id, ...parts, mayDecline: true, mayAskWhy: true, ...left });
}

function questionLine({ id }: Question, { whose }: PlanQuestionWaiting, { misread }: State): Line {
  return line(misread === 0 ? `questions.${id}.${whose}` : `questions.${id}.again.${whose}`);
}

type Field = Exclude<InfoField, 'county'>;

function fieldParts(
  asked: Field,
  { whose }: PlanQuestionWaiting,
  { misread }: State,
  world: World,
): Partial<Ask> & Pick<Ask, 'line' | 'input'> {
  const again: Key = `file.${asked}.again`;
  return {
    line: line(`file.${asked}.ask.${whose}`, { plan: world.plan.shortName }),
    input: inputs[asked],
    ...(misread > 0 ? { hint: line(again) } : {}),
  };
}

const inputs: Readonly<Record<Field, Input>> = {
  name: { kind: 'text' },
  birthDate: { kind: 'date' },
  card: { kind: 'text' },
  phone: { kind: 'phone' },
  address: { kind: 'text' },
  trusted: { kind: 'text' },
};
