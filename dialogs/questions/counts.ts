/** Numbers that a choice stands for: so many or more, or fewer. */
import type { Count } from '../../policy/facts.ts';

export const fourOrMore: Count = { from: 4, to: null };
export const fewerThanFour: Count = { from: 0, to: 3 };
export const sixtyOrMore: Count = { from: 60, to: null };
export const fewerThanSixty: Count = { from: 0, to: 59 };
