/** What could be chosen from the things that were said, for the words of what was chosen. */
import type { Option, Say } from '../../../dialogs/say.ts';
import type { Fragment } from './html.ts';
import { subject } from './rows.ts';
import { programmeName } from './say.ts';
import type { Voice } from './voice.ts';

/** A choice, and what it is about where its own words do not tell: "Change" says nothing without what is changed. */
export type Offered = { readonly option: Option; readonly of?: (voice: Voice) => Fragment };

const plain = (options: readonly Option[]): readonly Offered[] => options.map((option) => ({ option }));

/** Everything that can be chosen from one thing said. */
export function optionsOf(say: Say): readonly Offered[] {
  switch (say.kind) {
    case 'ask':
      if (say.input.kind === 'many') return plain([...say.input.options, say.input.none]);
      return say.input.kind === 'one' ? plain(say.input.options) : [];
    case 'offers':
      return plain(say.options);
    case 'finding':
      return say.offers.map((option) => ({ option, of: (voice) => programmeName(say.programme, voice) }));
    case 'rows':
      return say.rows.flatMap((row) =>
        row.offer ? [{ option: row.offer, of: (voice: Voice) => subject(row, say.rows, voice) }] : [],
      );
    case 'line':
    case 'danger':
    case 'source':
    case 'card':
    case 'steps':
      return [];
  }
}
