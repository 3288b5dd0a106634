/** Questions and answers, or what will be sent: row by row, each with what can be done with it. */
import type { Row } from '../../../dialogs/say.ts';
import { optionButton } from './controls.ts';
import { html, type Fragment, type Html } from './html.ts';
import { phrase } from './phrase.ts';
import type { Voice } from './voice.ts';

/** `live`: what the rows offer can still be taken up. */
export function rowsHtml(rows: readonly Row[], voice: Voice, live: boolean): readonly Html[] {
  return rows.map((row) => {
    const kind = row.values.length > 1 && html`class="several"`;
    const { offer } = row;
    return html`<div ${kind}>
      <dt>${phrase(row.label, voice)}</dt>
      ${row.values.map((value) => html`<dd>${phrase(value, voice)}</dd>`)}
      ${
        live &&
        offer &&
        html`<dd class="change">${optionButton(offer, voice, { kind: 'act', of: subject(row, rows, voice) })}</dd>`
      }
    </div>`;
  });
}

/** What a row is about: its label; where several rows have the same, what stands in this one. */
export function subject(row: Row, rows: readonly Row[], voice: Voice): Fragment {
  const { label, values } = row;
  const isShared = rows.some((other) => other !== row && other.label.key === label.key);
  return isShared ? values.map((value) => phrase(value, voice)) : phrase(label, voice);
}
