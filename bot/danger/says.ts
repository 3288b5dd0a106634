/** What is said on danger: fixed words for each kind, with the lines to call. Shown in the member's language and in English. */
import { planParams } from '../../dialogs/asking.ts';
import type { DangerKind } from '../../dialogs/danger-kind.ts';
import type { Params, Say } from '../../dialogs/say.ts';
import type { World } from '../../dialogs/world.ts';
import type { Key } from '../../locales/index.ts';
import { dangerLines } from './lines.ts';

/** The words for one kind of danger, and that one may go on. */
export function dangerSays(kind: DangerKind, world: World): readonly Say[] {
  const params: Params = { ...planParams(world), ...phones };
  const keys: readonly Key[] = [...words[kind], 'danger.goOn'];
  return [{ kind: 'danger', lines: keys.map((key) => ({ key, params })) }];
}

const phones: Params = Object.fromEntries(
  Object.entries(dangerLines).map(([gap, { number }]) => [gap, { phone: number }]),
);

const words: Readonly<Record<DangerKind, readonly Key[]>> = {
  suicide: ['danger.suicide.one', 'danger.suicide.two', 'danger.suicide.three'],
  selfHarm: ['danger.selfHarm.one', 'danger.selfHarm.two', 'danger.selfHarm.three'],
  medical: ['danger.medical.one', 'danger.medical.two'],
  overdose: ['danger.overdose.one', 'danger.overdose.two', 'danger.overdose.three'],
  abuse: ['danger.abuse.one', 'danger.abuse.two', 'danger.abuse.three'],
  harmToOthers: ['danger.harmToOthers.one', 'danger.harmToOthers.two'],
  childInDanger: ['danger.childInDanger.one', 'danger.childInDanger.two'],
};
