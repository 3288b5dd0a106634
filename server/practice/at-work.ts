/** What invented workers have noted of referrals as a whole: who has it, whether it is a member, and a STOP now and then. */
import { MemberMatch } from '../../referral/member-match.ts';
import type { Draws } from './draws.ts';
import type { Happening } from './happening.ts';
import { workers } from './stages.ts';
import type { Filing } from './weeks.ts';

/** Whatever is decided was matched before; of what is new, one in three is looked at, and not all of those are members. */
export function atWork(
  filings: readonly Filing[],
  until: Date,
  draw: Draws,
  me: string | undefined,
): readonly Happening[] {
  return filings.flatMap((filing, place): readonly Happening[] => {
    const { number } = filing.referral;
    const isNew = ['fresh', 'overdue', 'notDelivered'].includes(filing.stage);
    const by = me !== undefined && isNew && place % 16 === 2 ? me : draw.pick(workers);
    const note = (minutes: number, what: Extract<Happening, { kind: 'noted' }>['what']): Happening[] => {
      const at = Date.parse(filing.said.at) + minutes * 60_000;
      return at < until.getTime() ? [{ kind: 'noted', at: new Date(at).toISOString(), number, by, what }] : [];
    };
    const isLookedAt = !isNew || by === me || draw.chance(0.3);
    const others = MemberMatch.options.filter((match) => match !== 'found');
    const match = isNew && draw.chance(0.3) ? draw.pick(others) : 'found';
    return [
      ...(isLookedAt ? [...note(1, { kind: 'assigned', to: by }), ...note(2, { kind: 'matched', match })] : []),
      ...(draw.chance(0.1) ? note(3, { kind: 'note', text: 'Practice: called the front desk, nobody there.' }) : []),
      ...(place % 45 === 11 ? stopped(filing, until) : []),
    ];
  });
}

/** By text, or to a text that came to the phone on file. */
function stopped({ said, referral }: Filing, until: Date): readonly Happening[] {
  const phone = referral.contact.phone;
  const at = Date.parse(said.at) + 10 * 60_000;
  if (phone === null || at >= until.getTime()) return [];
  const texting = { phone, allowed: false };
  return [
    {
      kind: 'said',
      at: new Date(at).toISOString(),
      channel: 'sms',
      key: phone,
      language: said.language,
      what: { texting },
    },
  ];
}
