/** Why a workbook is not read. */
import type { FileProblem } from '../problem.ts';

export type RefusedCode = Extract<FileProblem['code'], WorkbookCode>;
type WorkbookCode = 'damaged' | 'encrypted' | 'otherFile' | 'tooLargeInside' | 'tooManyColumns' | 'twoSheets';

export class Refused extends Error {
  readonly code: RefusedCode;
  constructor(code: RefusedCode) {
    super(code);
    this.code = code;
  }
}

/** Whatever the readers of ZIP and XML find wrong: the file is damaged. What they say of it may quote it, and is dropped. */
export const refusedWith = (error: unknown): RefusedCode => (error instanceof Refused ? error.code : 'damaged');
