/** How a topic says where its words are written. What was found in no document is not explained, so has no builder. */
import type { Citation, SourceId } from '../citation.ts';
import { stateLines } from '../state-lines.ts';

/** Read in the document that decides it, or in a plan's own page. */
export const verified = (source: SourceId, place: string): Citation => ({ source, place, standing: 'verified' });

/** Read in a copy or a transcription. */
export const secondhand = (source: SourceId, place: string): Citation => ({ source, place, standing: 'secondhand' });

/** A place in the State's own guide to Enhanced Care Management. */
export const guide = (place: string): Citation => verified('ecmPolicyGuide2026', place);

/** A place in one of CalOptima's policies, which the State has approved. */
export const calOptima = (place: string): Citation => verified('calOptima', place);

/** The form that other plans' rules for the supports at home are read from. */
export const kaiserForm = (place: string): Citation => secondhand('kaiserCommunitySupportsForm2026', place);

/** Where the number of a line of the State's is written. */
export const lineOf = (line: keyof typeof stateLines): Citation => stateLines[line].cite;
