/** What somebody who may hear it all is told of one request: what the plan has set, less what is not ours to tell. */
import type { IsoDate } from '../policy/calendar.ts';
import type { ClosureReason, Loop } from './decision.ts';
import { isAnswered, type InfoAsk } from './info-ask.ts';
import type { RequestStatus } from './status.ts';

export type Told =
  | { readonly kind: 'deciding' | 'void' | 'withdrawn' }
  /** With what it asked that can be answered here; nothing: they are asked to call. `mailedOn`: of the letter on the delay. */
  | { readonly kind: 'pendingInfo'; readonly asks: readonly InfoAsk[]; readonly mailedOn: IsoDate | null }
  | { readonly kind: 'answered'; readonly mailedOn: IsoDate | null }
  | { readonly kind: 'approved'; readonly next: Next }
  /** A denial or change: the plan's letter says which, and why; we do not. `next`: where the plan goes on from there. */
  | {
      readonly kind: 'letter';
      readonly of: 'approvedModified' | 'denied';
      readonly mailedOn: IsoDate;
      readonly next: Next | null;
    };

/** What follows a yes. */
export type Next =
  | { readonly step: 'finding' }
  | { readonly step: 'assigned' | 'accepted' | 'outreach'; readonly provider: RequestStatus['provider'] }
  | { readonly step: 'closed'; readonly reason: ClosureReason };

export type Standing = Pick<RequestStatus, 'decision' | 'noticeMailedOn' | 'loop' | 'provider' | 'info'>;

/** Until the notice of a denial or change was mailed, all is told as if the plan had not decided (design.md 4). */
export function told({ decision, noticeMailedOn: mailedOn, loop, provider, info }: Standing): Told {
  switch (decision) {
    case 'pending':
      return { kind: 'deciding' };
    case 'pendingInfo':
      return isAnswered(info) ? { kind: 'answered', mailedOn } : { kind: decision, asks: info?.asks ?? [], mailedOn };
    case 'void':
    case 'withdrawn':
      return { kind: decision };
    case 'approved':
      return { kind: 'approved', next: loop ? nextOf(loop, provider) : { step: 'finding' } };
    case 'approvedModified':
      return mailedOn === null
        ? { kind: 'deciding' }
        : { kind: 'letter', of: decision, mailedOn, next: loop && nextOf(loop, provider) };
    case 'denied':
      return mailedOn === null ? { kind: 'deciding' } : { kind: 'letter', of: decision, mailedOn, next: null };
  }
}

/** The day of the letter that the member was told of, whatever it says; null: they were told of none. */
export function letterDay(is: Told | null): IsoDate | null {
  return is?.kind === 'letter' || is?.kind === 'pendingInfo' || is?.kind === 'answered' ? is.mailedOn : null;
}

/** The plan ended it, and says no more than that (decision 0023). */
export function isEnded(is: Told): boolean {
  const next = is.kind === 'approved' || is.kind === 'letter' ? is.next : null;
  return next?.step === 'closed' && (next.reason === 'noLongerEligible' || next.reason === 'other');
}

/** A provider who declines is the plan's to replace: it is no denial, must not read like one, and names nobody who calls. */
function nextOf(loop: Loop, provider: RequestStatus['provider']): Next {
  switch (loop.state) {
    case 'declined':
      return { step: 'finding' };
    case 'pending':
      return provider ? { step: 'assigned', provider } : { step: 'finding' };
    case 'accepted':
      return { step: 'accepted', provider };
    case 'outreachInitiated':
      return { step: 'outreach', provider };
    case 'closed':
      return { step: 'closed', reason: loop.reason };
  }
}
