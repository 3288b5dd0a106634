/** The sections of a plan's own form, filled in. */
import type { Filer, Referral } from '../referral.ts';
import type { BoxId, FieldMap, MapLine } from './field-map.ts';
import { field, fieldUnder } from './fields.ts';
import type { Block, Section, Tick } from './form.ts';
import { carried, type Filling } from './values.ts';
import { words } from './words.ts';

export function mappedSections({ sections }: FieldMap, filling: Filling): readonly Section[] {
  const own = sections.map(({ title, lines }) => ({ title, blocks: blocksOf(lines, filling) }));
  const said = sections.flatMap(({ lines }) => lines.flatMap((line) => ('value' in line ? [line.value] : [])));
  // What nobody may lose because a plan's form has no line for it.
  const fields = carried.filter((id) => !said.includes(id)).map((id) => field(id, filling));
  return fields.length === 0 ? own : [...own, { title: words.support.beside, blocks: [{ kind: 'fields', fields }] }];
}

/** Lines of one kind that follow each other stand in one block. */
function blocksOf(lines: readonly MapLine[], filling: Filling): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if ('value' in line) {
      const made = fieldUnder(line.label, line.value, filling, line.wide && 'wide');
      if (last?.kind === 'fields') blocks[blocks.length - 1] = { ...last, fields: [...last.fields, made] };
      else blocks.push({ kind: 'fields', fields: [made] });
    } else {
      const made = tickOf(line, filling.referral);
      if (last?.kind === 'ticks') blocks[blocks.length - 1] = { ...last, ticks: [...last.ticks, made] };
      else blocks.push({ kind: 'ticks', title: null, ticks: [made] });
    }
  }
  return blocks;
}

/** Of what the referral itself says, not of answers: ticked, or left empty. */
function tickOf({ label, tick }: Extract<MapLine, { readonly tick: unknown }>, referral: Referral): Tick {
  const isTicked = tick in boxes ? boxes[tick as BoxId](referral) : asksFor(tick, referral);
  return { label, state: isTicked ? 'ticked' : 'notAsked', said: null };
}

const asksFor = (programme: string, { requests }: Referral): boolean =>
  requests.some((request) => request.programme === programme);

const boxes: Readonly<Record<BoxId, (referral: Referral) => boolean>> = {
  asksForFast: ({ asksForFast }) => asksForFast,
  standard: ({ asksForFast }) => !asksForFast,
  filedByMember: ({ filer }) => filer.kind === 'self',
  filedByFamily: ({ filer }) => isHelper(filer) && filer.relation !== 'organization',
  filedByOrganization: ({ filer }) => isHelper(filer) && filer.relation === 'organization',
};

const isHelper = (filer: Filer): filer is Extract<Filer, { kind: 'helper' }> => filer.kind === 'helper';
