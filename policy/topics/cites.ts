/** How a topic says where its words are written. What was found in no document is not explained, so has no builder. */
import type { Citation, SourceId } from '../citation.ts';

/** Read in the document that decides it, or in a plan's own page. */
export const verified = (source: SourceId, place: string): Citation => ({ source, place, standing: 'verified' });

/** Read in a copy or a transcription. */
export const secondhand = (source: SourceId, place: string): Citation => ({ source, place, standing: 'secondhand' });

/** A place in the State's own guide to Enhanced Care Management. */
export const guide = (place: string): Citation => verified('ecmPolicyGuide2026', place);
