// What the judges remark without calling it wrong, and why it is as it is.
import type { Bundle } from 'fhir/r4.js';
import { base } from '../../referral/bundle/systems.ts';
import { judgedIn } from './judge.ts';
import { bindingRemarks, strengthAt } from './validators.ts';

export type Explained = {
  readonly remark: string;
  readonly times: number;
  /** undefined: nobody has explained it, and so it counts as wrong. */
  readonly why: string | undefined;
};

/** Each remark once, whatever the resource that it is about. */
export function remarksOn(bundle: Bundle): readonly Explained[] {
  const found = new Map<string, Explained>();
  for (const { at, text } of judgedIn(bundle).flatMap(bindingRemarks)) {
    const remark = `${at.replaceAll(/\[\d+\]/g, '')}: ${text}`;
    const times = (found.get(remark)?.times ?? 0) + 1;
    found.set(remark, { remark, times, why: why(at, text) });
  }
  return [...found.values()].sort((one, other) => (one.remark < other.remark ? -1 : 1));
}

function why(at: string, text: string): string | undefined {
  const strength = strengthAt(at);
  if (strength === undefined || strength === 'required') return undefined;
  const bound = `R4 binds this list as "${strength}"`;
  if (/^Value set ".*" could not be found\.$/.test(text)) return `${bound}, and the judge does not have it`;
  const [, code = '', system = ''] = /^Code "([^"]+)" \(([^)]+)\) not found in value set$/.exec(text) ?? [];
  if (system.startsWith(base)) return `${bound}; the code is of a list of ours (docs/fhir.md)`;
  const reason = others[`${system.split('/').at(-1) ?? ''}#${code}`] ?? others[system.split('/').at(-1) ?? ''];
  return reason && `${bound}; ${reason}`;
}

/** Why codes of others' lists are used that R4 does not name there. */
const others: Readonly<Record<string, string>> = {
  'v3-ActCode#IDSCL': 'the guide’s profile of Consent requires this very code',
  'v3-ActCode#OPTIN': 'R4’s own examples of Consent have this code: its list names laws only',
  'v3-ActCode#OPTOUT': 'R4’s own examples of Consent have this code: its list names laws only',
  'v2-0203#MA': 'it is the code of this very table for a Medicaid number, and R4 picks only some of the table',
  'v3-RoleCode': 'the code is in R4’s list, which the judge does not have whole',
  'urn:ietf:bcp:47': 'R4 allows every tag of BCP 47, and lists only a few',
  sct: 'the guide’s examples have this very code; the judge has no SNOMED CT',
  'SDOHCC-CodeSystemTemporaryCodes': 'the guide’s profile of ServiceRequest has a place for codes of this list',
};
