import type { Case } from './case.ts';

/** Whether the words are said to the person themselves, or about somebody they help. Authored, never composed. */
export type Perspective = 'self' | 'other';

export const perspectiveOf = (about: Pick<Case, 'whose'> | undefined): Perspective => about?.whose ?? 'self';
