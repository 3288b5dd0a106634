/** What is said on danger: fixed words for each kind, with the lines to call. Shown in the member's language and in English. */
import type { DangerKind } from '../../dialogs/danger-kind.ts';
import { line, planParams } from '../../dialogs/asking.ts';
import type { Say } from '../../dialogs/say.ts';
import type { World } from '../../dialogs/world.ts';

export function dangerSays(kind: DangerKind, world: World): readonly Say[] {
  return [{ kind: 'danger', lines: [] }];
}
