/** How a try at a call went: the form for whoever took it. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { addDays } from '../../../policy/calendar.ts';
import { CallOutcome, DayPart, Interpreting } from '../../../referral/call-attempt.ts';
import { addWorkingDays } from '../../../referral/working-days.ts';
import { farthestTry, type CallField } from './call-back-entry.ts';
import type { CallBackView } from './call-back-one-page.ts';
import { mayLeaveVoicemail } from './call-limits.ts';
import { csrfField } from '../layout.ts';
import { words } from '../words.ts';

const w = words.callBacks;

export function callForm({ task, session, today, at, entered }: CallBackView): Html {
  const outcomes = CallOutcome.options.filter((each) => each !== 'voicemail' || mayLeaveVoicemail(task));
  const typed = (field: CallField, otherwise: string): string => entered?.form[field] ?? otherwise;
  const wrong = (field: CallField): boolean => entered?.problems.some((problem) => problem.field === field) ?? false;
  const select = (
    field: CallField,
    title: string,
    options: readonly (readonly [value: string, name: string])[],
    more: { readonly chosen?: string; readonly hint?: string } = {},
  ): Html =>
    around(
      field,
      title,
      wrong(field),
      html`<select id="${field}" name="${field}" ${attributes(field, wrong(field), more.hint)}>
        ${options.map(([value, name]) => html`<option value="${value}" ${value === typed(field, more.chosen ?? '') && html`selected`}>${name}</option>`)}
      </select>`,
      more.hint,
    );
  return html`<form method="post" action="${at}/tried">
    ${csrfField(session)}<input type="hidden" name="seen" value="${task.attempts.length}" />
    ${select('outcome', w.outcome, [['', w.choose], ...outcomes.map((each) => [each, w.outcomes[each]] as const)], { hint: w.wrongHint })}
    ${select('interpreting', w.interpreting, [['', w.choose], ...Interpreting.options.map((each) => [each, w.interpreters[each]] as const)], { hint: w.onlyIfReached })}
    ${around(
      'tryOn',
      w.tryOn,
      wrong('tryOn'),
      html`<input
        type="date"
        id="tryOn"
        name="tryOn"
        min="${today}"
        max="${addDays(today, farthestTry)}"
        value="${typed('tryOn', addWorkingDays(today, 1))}"
        ${attributes('tryOn', wrong('tryOn'), w.tryOnHint)}
      />`,
      w.tryOnHint,
    )}
    ${select(
      'tryAt',
      w.tryAt,
      DayPart.options.map((each) => [each, words.contact.times[each]] as const),
      { chosen: task.callBack.when ?? 'anytime' },
    )}
    <button>${w.record}</button>
  </form>`;
}

function around(field: CallField, title: string, isWrong: boolean, input: Html, hint?: string): Html {
  return html`<div class="field${isWrong && ' wrong'}">
    <label for="${field}">${title}</label>
    ${input} ${hint !== undefined && html`<p class="hint" id="${field}-hint">${hint}</p>`}
  </div>`;
}

function attributes(field: CallField, isWrong: boolean, hint: string | undefined): Fragment {
  return [hint !== undefined && html`aria-describedby="${field}-hint"`, isWrong && html` aria-invalid="true"`];
}
