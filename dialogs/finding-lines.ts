/** A finding in words: what decided it; what is still open and who can tell; what only the plan judges. */
import { heldOn } from '../policy/derived.ts';
import type { Finding } from '../policy/findings.ts';
import { overlapsIn } from '../policy/overlaps.ts';
import type { Key } from '../locales/index.ts';
import { answersFrom } from './answers.ts';
import { line } from './asking.ts';
import { offerLines } from './offer-lines.ts';
import { perspectiveOf, type Perspective } from './perspective.ts';
import { questionById, questionsAbout } from './questions.ts';
import type { Line } from './say.ts';
import type { Case } from './case.ts';
import type { World } from './world.ts';

/** What it is, why it was found, and what is still open; a text message has room for the reason alone. */
export function reasons(finding: Finding, others: readonly Finding[], about: Case, world: World): readonly Line[] {
  const who = perspectiveOf(about);
  const because = reason(finding, who);
  if (world.channel === 'sms') return [...short(finding, because), ...overlapLines(finding, about, world)];
  return [
    line(`programmes.${finding.programme}.what`),
    ...because,
    ...open(finding, about, world),
    ...offerLines(finding, others, about, world),
    ...overlapLines(finding, about, world),
  ];
}

/** How ECM goes with what else they told that they are in; never a reason not to ask. */
function overlapLines({ programme, truth }: Finding, about: Case, { today }: World): readonly Line[] {
  if (programme !== 'ecm' || truth === 'unmet') return [];
  const who = perspectiveOf(about);
  return overlapsIn(heldOn(today, answersFrom(about.replies))).map(({ id, kind }) =>
    line(`programmes.overlap.${kind}.${who}`, { program: { word: `programmes.overlaps.${id}` } }),
  );
}

/** What only the plan judges, and the limits. Nothing of it where no match was found. */
export function beside(finding: Finding, about: Case, world: World): readonly Line[] {
  if (finding.truth === 'unmet') return [];
  const judged = finding.planDecides.slice(0, 2).map(({ planDecides: id }) => id);
  return [
    ...judged.map((id) => line(`programmes.planDecides.${id}.${perspectiveOf(about)}` as Key)),
    ...limitsOf(finding, world),
  ];
}

/** A text says what was found; the reason only where it says more than that: who they are for, or what comes first. */
function short({ truth, programme, after, lapsedOn }: Finding, because: readonly Line[]): readonly Line[] {
  const tells = programme === 'ecm' || truth === 'unknown' || after !== undefined || lapsedOn !== undefined;
  return tells ? because : [];
}

function reason(finding: Finding, who: Perspective): readonly Line[] {
  const { programme, truth, populations, after, lapsedOn, unsure } = finding;
  if (lapsedOn) return [line(`programmes.lapsed.${who}`, { date: { date: lapsedOn } })];
  if (after) return [line(`programmes.after.${who}`, { first: { word: `programmes.${after}.name` } })];
  if (truth === 'met' && populations.length > 0)
    return populations.map((id) => line(`programmes.populations.${id}.${who}`));
  if (truth !== 'unknown' || unsure.length === 0) return [line(`programmes.${programme}.${truth}.${who}`)];
  // Answered "no" to a rule whose source we could not read: that never says "no match".
  const ihss = unsure.some(({ fact }) => fact === 'ihss');
  return [line(ihss ? `programmes.ihssFirst.${who}` : `programmes.unsure.${who}`)];
}

/** What could still settle it, named by the question that would ask for it; a detail only of what is so. */
function open({ truth, missing, after }: Finding, { replies }: Case, { today }: World): readonly Line[] {
  if (truth !== 'unknown' || after) return [];
  const held = heldOn(today, answersFrom(replies));
  const asks = questionsAbout(missing).map(questionById);
  return asks
    .filter(({ onlyIf }) => onlyIf === undefined || held[onlyIf] === true)
    .slice(0, 3)
    .map(({ id }) => line(`programmes.missing.${id}`));
}

/** How long, how much, what it is not, and what the plan will also need. */
function limitsOf({ programme }: Finding, { catalog }: World): readonly Line[] {
  const support = catalog.supports.find(({ rule }) => rule.id === programme)?.rule;
  return [
    ...(support?.limits ?? []).map(({ id }) => line(`programmes.limits.${id}` as Key)),
    ...(support?.planAlsoNeeds ?? []).map(({ id }) => line(`programmes.planAlsoNeeds.${id}` as Key)),
  ];
}
