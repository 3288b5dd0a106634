import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../policy/calendar.ts';
import { Citation } from '../policy/citation.ts';
import { ProgrammeId } from '../policy/rule.ts';

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/** Hours on some days of the week, Pacific time. */
export const Hours = z.strictObject({ days: z.array(weekday).min(1), from: time, to: time });
export type Hours = z.infer<typeof Hours>;

export const PhoneLine = z.strictObject({ number: z.string(), hours: z.array(Hours), cite: Citation.optional() });

/** One plan, as its own documents have it. One deployment serves one plan. */
export const Plan = z.strictObject({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  memberServices: PhoneLine,
  /** TTY: 711 in California, whatever the plan. */
  tty: z.literal('711'),
  counties: z.array(z.string()).min(1),
  /** Which support is offered in which county, and since when. What is not listed is not known to be offered. */
  offers: z.array(
    z.strictObject({
      programme: ProgrammeId,
      counties: z.array(z.string()).min(1),
      from: date,
      to: date.optional(),
      cite: Citation,
    }),
  ),
  /** How the plan takes referrals beside this service. */
  intake: z.strictObject({
    phone: z.string().optional(),
    fax: z.string().optional(),
    email: z.string().optional(),
    mail: z.string().optional(),
    cite: Citation,
  }),
  /** Who takes danger alerts and when; outside these hours nobody promises a call. */
  onCall: z.strictObject({ hours: z.array(Hours), minutesToTake: z.int().positive() }),
  /** Whether members may ask for independent medical review (Knox-Keene licence); absent where not known. */
  independentMedicalReview: z.boolean().optional(),
  /** The plan's own approved texts, by language; the file stands beside the plan's. */
  notices: z.record(z.string(), z.strictObject({ tagline: z.string(), nondiscrimination: z.string() })),
  /** The plan's own names for programmes, by language, where it has published them. */
  names: z.record(z.string(), z.partialRecord(ProgrammeId, z.string())),
});
export type Plan = z.infer<typeof Plan>;
