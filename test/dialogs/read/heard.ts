import type { Heard } from '../../../dialogs/heard.ts';

/** A member's own words, as a dialog hears them. */
export const typed = (text: string): Heard => ({ kind: 'text', text });
export const act = (which: Extract<Heard, { kind: 'act' }>['act']): Heard => ({ kind: 'act', act: which });
export const chosen = (...ids: string[]): Heard => ({ kind: 'chosen', ids });
