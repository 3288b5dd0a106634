import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../policy/calendar.ts';
import { Citation } from '../policy/citation.ts';
import { isCounty } from '../policy/counties.ts';
import { ProgrammeId } from '../policy/rule.ts';
import { languages } from '../locales/languages.ts';
import { FieldMap } from '../referral/forms/field-map.ts';
import { GatewaySettings } from '../referral/gateway-settings.ts';
import { Hours } from './hours.ts';

export { Hours, isOpen } from './hours.ts';
export { offered } from './offered.ts';
export type { FieldMap as FormMap } from '../referral/forms/field-map.ts';

const date = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value), 'must be a date, YYYY-MM-DD');
const county = z
  .string()
  .refine((name): boolean => isCounty(name), 'must be a county of California, by its name alone');
const tags: ReadonlySet<string> = new Set(languages.map(({ tag }) => tag));
const phone = z.string().regex(/^(1-)?\d{3}-\d{3}-\d{4}$/, 'must be a phone number, 800-555-0100');

export const PhoneLine = z.strictObject({ number: phone, hours: z.array(Hours), cite: Citation.optional() });
export type PhoneLine = z.infer<typeof PhoneLine>;

/** One programme where a plan says that it is offered. */
export const Offer = z.strictObject({
  programme: ProgrammeId,
  counties: z.array(county).min(1),
  /** Absent where the source says that it is offered, and not since when. */
  from: date.optional(),
  /** The last day. */
  to: date.optional(),
  /** The source says that only a part of it is offered. */
  partly: z.literal(true).optional(),
  cite: Citation,
});
export type Offer = z.infer<typeof Offer>;

/** How to reach another plan, for a member who came to the wrong one. Verified numbers only. */
export const OtherPlan = z.strictObject({
  name: z.string(),
  number: phone,
  /** Where the number was read, and how far that can be trusted. */
  place: z.string().min(1),
  standing: z.literal('verified'),
});
export type OtherPlan = z.infer<typeof OtherPlan>;

/** What a plan may have a name of its own for: each programme, and the supports as a whole. */
export const NamedThing = z.enum([...ProgrammeId.options, 'communitySupports']);
export type NamedThing = z.infer<typeof NamedThing>;

/** One plan, as its own documents have it. One deployment serves one plan. */
export const Plan = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be small letters, digits and hyphens'),
    name: z.string().min(1),
    shortName: z.string().min(1),
    memberServices: PhoneLine,
    /** TTY: 711 in California, whatever the plan. */
    tty: z.literal('711'),
    counties: z.array(county).min(1),
    /** Which programme is offered in which county, and since when. What is not listed is not known to be offered. */
    offers: z.array(Offer),
    /** How the plan takes referrals beside this service. */
    intake: z.strictObject({
      phone: phone.optional(),
      fax: phone.optional(),
      email: z.email().optional(),
      mail: z.string().optional(),
      cite: Citation,
    }),
    /** Its own forms for Community Supports; a support that is on none gets a general one. */
    forms: z.array(FieldMap).default([]),
    /** How referrals reach the plan: to the desk here, unless the plan's file says another way. */
    gateway: GatewaySettings.default({ kind: 'desk' }),
    /** Who takes danger alerts and when; outside these hours nobody promises a call. */
    onCall: z.strictObject({ hours: z.array(Hours), minutesToTake: z.int().positive() }),
    /** Whether members may ask for independent medical review (Knox-Keene licence); absent where not known. */
    independentMedicalReview: z.boolean().optional(),
    /** The plan's own approved texts, by language; the file stands beside the plan's. */
    notices: z.record(z.string(), z.strictObject({ tagline: z.string(), nondiscrimination: z.string() })),
    /** The plan's own names, by language, where it has published them: the local words alone, no English beside. */
    names: z.record(z.string(), z.partialRecord(NamedThing, z.string())),
    /** Other plans that a member may belong to. Not written in a plan's file: the directory gives them. */
    elsewhere: z.array(OtherPlan).default([]),
  })
  .superRefine(({ counties, offers, forms, notices, names }, ctx) => {
    const message = `must be a language that we have: ${[...tags].join(', ')}`;
    for (const [field, texts] of Object.entries({ notices, names }))
      for (const tag of Object.keys(texts))
        if (!tags.has(tag)) ctx.addIssue({ code: 'custom', path: [field, tag], message });
    const onForms = forms.flatMap(({ supports }) => supports);
    forms.forEach(({ supports }, index) => {
      for (const support of supports) {
        if (onForms.indexOf(support) === onForms.lastIndexOf(support)) continue;
        ctx.addIssue({ code: 'custom', path: ['forms', index, 'supports'], message: `${support} is on two forms` });
      }
    });
    offers.forEach((offer, index) => {
      for (const name of offer.counties) {
        if (!counties.includes(name)) {
          ctx.addIssue({ code: 'custom', path: ['offers', index, 'counties'], message: `${name} is not served` });
        }
      }
      if (offer.from && offer.to && offer.to < offer.from) {
        ctx.addIssue({ code: 'custom', path: ['offers', index, 'to'], message: 'must not be before "from"' });
      }
    });
  });
export type Plan = z.infer<typeof Plan>;

/** A plan's file, as its author writes it. */
export type PlanFile = z.input<typeof Plan>;
