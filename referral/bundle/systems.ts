/** The names by which a Bundle tells whose code or number something is. */

/** Ours. Names, not addresses: nothing is served there. */
export const base = 'https://calaim-navigator.example/fhir';

/** Numbers of ours, by what they number. */
export const numbers = {
  referral: `${base}/sid/referral`,
  request: `${base}/sid/request`,
  person: `${base}/sid/person-in-referral`,
  plan: `${base}/sid/plan`,
  platform: `${base}/sid/platform`,
  followUp: `${base}/sid/follow-up`,
  /** The number on a Medi-Cal card (CIN). The State has published no system for it that we could find. */
  card: `${base}/sid/medi-cal-card`,
} as const;

/** Lists of codes of ours. The codes are the names that our own data has. */
export const codes = {
  programme: `${base}/CodeSystem/programme`,
  population: `${base}/CodeSystem/population`,
  fact: `${base}/CodeSystem/fact`,
  choice: `${base}/CodeSystem/choice`,
  /** What can be chosen in a screening question, one list for each. */
  option: `${base}/CodeSystem/option`,
  planDecides: `${base}/CodeSystem/plan-decides`,
  truth: `${base}/CodeSystem/truth`,
  finding: `${base}/CodeSystem/finding`,
  input: `${base}/CodeSystem/task-input`,
  reaching: `${base}/CodeSystem/reaching`,
  consent: `${base}/CodeSystem/consent`,
  relation: `${base}/CodeSystem/relation`,
  /** What the plan's system answers with in a Task (docs/fhir.md). */
  decision: `${base}/CodeSystem/decision`,
  loop: `${base}/CodeSystem/loop`,
  closure: `${base}/CodeSystem/closure-reason`,
  output: `${base}/CodeSystem/task-output`,
  /** What the member says after the filing. */
  followUp: `${base}/CodeSystem/follow-up`,
} as const;

/** The lists of questions that our QuestionnaireResponses answer. */
export const questionnaires = {
  screen: `${base}/Questionnaire/screen`,
  agreed: `${base}/Questionnaire/agreed`,
  planAsked: `${base}/Questionnaire/plan-asked`,
} as const;

/** The version whose profiles are claimed and tested against (docs/decisions/0014). */
const profile = (name: string): string =>
  `http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-${name}|2.3.0`;
export const profiles = {
  request: profile('ServiceRequest'),
  task: profile('TaskForReferralManagement'),
  consent: profile('Consent'),
} as const;

/** Others' lists of codes: those that the profiles and R4 itself bind. */
export const theirs = {
  gravity: 'http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes',
  snomed: 'http://snomed.info/sct',
  communication: 'http://terminology.hl7.org/CodeSystem/communication-category',
  taskCode: 'http://hl7.org/fhir/CodeSystem/task-code',
  act: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  confidentiality: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  role: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
  participation: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
  operation: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation',
  ability: 'http://terminology.hl7.org/CodeSystem/v3-LanguageAbilityMode',
  consentScope: 'http://terminology.hl7.org/CodeSystem/consentscope',
  agent: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
  identifier: 'http://terminology.hl7.org/CodeSystem/v2-0203',
  language: 'urn:ietf:bcp:47',
} as const;
