/**
 * What a plan's FHIR system says of a request by the Task that we wrote for it (docs/fhir.md): a change of its decision
 * or of its loop, nothing new, or a problem that people must look at. What is not clear is not guessed.
 */
export { judgeTask, type Judged, type KnownRequest } from './task-answer/judge.ts';
export { TaskProblem } from './task-answer/problem.ts';
export { readTask, type DayOf, type HeardTask, type Ours, type Read } from './task-answer/read.ts';
export { providerIn, type WhoCalls } from './task-answer/who-calls.ts';
