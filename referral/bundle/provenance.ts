/** Who filed, on whose behalf, when and through what. */
import type { Provenance, ProvenanceAgent } from 'fhir/r4.js';
import { concept, linkTo, type Made } from './elements.ts';
import type { Filing } from './filing.ts';
import { theirs } from './systems.ts';

/** Of all that was filed; the two organizations were there before. */
export function provenance({ referral, ids, links }: Filing, filed: readonly Made[]): Provenance & Made {
  return {
    resourceType: 'Provenance',
    id: ids.provenance,
    target: filed.map(linkTo),
    occurredDateTime: referral.filedOn,
    recorded: noonOn(referral.filedOn),
    activity: concept(theirs.operation, 'CREATE', 'create'),
    agent: agents(referral, links),
  };
}

/** R4 wants an instant, and what is kept of a filing is its day: noon, which is that day in California and in UTC. */
const noonOn = (day: string): string => `${day}T20:00:00Z`;

function agents({ filer, channel }: Filing['referral'], links: Filing['links']): ProvenanceAgent[] {
  const author = { type: agentType('author', 'Author'), who: links.filer };
  return [
    filer.kind === 'self' ? author : { ...author, onBehalfOf: links.patient },
    // At the desk somebody of the plan writes down what a caller says.
    ...(channel === 'desk' ? [{ type: agentType('enterer', 'Enterer'), who: links.plan }] : []),
    { type: agentType('composer', 'Composer'), who: links.platform },
  ];
}

const agentType = (code: string, display: string): ReturnType<typeof concept> => concept(theirs.agent, code, display);
