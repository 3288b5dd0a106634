/** What can be wrong with a return file or with one of its rows, as codes; their words are the desk's. */
import type { Column } from './columns.ts';

/** Nothing of such a file is taken. */
export type FileProblem =
  | { readonly code: 'empty' | 'noRows' | 'tooLarge' | 'tooManyRows' | 'tooManyColumns' | 'heading' }
  /** A workbook of Excel 2003 or before (.xls); one that needs a password; one whose parts cannot be read. */
  | { readonly code: 'oldWorkbook' | 'encrypted' | 'damaged' }
  /** Packed as a workbook is, but none: a text document, an OpenDocument or binary workbook. */
  | { readonly code: 'otherFile' }
  /** Small, but unpacked too large for us. */
  | { readonly code: 'tooLargeInside' }
  /** Two sheets have our headings: which one is meant is not ours to guess. */
  | { readonly code: 'twoSheets' }
  /** Neither UTF-8 nor UTF-16 nor Windows-1252. */
  | { readonly code: 'notText' }
  | { readonly code: 'columnsMissing' | 'columnsTwice'; readonly columns: readonly Column[] };

export type RowCode =
  /** A quotation mark that is not closed, or that stands in the middle of a cell. */
  | 'quoting'
  /** Not as many cells as there are headings: what stands in which column is not sure any more. */
  | 'cellCount'
  /** Begins as a formula does. */
  | 'formula'
  | 'required'
  | 'badNumber'
  /** Shortened by a spreadsheet, such as 1.23457E+13. */
  | 'numberRounded'
  | 'unknownProgram'
  /** The referral asks for more than one programme. */
  | 'programNeeded'
  | 'programNotAsked'
  | 'unknownStatus'
  | 'unknownReason'
  | 'reasonMissing'
  | 'reasonNotForThis'
  | 'notADate'
  /** A day as a spreadsheet counts it, such as 46346. */
  | 'serialDate'
  | 'future'
  | 'beforeFiling'
  | 'beforeApproval'
  | 'unknownReferral'
  | 'notApproved'
  /** Another row, or what is recorded, says something else of the same request on the same day. */
  | 'contradicts'
  /** Earlier than the day of the step that is recorded. */
  | 'older'
  /** A later day, but an earlier step. */
  | 'backward'
  | 'closedAlready';

/** `column` is null where the row as a whole is wrong; `rows` are the others that it cannot stand beside. */
export type RowProblem = {
  readonly column: Column | null;
  readonly code: RowCode;
  readonly rows?: readonly number[];
};
