/** The two forms of one request: the plan's decision, and what became of it after approval. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { IsoDate } from '../../../policy/calendar.ts';
import type { ProgrammeId } from '../../../policy/rule.ts';
import { ClosureReason, Decision } from '../../../referral/decision.ts';
import { openAsks, type InfoAsk } from '../../../referral/info-ask.ts';
import type { RequestStatus } from '../../../referral/status.ts';
import { askChoices, askField, askName } from './info-asks.ts';
import { programmeName } from '../names.ts';
import { fieldLabels, type Entered, type Field } from './request-entry.ts';
import { mayLoop } from './steps.ts';
import { fill, words } from '../words.ts';

const w = words.form;

export type FormView = {
  readonly status: RequestStatus;
  /** Where the forms are sent: the address of the referral. */
  readonly address: string;
  readonly filedOn: IsoDate;
  readonly today: IsoDate;
  readonly csrf: Html;
  /** From which queue the referral was opened, as a field. */
  readonly way: Fragment;
  /** How many events there were when this page was made. */
  readonly seen: number;
  /** What was typed and refused, to be mended. */
  readonly entered: Entered | null;
  /** Whether this worker has ticked the warnings on safe contact. */
  readonly warned: boolean;
};

/** Both forms, side by side; the loop's only after approval. */
export function requestForms(view: FormView): Html {
  return html`<div class="forms">
    ${!view.warned && html`<p class="note">${words.warnings.first}</p>`} ${decisionForm(view)}
    ${mayLoop(view.status) ? loopForm(view) : html`<p class="dim">${w.loopLater}</p>`}
  </div>`;
}

function decisionForm(view: FormView): Html {
  const { decision, decidedOn, noticeMailedOn } = view.status;
  const choices = Decision.options.map((id) => [id, words.decisions[id]] as const);
  return form('decision', w.decisionTitle, w.saveDecision, view, [
    select('decision', view, choices, decision),
    date('decidedOn', view, decidedOn ?? view.today),
    date('noticeMailedOn', view, noticeMailedOn ?? '', w.noticeHint),
    asksField(view),
  ]);
}

/** None needs to be ticked: then the member is asked to call. */
function asksField(view: FormView): Html {
  const { programme, info } = view.status;
  const id = fieldId('asks', programme);
  const error = problem('asks', view);
  const tick = (ask: InfoAsk): Html => {
    const isTicked = isMine(view)
      ? view.entered?.values[askField(ask)] !== undefined
      : info !== undefined && openAsks(info).includes(ask);
    return html`<label class="tick"
      ><input type="checkbox" name="${askField(ask)}" ${isTicked && 'checked'} /> ${askName(ask)}</label
    >`;
  };
  const choices = askChoices(programme, view.filedOn);
  return html`<details class="asks" data-asks ${isAsking(view) && 'open'}>
    <summary>${words.infoAsks.fold}</summary>
    <fieldset id="${id}" tabindex="-1" aria-describedby="${error && `${id}-error `}${id}-hint">
      <legend>${fieldLabels.asks}</legend>
      ${error && html`<p class="error" id="${id}-error">${error}</p>`}
      <p class="hint" id="${id}-hint">${words.infoAsks.hint} ${programme === 'ecm' && words.infoAsks.ecmHint}</p>
      ${choices.filter((ask) => !isScreening(ask)).map(tick)}
      ${
        choices.some(isScreening) &&
        html`<details>
          <summary>${words.infoAsks.screening}</summary>
          ${choices.filter(isScreening).map(tick)}
        </details>`
      }
    </fieldset>
  </details>`;
}

/** Only where more is asked: for every other decision it would stand in the way. */
function isAsking(view: FormView): boolean {
  return (
    typed('decision', view) === 'pendingInfo' ||
    view.status.decision === 'pendingInfo' ||
    problem('asks', view) !== undefined
  );
}

const isScreening = (ask: InfoAsk): boolean => ask.startsWith('question:');

function loopForm(view: FormView): Html {
  const { loop, provider } = view.status;
  const states = Object.entries(words.loops);
  const reasons = ClosureReason.options.map((id) => [id, words.closureReasons[id]] as const);
  return form('loop', w.loopTitle, w.saveLoop, view, [
    select('loop', view, [['', w.choose], ...states], loop?.state ?? ''),
    date('loopOn', view, view.today),
    select('reason', view, [['', w.choose], ...reasons], loop?.state === 'closed' ? loop.reason : '', w.reasonHint),
    input('providerName', view, provider?.name ?? ''),
    input('providerPhone', view, provider?.phone ?? '', w.providerHint, 'tel'),
  ]);
}

type Kind = Entered['kind'];

function form(kind: Kind, title: string, save: string, view: FormView, fields: Fragment): Html {
  const { programme } = view.status;
  const named = fill(w.forProgramme, { label: title, programme: programmeName(programme) });
  return html`<form method="post" action="${view.address}/${kind}" aria-label="${named}" novalidate>
    <h3>${title}</h3>
    ${view.csrf} ${view.way}
    <input type="hidden" name="programme" value="${programme}" />
    <input type="hidden" name="seen" value="${view.seen}" />
    ${fields}
    <button>${save}</button>
  </form>`;
}

function select(
  field: Field,
  view: FormView,
  choices: readonly (readonly [value: string, text: string])[],
  present: string,
  hint?: string,
): Html {
  const chosen = typed(field, view) ?? present;
  return labelled(
    field,
    view,
    html`<select id="${fieldId(field, view.status.programme)}" name="${field}" ${described(field, view, hint)}>
      ${choices.map(
        ([value, text]) => html`<option value="${value}" ${value === chosen && 'selected'}>${text}</option>`,
      )}
    </select>`,
    hint,
  );
}

function date(field: Field, view: FormView, present: string, hint?: string): Html {
  return input(field, view, present, hint, 'date', html`min="${view.filedOn}" max="${view.today}"`);
}

function input(field: Field, view: FormView, present: string, hint?: string, type = 'text', more?: Html): Html {
  const control = html`<input
    type="${type}"
    id="${fieldId(field, view.status.programme)}"
    name="${field}"
    value="${typed(field, view) ?? present}"
    autocomplete="off"
    ${more}
    ${described(field, view, hint)}
  />`;
  return labelled(field, view, control, hint);
}

function labelled(field: Field, view: FormView, control: Html, hint?: string): Html {
  const id = fieldId(field, view.status.programme);
  const error = problem(field, view);
  return html`<div class="field${error && ' wrong'}">
    <label for="${id}">${fieldLabels[field]}</label>
    ${error && html`<p class="error" id="${id}-error">${error}</p>`} ${control}
    ${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
  </div>`;
}

function described(field: Field, view: FormView, hint?: string): Fragment {
  const id = fieldId(field, view.status.programme);
  const wrong = problem(field, view) !== undefined;
  const by = [wrong && `${id}-error`, hint !== undefined && `${id}-hint`].filter((part) => part !== false).join(' ');
  return [wrong && html`aria-invalid="true" `, by !== '' && html`aria-describedby="${by}"`];
}

/** The id of a field in the page, for labels and for the list of errors. */
export function fieldId(field: Field, programme: ProgrammeId): string {
  return `${field}-${programme}`;
}

function isMine({ status, entered }: FormView): boolean {
  return entered?.programme === status.programme;
}

function typed(field: Field, view: FormView): string | undefined {
  return isMine(view) ? view.entered?.values[field] : undefined;
}

function problem(field: Field, view: FormView): string | undefined {
  return isMine(view) ? view.entered?.errors.find((error) => error.field === field)?.text : undefined;
}
