/** What is said once the request is stored: the number, what happens next and by when, what to do if nobody calls. */
import { decisionDue } from '../../referral/decision-due.ts';
import { addWorkingDays } from '../../referral/working-days.ts';
import type { Referral } from '../../referral/referral.ts';
import { line, planParams, say } from '../asking.ts';
import type { Line, Say } from '../say.ts';
import type { World } from '../world.ts';

export function confirmation(referral: Referral, world: World): readonly Say[] {
  const params = { ...planParams(world), number: { digits: referral.number } };
  if (referral.filer.kind === 'helper') {
    // A helper is told nothing back but that it came and that the plan will be in touch (design.md invariant 9).
    return [
      {
        kind: 'card',
        title: line('file.sent.title'),
        lines: [line('file.sent.number', params), line('file.sent.helper', params)],
      },
      helperNext(referral, world),
    ];
  }
  return [
    {
      kind: 'card',
      title: line('file.sent.title'),
      lines: [line('file.sent.number', params), ...next(referral, world)],
    },
  ];
}

/** How the member can hear more, and let the helper hear it: by a text from the phone that was given for them. */
function helperNext({ contact }: Referral, world: World): Say {
  const params = planParams(world);
  return contact.phone !== null && world.textNumber !== undefined
    ? say('file.sent.helperNextByText', { ...params, text: { phone: world.textNumber } })
    : say('file.sent.helperNext', params);
}

function next(referral: Referral, world: World): readonly Line[] {
  const params = planParams(world);
  const asked = referral.requests.map(({ programme }) => programme);
  const due = asked.map((programme) => decisionDue(programme, world.today));
  const [first = addWorkingDays(world.today, 5)] = due.sort();
  const by = { ...params, date: { date: first } } as const;
  return [
    referral.asksForFast ? line('file.sent.fast', by) : line('file.sent.decision', by),
    // Assessed first, so decided later than all else (design: three clocks, three texts).
    ...(asked.includes('homeModifications') ? [line('file.sent.homeModifications')] : []),
    reach(referral, world),
    // Ten working days more for a care manager to be named; after that somebody should have called.
    line('file.sent.nobodyCalls', { ...params, date: { date: addWorkingDays(world.today, 15) } }),
    line('file.sent.free'),
  ];
}

function reach({ contact }: Referral, world: World): Line {
  const params = planParams(world);
  if (contact.doNotContact) return line('file.sent.youCall', params);
  if (contact.mayCall || contact.mayText) return line('file.sent.theyCall', params);
  return line('file.sent.theyWrite', params);
}
