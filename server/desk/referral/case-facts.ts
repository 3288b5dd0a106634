/** What follows from all that was recorded of a referral as a whole. */
import type { CaseEvent } from '../../../referral/case-event.ts';
import type { MemberMatch } from '../../../referral/member-match.ts';
import type { CaseNote, ReferralFile } from '../desk-store.ts';

type Noted = Pick<ReferralFile, 'notes'>;
type NoteOf<Kind extends CaseEvent['kind']> = CaseNote & { readonly what: Extract<CaseEvent, { kind: Kind }> };

/** All of one kind, oldest first. */
function notesOf<Kind extends CaseEvent['kind']>({ notes }: Noted, kind: Kind): readonly NoteOf<Kind>[] {
  return notes.filter((note): note is NoteOf<Kind> => note.what.kind === kind);
}

/** Who works on it; null: nobody. */
export function holderOf(file: Noted): string | null {
  return notesOf(file, 'assigned').at(-1)?.what.to ?? null;
}

/** The last member match, with who recorded it and when. */
export function matchedBy(file: Noted): NoteOf<'matched'> | null {
  return notesOf(file, 'matched').at(-1) ?? null;
}

export function matchOf(file: Noted): MemberMatch | null {
  return matchedBy(file)?.what.match ?? null;
}

/** Who confirmed that another referral is the same member's; null: nobody has. */
export function sameMemberBy(file: Noted, number: string): NoteOf<'sameMember'> | null {
  return notesOf(file, 'sameMember').find(({ what }) => what.number === number) ?? null;
}

/** The right by which the desk lets the helper be told, while it stands. */
export function releasedBy(file: Noted): NoteOf<'helperReleased'> | null {
  const last = notesOf(file, 'helperReleased').at(-1);
  return last && last.what.authority !== null ? last : null;
}

/** The ids of the warnings that somebody has ticked here. */
export function warningsReadBy(file: Noted, by: string): ReadonlySet<string> {
  const mine = notesOf(file, 'warningsRead').filter((note) => note.by === by);
  return new Set(mine.flatMap(({ what }) => what.warnings));
}
