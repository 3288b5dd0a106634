/** Why the plan's answer to one request, or a part of it, is not taken. Codes; their words are the desk's. */
import { z } from 'zod';

export const TaskProblem = z.enum([
  /** No Task in it, or no status that R4 knows. */
  'unreadable',
  /** A Task, and not the one of this request. */
  'wrongTask',
  /** It was there, and is not any more. */
  'gone',
  /** A code that is not in the list it names. */
  'unknownCode',
  /** Two of one kind, or two that cannot both be true. */
  'contradicts',
  /** Task.status alone, where it could mean more than one thing. */
  'ambiguous',
  'reasonMissing',
  /** A step without a day. */
  'noDate',
  'notADate',
  'future',
  'beforeFiling',
  'beforeApproval',
  'noticeBeforeDecision',
  'noticeNotForThis',
  /** A step of the loop of a request that is not approved. */
  'notApproved',
  /** Another decision stands. */
  'decided',
  /** Earlier than what is recorded. */
  'older',
  'backward',
  'closedAlready',
  /** It would undo what a worker has set. */
  'setByHand',
  /** Who will call could not be taken from it. */
  'providerLeftOut',
]);
export type TaskProblem = z.infer<typeof TaskProblem>;
