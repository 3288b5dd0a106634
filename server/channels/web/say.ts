/** One thing said, as HTML. */
import type { Line, Option, Say, StepMark } from '../../../dialogs/say.ts';
import { languageIn, optionButton } from './controls.ts';
import { html, type Fragment, type Html } from './html.ts';
import { dangerPhrase, label, phrase } from './phrase.ts';
import { rowsHtml } from './rows.ts';
import { folded, sourceNote } from './source.ts';
import type { Voice } from './voice.ts';

/** Where something is said: in which entry, and whether what it offers can still be taken up. */
export type Place = {
  readonly seq: number;
  readonly live: boolean;
  /** The way to what was filed, from the card that tells its number. */
  readonly copy: Fragment;
  /** It stands on the page in another language already: this time it is only to be read. */
  readonly again?: true;
};

export function sayHtml(say: Say, voice: Voice, place: Place): Fragment {
  switch (say.kind) {
    case 'line':
      return paragraph(say.line, voice);
    case 'danger':
      return danger(say.lines, voice);
    case 'ask':
      return html`<h2 class="question" ${!place.again && html`id="q${place.seq}" tabindex="-1"`}>
        ${phrase(say.line, voice)}
      </h2>`;
    case 'offers':
      return offers(say.options, voice, place);
    case 'finding':
      return finding(say, voice, place);
    case 'source':
      return sourceNote(say.cites, voice);
    case 'rows':
      return html`<section class="card">
        <h2>${phrase(say.title, voice)}</h2>
        <dl class="rows">${rowsHtml(say.rows, voice, place.live)}</dl>
      </section>`;
    case 'card':
      return html`<section class="card keep">
        <h2>${phrase(say.title, voice)}</h2>
        ${paragraphs(say.lines, voice)} ${tellsThatFiled(say) ? place.copy : printButton(voice)}
      </section>`;
    case 'steps':
      return html`<section class="card">
        <h2>${phrase(say.title, voice)}</h2>
        <ol class="steps">
          ${say.steps.map((mark) => stepHtml(mark, voice))}
        </ol>
      </section>`;
  }
}

/** The card that is shown once a request is stored: what it says, and more, stands on a page of its own to print. */
export const tellsThatFiled = (say: Say): boolean => say.kind === 'card' && say.title.key === 'file.sent.title';

const printButton = (voice: Voice): Html =>
  html`<button type="button" class="act" data-print hidden>${label('page.print', voice)}</button>`;

const paragraphs = (lines: readonly Line[], voice: Voice): readonly Fragment[] =>
  lines.map((line) => paragraph(line, voice));

function paragraph(line: Line, voice: Voice): Html | null {
  const words = phrase(line, voice);
  return words && html`<p>${words}</p>`;
}

/** Read out at once, in the member's language and in English: neither may be the one that was not understood. */
function danger(lines: readonly Line[], voice: Voice): Html {
  const english = voice.in('en');
  const inOwn = lines.map((line) => dangerPhrase(line, voice)).filter((words) => words !== null);
  return html`<div class="danger" role="alert">
    ${inOwn.map((words) => html`<p>${words}</p>`)}
    ${
      (voice.tag !== 'en' || inOwn.length === 0) &&
      html`<div class="in-english" lang="en" dir="ltr">
        ${lines.map((line) => html`<p>${dangerPhrase(line, english)}</p>`)}
      </div>`
    }
  </div>`;
}

function offers(options: readonly Option[], voice: Voice, { live }: Place, of?: Fragment): Fragment {
  if (!live || options.length === 0) return null;
  // Names of languages are short and known to whom they are for: beside one another, before all else that is said.
  const beside = options.some(({ id }) => languageIn(id) !== null) && html` beside`;
  return html`<div class="offers${beside}">${options.map((one) => optionButton(one, voice, { of }))}</div>`;
}

function finding(say: Extract<Say, { kind: 'finding' }>, voice: Voice, place: Place): Html {
  const name = programmeName(say.programme, voice);
  return html`<section class="card finding ${say.truth}">
    <p class="mark">${label(`page.finding.${say.truth}`, voice)}</p>
    <h2>${name}</h2>
    ${paragraphs(say.lines, voice)} ${offers(say.offers, voice, place, name)}
    ${folded(paragraphs(say.more, voice), say.cites, voice)}
  </section>`;
}

type Programme = Extract<Say, { kind: 'finding' }>['programme'];

/** The plan's own name for it, or ours; with the English name beside it, as letters and cards will have it. */
export function programmeName(programme: Programme, voice: Voice): Fragment {
  const key = `programmes.${programme}.name` as const;
  const own = voice.plan.names[voice.tag]?.[programme];
  const name = own ?? label(key, voice);
  if (voice.tag === 'en') return name;
  const english = voice.plan.names['en']?.[programme] ?? voice.words.any('en', key) ?? '';
  const plain = own ?? voice.words.shown(voice.tag, key);
  const isBeside = plain === undefined || letters(plain).includes(letters(english));
  return [name, !isBeside && html` <bdi class="english" lang="en">(${english})</bdi>`];
}

/** "(ECM)" and ", ECM" say the same. */
const letters = (name: string): string => name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

function stepHtml({ line, on, by, state }: StepMark, voice: Voice): Html {
  return html`<li class="${state}" ${state === 'now' && html`aria-current="step"`}>
    <span class="hidden">${label(`page.steps.${state}`, voice)}</span> ${phrase(line, voice)}
    ${on && html`<span class="when">${label('page.steps.on', voice, { date: { date: on } })}</span>`}
    ${by && html`<span class="when">${label('page.steps.by', voice, { date: { date: by } })}</span>`}
  </li>`;
}
