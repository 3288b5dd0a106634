/** What a screen tells of: what was looked into, without what is for a few others. */
import type { IsoDate } from '../policy/calendar.ts';
import { heldOn, type Held } from '../policy/derived.ts';
import { findings, type Finding } from '../policy/findings.ts';
import { answersFrom } from './answers.ts';
import { programmesInFocus } from './next-question.ts';
import type { Screened } from './questions/screened.ts';

/** In the order of the catalogue. What is for a few is told to those few, and to who has everything looked into. */
export function toldFindings(screened: Screened & { readonly today: IsoDate }): readonly Finding[] {
  const { catalog, replied, everything, today } = screened;
  const answers = answersFrom(replied);
  const held = heldOn(today, answers);
  const focus = programmesInFocus(screened);
  return findings(catalog, answers, today).filter(
    (each) => focus.includes(each.programme) && (everything || isTold(each, held, screened)),
  );
}

function isTold({ programme, truth }: Finding, held: Held, { catalog }: Screened): boolean {
  const toldIf = catalog.supports.find(({ rule }) => rule.id === programme)?.rule.toldIf;
  return toldIf === undefined || truth === 'met' || toldIf.some((fact) => held[fact] === true);
}
