/** The ECM form, Adult or Child/Youth, after the sections of the State's referral standards (policy.md 3.3). */
import { catalogOn } from '../../policy/catalog.ts';
import { criteriaIn, type Criterion } from '../../policy/condition.ts';
import type { Population, PopulationId } from '../../policy/rule.ts';
import type { Request } from '../referral.ts';
import { ecmBoxes, type Box, type Group } from './ecm-boxes.ts';
import type { Block, Form, Section, Tick } from './form.ts';
import { foundFields } from './found.ts';
import { headOf } from './head.ts';
import { attestationSection, commentsSection, memberSection, sourceSection } from './parties.ts';
import { programmesSection } from './programmes.ts';
import { conditionTick, criterionTick, planTick } from './ticks.ts';
import { toldIn, type Told } from './told.ts';
import type { Filling } from './values.ts';
import { ecmFormFor } from './which-ecm-form.ts';
import { fill, words } from './words.ts';

export function ecmForm(request: Request, filling: Filling): Form {
  const { referral } = filling;
  const told = toldIn(request, referral);
  const { id, isAdult, populations } = ecmFormFor(referral, told);
  const { sections } = words.ecm;
  const rules = catalogOn(referral.filedOn).populations.map(({ rule }) => rule);
  const boxes = populations.flatMap(({ id: population, groups }) => {
    const rule = rules.find((each) => each.id === population);
    return rule ? populationBlocks(rule, groups, request, told) : [];
  });
  const notes = id === 'childYouth' && isAdult ? [words.ecm.untilAge26] : [];
  return {
    ...headOf(id, words.ecm[id], words.ecm.standing, filling),
    sections: [
      memberSection(sections.member, filling),
      sourceSection(sections.source, filling),
      eligibilitySection(request, notes, boxes),
      programmesSection(told),
      { title: sections.streamlined, blocks: [{ kind: 'note', lines: [words.ecm.streamlined] }] },
      commentsSection(sections.comments, filling),
      attestationSection(sections.attestation, referral),
    ],
  };
}

function eligibilitySection(request: Request, notes: readonly string[], boxes: readonly Block[]): Section {
  return {
    title: words.ecm.sections.eligibility,
    blocks: [
      { kind: 'note', lines: [...notes, ...words.legend.lines] },
      { kind: 'fields', fields: foundFields(request) },
      ...boxes,
    ],
  };
}

function populationBlocks(rule: Population, groups: readonly Group[], request: Request, told: Told): readonly Block[] {
  const label = fill(words.populationTitle, { number: numberOf(rule.id), name: words.populations[rule.id] });
  const tick = conditionTick(label, rule.when, told);
  const isFound = request.finding?.populations.includes(rule.id) ?? false;
  const state = isFound ? 'ticked' : tick.state;
  return [
    { kind: 'heading', tick: { ...tick, state } },
    ...groups.map(({ title, boxes }): Block => ({
      kind: 'ticks',
      title: words.groups[title],
      ticks: boxes.map((box) => boxTick(box, rule, told)),
    })),
  ];
}

/** As the State counts them, 1 to 9. */
const numberOf = (id: PopulationId): number => Object.keys(ecmBoxes).indexOf(id) + 1;

function boxTick(box: Box, rule: Population, told: Told): Tick {
  if ('planDecides' in box) return planTick(box);
  if ('when' in box) return conditionTick(words.compound[box.label], box.when, told);
  return criterionTick(criterionFor(box.fact, rule), told);
}

function criterionFor(fact: string, rule: Population): Criterion {
  const criterion = criteriaIn(rule.when).find((each) => each.fact === fact);
  if (!criterion) throw new Error(`The form has a box for "${fact}", which the rule "${rule.id}" does not test.`);
  return criterion;
}
