/** A word as read, and what stands before it: nothing, a comma or dash, or the end of a sentence. */
export type Word = { readonly text: string; readonly after: 'space' | 'comma' | 'stop' };
