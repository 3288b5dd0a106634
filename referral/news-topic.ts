/** What a member is told when we begin: the words are chosen when it is told, from what stands then. */
import { z } from 'zod';
import { ProgrammeId } from '../policy/rule.ts';
import { DeskMessage } from './desk-message.ts';

/** The three clocks (design.md 4): the plan's decision, an urgent one, and who calls after a yes. */
export const LoopClock = z.enum(['decision', 'urgent', 'assignment']);
export type LoopClock = z.infer<typeof LoopClock>;

export const NewsTopic = z.discriminatedUnion('kind', [
  /** Something was set for the request: what it is, is read from the status. */
  z.strictObject({ kind: z.literal('status') }),
  /** A clock has passed with no word: did anybody call? */
  z.strictObject({ kind: z.literal('checkIn'), clock: LoopClock }),
  /** The plan's question still waits for its answer, and the plan will not wait much longer. */
  z.strictObject({ kind: z.literal('stillMissing') }),
  /** A reviewed message that a worker chose. */
  z.strictObject({ kind: z.literal('message'), message: DeskMessage }),
]);
export type NewsTopic = z.infer<typeof NewsTopic>;

/** Something that waits to be told at the member's next word. */
export const NewsDue = z.strictObject({ number: z.string(), programme: ProgrammeId.nullable(), topic: NewsTopic });
export type NewsDue = z.infer<typeof NewsDue>;

/** What waits of something that carries more. */
export const dueOf = ({ number, programme, topic }: NewsDue): NewsDue => ({ number, programme, topic });

/** Whether two are one thing to tell. */
export const isSameNews = (one: NewsDue, other: NewsDue): boolean =>
  one.number === other.number &&
  one.programme === other.programme &&
  JSON.stringify(one.topic) === JSON.stringify(other.topic);
