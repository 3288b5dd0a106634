/** What is said once the request is stored: the number, what happens next and by when, what to do if nobody calls. */
import { decisionDue } from '../../referral/decision-due.ts';
import { addWorkingDays } from '../../referral/working-days.ts';
import type { Referral } from '../../referral/referral.ts';
import { line, planParams, say } from '../asking.ts';
import type { Line, Say } from '../say.ts';
import type { World } from '../world.ts';

/** The plan that it was sent to, for the words. */
type To = Pick<World, 'plan'>;

export function confirmation(referral: Referral, world: World): readonly Say[] {
  if (referral.filer.kind === 'helper') {
    const lines = [numberLine(referral), receivedLine(world)];
    return [{ kind: 'card', title: line('file.sent.title'), lines }, helperNext(referral, world)];
  }
  const lines = [numberLine(referral), ...whatHappensNext(referral, world)];
  return [{ kind: 'card', title: line('file.sent.title'), lines }];
}

/** The number, and that it is worth keeping. */
export const numberLine = ({ number }: Referral): Line => line('file.sent.number', { number: { digits: number } });

/** A helper is told nothing back but that it came and that the plan will be in touch (design.md invariant 9). */
export const receivedLine = (to: To): Line => line('file.sent.helper', planParams(to));

/** How the member can hear more, and let the helper hear it: by a text from the phone that was given for them. */
function helperNext({ contact }: Referral, world: World): Say {
  const params = planParams(world);
  return contact.phone !== null && world.textNumber !== undefined
    ? say('file.sent.helperNextByText', { ...params, text: { phone: world.textNumber } })
    : say('file.sent.helperNext', params);
}

/**
 * What the member may expect, by when, and what to do if it does not come; all days are counted from the filing.
 * Where somebody else filed, nothing is laid into the member's mouth: not that they asked for a fast decision, nor that
 * they said that they will call.
 */
export function whatHappensNext(referral: Referral, to: To): readonly Line[] {
  const params = planParams(to);
  const { filedOn, filer } = referral;
  const asked = referral.requests.map(({ programme }) => programme);
  const due = asked.map((programme) => decisionDue(programme, filedOn));
  const [first = addWorkingDays(filedOn, 5)] = due.sort();
  const by = { ...params, date: { date: first } } as const;
  return [
    referral.asksForFast && filer.kind === 'self' ? line('file.sent.fast', by) : line('file.sent.decision', by),
    // Assessed first, so decided later than all else (design: three clocks, three texts).
    ...(asked.includes('homeModifications') ? [line('file.sent.homeModifications')] : []),
    ...reach(referral, to),
    // Ten working days more for a care manager to be named; after that somebody should have called.
    line('file.sent.nobodyCalls', { ...params, date: { date: addWorkingDays(filedOn, 15) } }),
    line('file.sent.free'),
  ];
}

function reach({ contact, filer }: Referral, to: To): readonly Line[] {
  const params = planParams(to);
  if (contact.doNotContact) return filer.kind === 'self' ? [line('file.sent.youCall', params)] : [];
  if (contact.mayCall || contact.mayText) return [line('file.sent.theyCall', params)];
  return [line('file.sent.theyWrite', params)];
}
