/** The warnings that everybody who reaches out must have read, one by one, and ticked. */
import type { Contact, Referral } from '../../../referral/referral.ts';
import { warningsReadBy } from './case-facts.ts';
import type { ReferralFile } from '../desk-store.ts';

export const warningIds = ['confidential', 'doNotContact', 'otherConfidential', 'otherDoNotContact'] as const;
export type WarningId = (typeof warningIds)[number];

/** Those of one referral. What another one for the same name and birth date asks for is a warning here, too. */
export function graveWarnings({ referral, samePerson }: ReferralFile): readonly WarningId[] {
  const { confidential, doNotContact } = referral.contact;
  const other = (is: (contact: Contact) => boolean) => samePerson.some(({ contact }) => is(contact));
  const found: Readonly<Record<WarningId, boolean>> = {
    confidential,
    doNotContact,
    otherConfidential: !confidential && other((contact) => contact.confidential),
    otherDoNotContact: !doNotContact && other((contact) => contact.doNotContact),
  };
  return warningIds.filter((id) => found[id]);
}

/** Those that this worker has not ticked yet. */
export function unreadWarnings(file: ReferralFile, by: string): readonly WarningId[] {
  const read = warningsReadBy(file, by);
  return graveWarnings(file).filter((id) => !read.has(id));
}

/** Whoever asks to be told may be the one to be safe from: by what the member said, or asked for. */
export function isViolenceNear(file: ReferralFile): boolean {
  return graveWarnings(file).length > 0 || file.referral.requests.some(tellsOfViolence);
}

function tellsOfViolence({ answers }: Referral['requests'][number]): boolean {
  const said = answers.yesNo.fleeingViolence;
  return said?.kind === 'known' && said.value;
}
