/** Where a complaint or an appeal is spoken of, it can be made: on the page by a button, by text in words. */
import type { ComplaintKind } from '../../referral/complaint.ts';
import { option, say } from '../asking.ts';
import type { Say } from '../say.ts';
import type { World } from '../world.ts';

export function complaintOffer(kinds: readonly ComplaintKind[], { channel }: World): readonly Say[] {
  if (kinds.length === 0) return [];
  if (channel === 'sms') return kinds.map((kind) => say(`complaint.write.${kind}`));
  return [{ kind: 'offers', options: kinds.map((kind) => option(acts[kind], `complaint.offer.${kind}`)) }];
}

const acts = { grievance: 'act:complaint', appeal: 'act:appeal' } as const satisfies Record<ComplaintKind, string>;
