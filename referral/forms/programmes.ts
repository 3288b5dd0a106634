/** Section 4 of the ECM forms: what else the member is in, in the groups in which it bears on ECM (`overlaps.ts`). */
import type { Block, Section } from './form.ts';
import { overlaps, type OverlapKind } from '../../policy/overlaps.ts';
import { conditionTick } from './ticks.ts';
import { saidOf, type Told } from './told.ts';
import { word, words } from './words.ts';

/** Only what members are asked about; the plan has the rest in its own records. */
export function programmesSection(told: Told): Section {
  const w = words.otherProgrammes;
  return {
    title: words.ecm.sections.programmes,
    blocks: [
      { kind: 'note', lines: [w.note] },
      {
        kind: 'fields',
        fields: [{ label: words.fields.ecmSoFar, value: saidOf('ecm', told) ?? words.notAsked, wide: true }],
      },
      ...kinds.flatMap((kind) => groupOf(kind, told)),
    ],
  };
}

const kinds: readonly OverlapKind[] = ['notWhileIn', 'choose', 'planSorts', 'both'];

function groupOf(kind: OverlapKind, told: Told): readonly Block[] {
  const ticks = overlaps.flatMap((each) =>
    each.kind === kind && each.when ? [conditionTick(word(words.otherProgrammes.names, each.id), each.when, told)] : [],
  );
  return ticks.length === 0 ? [] : [{ kind: 'ticks', title: words.otherProgrammes[kind], ticks }];
}
