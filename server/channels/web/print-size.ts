/** How large the member's page is printed: as letters are, or in 20 point. */
import type { Request } from 'express';
import type { Referral } from '../../../referral/referral.ts';

export type PrintSize = 'common' | 'large';

/** As the address says (`?size=large`); else as the member asked for their letters. */
export function sizeOf({ query }: Request, referral: Referral | undefined): PrintSize {
  const { size } = query;
  if (size === 'large' || size === 'common') return size;
  return referral?.contact.alternativeFormat === 'largePrint' ? 'large' : 'common';
}

export const sizePath = (path: string, size: PrintSize): string => `${path}?size=${size}`;
