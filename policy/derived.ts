/** What the answers of one day say on another: ages grow, windows run out, and some facts follow from others. */
import type { Answers, ChoiceFact, Count, CountFact, YesNoFact } from './facts.ts';
import { CountFact as countFacts } from './facts.ts';
import { fullYears, type IsoDate } from './calendar.ts';
import { addWhatFollows } from './what-follows.ts';
import { hasRunOut } from './windows.ts';

/** What is known today, fact by fact. What is absent is unknown: not asked, not sure, not said, or too long ago. */
export type Held = { readonly [F in YesNoFact]?: boolean } & { readonly [F in CountFact]?: Count } & {
  readonly [F in ChoiceFact]?: string;
};
/** What a criterion can ask about. */
export type HeldFact = keyof Held;
/** The same, while it is put together. */
export type Draft = { -readonly [F in keyof Held]: Held[F] };

/** The answers as they hold today, with what follows from them. */
export function heldOn(today: IsoDate, answers: Answers): Held {
  const held: Draft = {};
  for (const key in answers.yesNo) {
    const fact = key as YesNoFact;
    const answer = answers.yesNo[fact];
    if (answer?.kind === 'known' && !hasRunOut(fact, answer.on, today)) held[fact] = answer.value;
  }
  for (const fact of countFacts.options) {
    const answer = answers.count[fact];
    if (answer?.kind === 'known' && !hasRunOut(fact, answer.on, today)) held[fact] = answer.value;
  }
  for (const key in answers.choice) {
    const fact = key as ChoiceFact;
    const answer = answers.choice[fact];
    if (answer?.kind === 'known' && !hasRunOut(fact, answer.on, today)) held[fact] = answer.value;
  }
  const age = ageOn(today, answers);
  if (age) held.age = age;
  addWhatFollows(held);
  return held;
}

/** Exactly, from the birth date; else from the age as it was told, which may have grown by one since. */
function ageOn(today: IsoDate, { date: { birthDate }, count: { age } }: Answers): Count | undefined {
  if (birthDate?.kind === 'known') {
    const years = Math.max(0, fullYears(birthDate.value, today));
    return { from: years, to: years };
  }
  if (age?.kind !== 'known' || age.on === today) return age?.kind === 'known' ? age.value : undefined;
  const years = Math.max(0, fullYears(age.on, today));
  const { from, to } = age.value;
  return { from: from + years, to: to === null ? null : to + years + (today > age.on ? 1 : 0) };
}

/** What would be known if this were said besides. */
export function heldWith(held: Held, said: Held): Held {
  const both: Draft = { ...held, ...said };
  addWhatFollows(both);
  return both;
}
