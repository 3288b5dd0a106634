/** What the caller, or the member before, has answered already: in English, so that nothing is asked twice. */
import { personRows } from '../../../dialogs/file/person-rows.ts';
import { replyRows } from '../../../dialogs/replies.ts';
import type { Row } from '../../../dialogs/say.ts';
import { activeCase, type State } from '../../../dialogs/state.ts';
import type { World } from '../../../dialogs/world.ts';
import { html, type Fragment } from '../../channels/web/html.ts';
import { rowsHtml } from '../../channels/web/rows.ts';
import type { Voice } from '../../channels/web/voice.ts';

/** Folded; open where the worker comes to it new. */
export function knownHtml(state: State, world: World, english: Voice, title: string, open: boolean): Fragment {
  const rows = knownRows(state, world);
  return (
    rows.length > 0 &&
    html`<details class="card" ${open && html`open`}>
      <summary>${title}</summary>
      <dl>${rowsHtml(rows, english, false)}</dl>
    </details>`
  );
}

function knownRows(state: State, world: World): readonly Row[] {
  const about = activeCase(state);
  if (!about) return [];
  const rows = [...replyRows(about, () => undefined), ...personRows(about, world)];
  return rows.filter(({ values }) => values.length > 0);
}
