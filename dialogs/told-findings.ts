/** What a screen tells of: what was looked into, without what is for a few others. */
import type { IsoDate } from '../policy/calendar.ts';
import { heldOn, type Held } from '../policy/derived.ts';
import { findings, type Finding } from '../policy/findings.ts';
import { answersFrom } from './answers.ts';
import { programmesInFocus } from './next-question.ts';
import type { Screened } from './questions/screened.ts';

/** In the order of the catalogue. What is for a few is told to those few, and to who has everything looked into. */
export function toldFindings(screened: Screened & { readonly today: IsoDate }): readonly Finding[] {
  const held = heldOn(screened.today, answersFrom(screened.replied));
  return findingsInFocus(screened).filter((each) => screened.everything || isTold(each, held, screened));
}

/** What was looked into, for a few or for many. */
export function findingsInFocus(screened: Screened & { readonly today: IsoDate }): readonly Finding[] {
  const { catalog, replied, today } = screened;
  const focus = programmesInFocus(screened);
  return findings(catalog, answersFrom(replied), today).filter(({ programme }) => focus.includes(programme));
}

function isTold({ programme, truth }: Finding, held: Held, { catalog }: Screened): boolean {
  const toldIf = catalog.supports.find(({ rule }) => rule.id === programme)?.rule.toldIf;
  return toldIf === undefined || truth === 'met' || toldIf.some((fact) => held[fact] === true);
}
