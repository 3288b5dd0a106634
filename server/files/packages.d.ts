/** The part of `fontkit` that is used here; the package has no types of its own. */
declare module 'fontkit' {
  export type Subset = {
    /** Glyphs of the font, in the order in which they are numbered in the subset. */
    readonly glyphs: number[];
    /** The number in the subset, by the glyph's key. */
    readonly mapping: Record<string | number, number>;
    includeGlyph(glyph: string | number): number;
  };
  export type Font = {
    readonly unitsPerEm: number;
    getGlyph(id: number): { readonly advanceWidth: number };
    createSubset(): Subset;
  };
  export function create(bytes: Uint8Array): Font;
}

/** It has no types of its own. */
declare module 'wawoff2/decompress.js' {
  /** A font out of its compressed form. */
  export default function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}

/** Its types are for its other build, where the factory is not the default export. */
declare module 'bidi-js/dist/bidi.mjs' {
  import type { Bidi } from 'bidi-js';
  export default function bidiFactory(): Bidi;
}

/** Node's own; its types are in the library for browsers, which is not taken in here. */
declare namespace WebAssembly {
  type Memory = { readonly buffer: ArrayBuffer };
  function instantiate(bytes: Uint8Array): Promise<{ readonly instance: { readonly exports: object } }>;
}
