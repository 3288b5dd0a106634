import type { SourceId } from './citation.ts';

/** A document, as it names itself. */
export type Source = {
  /** As printed. It stays in English in every language: it is the name one must look for. */
  readonly title: string;
  /** The day, month or year of the document, as far as it says: `2026-01`. Null where it gives none. */
  readonly date: string | null;
  /** Where anybody can read it, where that is known. */
  readonly url?: string;
  /** Whether it is published. Where it is not, or was read only in a copy, there is nothing to link to. */
  readonly public: boolean;
};

/** Every document that a rule or a claim can cite. */
export const sources: Readonly<Record<SourceId, Source>> = {
  ecmPolicyGuide2026: {
    title: 'CalAIM Enhanced Care Management Policy Guide',
    date: '2026-01',
    public: true,
  },
  communitySupportsGuideVolume1: {
    title: 'Community Supports Policy Guide, Volume 1',
    date: '2025-04',
    url: 'https://www.dhcs.ca.gov/Documents/MCQMD/DHCS-Community-Supports-Policy-Guide.pdf',
    public: true,
  },
  communitySupportsGuideVolume2: {
    title: 'Community Supports Policy Guide, Volume 2',
    date: '2025-04',
    url: 'https://www.dhcs.ca.gov/Documents/MCQMD/DHCS-Community-Supports-Policy-Guide-Volume-2.pdf',
    public: true,
  },
  // Read only as re-typed by others: there is no page of the plan's to send anybody to.
  kaiserCommunitySupportsForm2026: {
    title:
      'Kaiser Permanente: Community Supports Member Referral Form - Keeping Members at Home and Chronic Conditions',
    date: '2026',
    public: false,
  },
  healthNetCommunitySupports: {
    title: 'Health Net: Community Supports',
    date: null,
    url: 'https://providerlibrary.healthnetcalifornia.com',
    public: true,
  },
  laCare: { title: 'L.A. Care Health Plan', date: null, url: 'https://www.lacare.org', public: true },
  // Several policies, each with a date of its own: the citation's place names both.
  calOptima: { title: 'CalOptima Health: Policies and Procedures', date: null, public: true },
  iehp2024: {
    title: 'CalAIM 101; IEHP: Enhanced Care Management 101; IEHP: Community Supports',
    date: '2024-10-23',
    public: true,
  },
  dhcsToolkits2021: {
    title: 'DHCS: Introducing New Enhanced Care Management (ECM) and Community Supports Resources for Providers',
    date: '2021-12',
    public: true,
  },
  cfpic2025: {
    title: 'CalAIM 301 Fiscal and Program Opportunities for Adult and Aging Programs',
    date: '2025-02-10',
    public: true,
  },
  alliance2023: {
    title: 'Central California Alliance for Health: Introducing Enhanced Care Management (ECM) and Community Supports',
    date: '2023',
    url: 'https://thealliance.health/hmn/for-providers/manage-care/introducing-enhanced-care-management-ecm-and-community-supports/',
    public: true,
  },
  alliance: {
    title: 'Central California Alliance for Health',
    date: null,
    url: 'https://thealliance.health',
    public: true,
  },
  santaClara: {
    title: 'Santa Clara Family Health Plan: Community Supports',
    date: null,
    url: 'https://www.scfhp.com/for-providers/communitysupports-cs-healthhomes-hhp',
    public: true,
  },
  sanMateo: {
    title: 'Health Plan of San Mateo: Community Supports',
    date: null,
    url: 'https://www.hpsm.org',
    public: true,
  },
  contraCosta: {
    title: 'Contra Costa Health Plan: Enhanced Care Management and Community Supports',
    date: null,
    url: 'https://cchealth.org',
    public: true,
  },
  bhsaManual: {
    title: 'Behavioral Health Services Act County Policy Manual, Version 1.2.0',
    date: null,
    url: 'https://policy-manual.mes.dhcs.ca.gov',
    public: true,
  },
  dhcsStakeholderNews2026: {
    title: 'DHCS Stakeholder News, January 5, 2026',
    date: '2026-01-05',
    url: 'https://www.dhcs.ca.gov/formsandpubs/publications/oc/Pages/010526-Stakeholder-News.aspx',
    public: true,
  },
  closedLoopReferralFaq: {
    title: 'DHCS: Closed-Loop Referral FAQs',
    date: null,
    url: 'https://www.dhcs.ca.gov/CalAIM/Pages/Closed-Loop-Referral-FAQs.aspx',
    public: true,
  },
  // The State's own lines for members: Health Care Options, the Office of the Patient Advocate, DMHC.
  stateLines: {
    title: 'Health Care Options; Office of the Patient Advocate; Department of Managed Health Care',
    date: null,
    url: 'https://www.healthcareoptions.dhcs.ca.gov',
    public: true,
  },
};
