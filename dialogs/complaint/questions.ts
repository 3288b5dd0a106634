/** The questions of a complaint as they are asked. */
import { ComplaintSubject } from '../../referral/complaint.ts';
import { ask, line, one, option } from '../asking.ts';
import { yesNo } from '../file/questions.ts';
import type { Ask, Input, Line, Option } from '../say.ts';
import type { State } from '../state.ts';
import type { ComplaintStep, Waiting } from '../waiting.ts';
import type { World } from '../world.ts';

export type ComplaintWaiting = Extract<Waiting, { dialog: 'complaint' }>;

export const whoseOptions: readonly Option[] = (['self', 'other'] as const).map((id) =>
  option(id, `complaint.whose.options.${id}`),
);
export const subjectOptions: readonly Option[] = ComplaintSubject.options.map((id) =>
  option(id, `complaint.subject.options.${id}`),
);
export const replyOptions: readonly Option[] = (['call', 'letter'] as const).map((id) =>
  option(id, `complaint.reply.options.${id}`),
);
export const phoneOptions: readonly Option[] = [
  option('this', 'person.phone.this'),
  option('another', 'person.phone.another'),
];

/** Who helps is called on their own phone, and says nothing of how the person is reached. */
export function previewOptions({ said }: ComplaintWaiting): readonly Option[] {
  return [
    option('send', 'file.preview.options.send'),
    option('words', 'complaint.preview.words'),
    ...(said.whose === 'self' ? [option('reach', 'file.preview.options.safeWays')] : []),
    option('dontSend', 'file.preview.options.dontSend'),
  ];
}

/** Without these the plan cannot take it, or cannot answer it. */
const needed = new Set<ComplaintStep>(['whose', 'subject', 'reply', 'preview']);

/** A letter finds nobody without a name and a birth date; who is called can say them then. */
export const isNeeded = ({ step, said }: ComplaintWaiting): boolean =>
  needed.has(step) ||
  (step === 'phone' && said.reply === 'call') ||
  ((step === 'name' || step === 'birthDate') && said.reply === 'letter');

/** Whether the phone in the member's hand is offered as the one to call. */
export const isThisPhone = (waiting: ComplaintWaiting, state: State, world: World): boolean =>
  world.provenPhone !== undefined && waiting.otherPhone !== true && !isUnsafe(state);

/** Where violence is near, the phone in their hand may not be theirs alone: they say which one is safe. */
export const isUnsafe = (state: State): boolean =>
  state.danger?.violence === true || (state.cases.find(({ id }) => id === state.active)?.confidential ?? false);

export function complaintQuestion(waiting: ComplaintWaiting, state: State, world: World): Ask {
  const { line: asked, input, hint, again } = parts(waiting, state, world);
  const shown = state.misread > 0 ? again : hint;
  return ask({
    id: `complaint.${waiting.step}`,
    line: asked,
    ...(shown ? { hint: shown } : {}),
    input,
    mayDecline: !isNeeded(waiting),
    mayAskWhy: true,
  });
}

type Parts = { readonly line: Line; readonly input: Input; readonly hint?: Line; readonly again?: Line };

function parts(waiting: ComplaintWaiting, state: State, world: World): Parts {
  const who = waiting.said.whose ?? 'self';
  const plan = { plan: world.plan.shortName };
  switch (waiting.step) {
    case 'whose':
      return { line: line('complaint.whose.ask'), input: one(whoseOptions), again: line('complaint.whose.again') };
    case 'subject':
      return {
        line: line(`complaint.subject.ask.${who}`),
        input: one(subjectOptions),
        again: line('complaint.subject.again'),
      };
    case 'letterDate':
      return {
        line: line('complaint.letterDate.ask'),
        input: { kind: 'date' },
        again: line('complaint.letterDate.again'),
      };
    case 'keep':
      return {
        line: line(`complaint.keep.ask.${who}`),
        input: one(yesNo),
        hint: line('complaint.keep.hint'),
        again: line('file.fast.again'),
      };
    case 'words':
      return {
        line: line(`complaint.words.ask.${who}`),
        input: { kind: 'text' },
        again: line('file.fastWhy.again'),
      };
    case 'urgent':
      return { line: line(`complaint.urgent.ask.${who}`), input: one(yesNo), again: line('file.fast.again') };
    case 'reply':
      return {
        line: line('complaint.reply.ask', plan),
        input: one(replyOptions),
        again: line('complaint.reply.again'),
      };
    case 'phone':
      if (isThisPhone(waiting, state, world)) return { line: line('person.phone.askThis'), input: one(phoneOptions) };
      return {
        line: line(who === 'other' ? 'whom.helperPhone.ask' : 'file.phone.ask.self'),
        input: { kind: 'phone' },
        again: line('file.phone.again'),
      };
    case 'address':
      return { line: line('file.address.ask.self'), input: { kind: 'text' }, again: line('file.address.again') };
    case 'name':
      return { line: line(`file.name.ask.${who}`), input: { kind: 'text' }, again: line('file.name.again') };
    case 'birthDate':
      return { line: line(`file.birthDate.ask.${who}`), input: { kind: 'date' }, again: line('file.birthDate.again') };
    case 'helperName':
      return { line: line('whom.helperName.ask'), input: { kind: 'text' } };
    case 'preview':
      return {
        line: line('file.preview.ask.self', plan),
        input: one(previewOptions(waiting)),
        again: line('file.preview.again'),
      };
  }
}
