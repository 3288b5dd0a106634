/** One weight out of a variable font, as a plain font: what goes into a PDF cannot vary, and fontkit cannot pin it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Weight } from './face.ts';

/** The functions of HarfBuzz's subsetter that are called here; a number is a place in its memory. */
type Subsetter = {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly malloc: (size: number) => number;
  readonly free: (at: number) => void;
  readonly hb_blob_create: (data: number, length: number, mode: number, user: number, destroy: number) => number;
  readonly hb_blob_get_data: (blob: number, length: number) => number;
  readonly hb_blob_get_length: (blob: number) => number;
  readonly hb_blob_destroy: (blob: number) => void;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_face_reference_blob: (face: number) => number;
  readonly hb_face_destroy: (face: number) => void;
  readonly hb_subset_input_create_or_fail: () => number;
  readonly hb_subset_input_keep_everything: (input: number) => void;
  readonly hb_subset_input_pin_axis_location: (input: number, face: number, axis: number, value: number) => number;
  readonly hb_subset_input_destroy: (input: number) => void;
  readonly hb_subset_or_fail: (face: number, input: number) => number;
};

let loading: Promise<Subsetter> | undefined;

/** The font with its weight fixed and all its glyphs. Throws where it is no variable font. */
export async function weighted(bytes: Uint8Array, weight: Weight): Promise<Uint8Array> {
  loading ??= load();
  const hb = await loading;
  const data = hb.malloc(bytes.length);
  new Uint8Array(hb.memory.buffer).set(bytes, data);
  const blob = hb.hb_blob_create(data, bytes.length, writable, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_keep_everything(input);
  const isPinned = hb.hb_subset_input_pin_axis_location(input, face, weightAxis, weight) !== 0;
  const made = isPinned ? hb.hb_subset_or_fail(face, input) : 0;
  const fixed = made === 0 ? undefined : bytesOf(hb, made);
  if (made !== 0) hb.hb_face_destroy(made);
  hb.hb_subset_input_destroy(input);
  hb.hb_face_destroy(face);
  hb.hb_blob_destroy(blob);
  hb.free(data);
  if (!fixed) throw new Error('a font has no weights to choose from');
  return fixed;
}

/** HB_MEMORY_MODE_WRITABLE, and the tag "wght". */
const writable = 2;
const weightAxis = 0x77676874;

function bytesOf(hb: Subsetter, face: number): Uint8Array {
  const blob = hb.hb_face_reference_blob(face);
  const from = hb.hb_blob_get_data(blob, 0);
  const bytes = new Uint8Array(hb.memory.buffer).slice(from, from + hb.hb_blob_get_length(blob));
  hb.hb_blob_destroy(blob);
  return bytes;
}

async function load(): Promise<Subsetter> {
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file));
  const subsetter = instance.exports as unknown as Subsetter;
  subsetter._initialize();
  return subsetter;
}
