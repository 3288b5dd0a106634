/** What somebody typed, as any reader of JSON can take it. */

const unfit = /[\p{Cs}\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;

/** Turning marks make a text read as another, also in what stands beside it. */
const turning = /[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Word for word, but for turning marks, control characters and halves of characters, which not every database can keep.
 */
export function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(turning, '').replace(unfit, '\ufffd');
}

export const plainOrNull = (text: string | null): string | null => (text === null ? null : plain(text));
