/** The form for one Community Support: the plan's own by its field map, else a general one. */
import { catalogOn, type Dated } from '../../policy/catalog.ts';
import { childrenOf, judgementsIn, type Condition, type Criterion } from '../../policy/condition.ts';
import type { CommunitySupport, SupportId } from '../../policy/rule.ts';
import type { Citation } from '../../policy/citation.ts';
import { sources } from '../../policy/sources.ts';
import type { Request } from '../referral.ts';
import type { FieldMap } from './field-map.ts';
import type { Block, Form, Section } from './form.ts';
import { fieldUnder } from './fields.ts';
import { foundFields } from './found.ts';
import { headOf } from './head.ts';
import { mappedSections } from './mapped.ts';
import { attestationSection, commentsSection, memberSection, sourceSection } from './parties.ts';
import { criterionTick, planTick } from './ticks.ts';
import { toldIn, type Told } from './told.ts';
import { usDate, type Filling } from './values.ts';
import { fill, words } from './words.ts';

export function supportForm(id: SupportId, request: Request, map: FieldMap | undefined, filling: Filling): Form {
  const { referral, planName } = filling;
  const programme = words.programmes[id];
  const title = fill(words.support.title, { programme });
  const name = fill(words.support.name, { programme });
  const after: Section[] = [
    criteriaSection(id, request, filling),
    commentsSection(words.support.sections.comments, filling),
    attestationSection(words.support.sections.attestation, referral),
  ];
  if (map) {
    const standing = fill(words.support.mappedStanding, { plan: planName, source: whereFrom(map.cite) });
    return {
      ...headOf(id, { title: `${map.title}: ${programme}`, name }, standing, filling),
      sections: [...mappedSections(map, filling), ...after.map(withoutNumber)],
    };
  }
  const { sections } = words.support;
  return {
    ...headOf(id, { title, name }, words.support.standing, filling),
    sections: [
      memberSection(sections.member, filling),
      sourceSection(sections.source, filling),
      serviceSection(filling),
      ...after,
    ],
  };
}

function whereFrom({ source: id, place }: Citation): string {
  const { title, date } = sources[id];
  const source = date === null ? title : fill(words.support.dated, { title, date });
  return fill(words.support.placed, { source, place });
}

/** A plan's own sections are counted by the plan. */
function withoutNumber(section: Section): Section {
  return { ...section, title: section.title.replace(/^\d+\. /, '') };
}

function serviceSection(filling: Filling): Section {
  const fields = [
    fieldUnder(words.support.requested, 'requested', filling, 'wide'),
    fieldUnder(words.support.also, 'also', filling, 'wide'),
  ];
  return { title: words.support.sections.service, blocks: [{ kind: 'fields', fields }] };
}

function criteriaSection(id: SupportId, request: Request, { referral }: Filling): Section {
  const support = catalogOn(referral.filedOn).supports.find(({ rule }) => rule.id === id);
  return {
    title: words.support.sections.criteria,
    blocks: [
      { kind: 'note', lines: words.legend.lines },
      { kind: 'fields', fields: foundFields(request) },
      ...(support ? supportBlocks(support, toldIn(request, referral)) : []),
    ],
  };
}

function supportBlocks({ rule, lapsedOn }: Dated<CommunitySupport>, told: Told): readonly Block[] {
  const { criteria, barred } = sorted(rule.when);
  const judged = [...new Map(judgementsIn(rule.when).map((each) => [each.planDecides, each])).values()];
  const group = (title: string | null, ticks: readonly ReturnType<typeof planTick>[]): Block[] =>
    ticks.length > 0 ? [{ kind: 'ticks', title, ticks }] : [];
  return [
    ...(lapsedOn ? [{ kind: 'note', lines: [fill(words.support.lapsed, { day: usDate(lapsedOn) })] } as const] : []),
    ...(criteria.length > 0 ? [] : [{ kind: 'note', lines: [words.support.nothing] } as const]),
    ...group(
      null,
      criteria.map((each) => criterionTick(each, told)),
    ),
    ...group(
      words.support.instead,
      barred.map((each) => criterionTick(each, told)),
    ),
    ...group(words.groups.forPlan, judged.map(planTick)),
  ];
}

/** The criteria of a condition, each once, apart from those that stand under a "not". */
function sorted(condition: Condition): { readonly criteria: Criterion[]; readonly barred: Criterion[] } {
  const criteria = new Map<string, Criterion>();
  const barred = new Map<string, Criterion>();
  const walk = (each: Condition, negated: boolean): void => {
    if ('test' in each) (negated ? barred : criteria).set(nameOf(each), each);
    for (const part of childrenOf(each)) walk(part, negated !== 'not' in each);
  };
  walk(condition, false);
  return {
    criteria: [...criteria.values()],
    barred: [...barred].filter(([name]) => !criteria.has(name)).map(([, each]) => each),
  };
}

/** The same test may be cited to several places. */
const nameOf = ({ cite: _cite, ...test }: Criterion): string => JSON.stringify(test);
