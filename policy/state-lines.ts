import type { Citation } from './citation.ts';

/** A line of the State's own, the same for every plan's members. */
export type StateLine = { readonly number: string; readonly tty: string; readonly cite: Citation };

const seen = (place: string): Citation => ({ source: 'stateLines', place, standing: 'verified' });

/** The State's lines that a member may need when their plan cannot help. */
export const stateLines = {
  /** Joining or changing a plan; knows which plan a member is in. Monday to Friday, 8 to 6. */
  healthCareOptions: {
    number: '1-800-430-4263',
    tty: '1-800-430-7077',
    cite: seen('healthcareoptions.dhcs.ca.gov'),
  },
  /** Medi-Cal itself: to ask for it, or why it stopped. */
  mediCal: { number: '1-800-541-5555', tty: '711', cite: seen('opa.ca.gov') },
  /** The Medi-Cal Managed Care and Mental Health Ombudsman. Monday to Friday, 8 to 5. */
  ombudsman: { number: '1-888-452-8609', tty: '711', cite: seen('opa.ca.gov; dmhc.ca.gov') },
  /** A hearing, once an appeal to the plan has been decided. */
  stateHearings: {
    number: '1-800-743-8525',
    tty: '1-800-952-8349',
    cite: { source: 'calOptima', place: 'HH.1108 (2024-09-01)', standing: 'verified' },
  },
  /** Independent medical review, where the plan is licensed for it. */
  managedHealthCare: { number: '1-888-466-2219', tty: '711', cite: seen('dmhc.ca.gov') },
} as const satisfies Record<string, StateLine>;
