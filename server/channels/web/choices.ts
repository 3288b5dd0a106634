/** What can be chosen in answer to a question: buttons for one, boxes to tick for several, three fields for a date. */
import type { Ask, Option } from '../../../dialogs/say.ts';
import { optionButton } from './controls.ts';
import { dateFields } from './date-fields.ts';
import { form, ofForm, type Asking } from './form.ts';
import { html, type Fragment, type Html } from './html.ts';
import { bothPhrases, label } from './phrase.ts';
import type { Voice } from './voice.ts';

/** More choices than these are a list to read down, not a stack of buttons. */
const longest = 8;

export function choicesHtml(ask: Ask, asking: Asking, voice: Voice): Fragment {
  const { input } = ask;
  const hint = ask.hint && html`<p class="hint" id="hint">${bothPhrases(ask.hint, voice)}</p>`;
  switch (input.kind) {
    case 'one':
      return [
        hint,
        html`<div class="choices${input.options.length > longest && html` long`}" ${named(asking, ask)}>
          ${input.options.map((one) => optionButton(one, voice))}
        </div>`,
      ];
    case 'many':
      return form(asking, 'ticks', [
        hint,
        html`<fieldset class="ticks" ${named(asking, ask)}>
          ${input.options.map((option) => tick(option, voice, false))} ${tick(input.none, voice, true)}
        </fieldset>`,
        html`<button type="submit" class="main" name="ticked" value="yes">${label('page.ask.next', voice)}</button>`,
      ]);
    case 'date':
      // The fields say themselves how a date is written.
      return form(asking, 'date', [
        html`<fieldset class="date" ${named(asking)}>${dateFields(voice, ofForm('dated', asking))}</fieldset>`,
        html`<button type="submit" class="main" name="dated" value="yes">${label('page.ask.next', voice)}</button>`,
      ]);
    case 'number':
    case 'text':
    case 'phone':
      return hint;
  }
}

/** A group is named by the question's own words, wherever they stand. */
function named({ waits, justSaid }: Asking, { hint }: Partial<Ask> = {}): Html {
  const id = `q${String(waits?.seq ?? 0)}${justSaid ? '' : '-again'}`;
  return html`role="group" aria-labelledby="${id}" ${hint && html`aria-describedby="hint"`}`;
}

function tick({ id, label: line }: Option, voice: Voice, none: boolean): Fragment {
  const words = bothPhrases(line, voice);
  return (
    words &&
    html`<label class="tick${none ? ' none' : ''}">
      <input type="checkbox" name="choice" value="${id}" ${none && html`data-none`} /><span>${words}</span>
    </label>`
  );
}
