/** A file that is sent with a form (multipart/form-data), kept in memory and no longer than its request. */
import { raw, type ErrorRequestHandler, type Request, type RequestHandler } from 'express';
import { largestReturnFile } from '../../../referral/return-file.ts';

/** `tooLarge` was not read to its end; `none` was chosen. */
export type Uploaded =
  { readonly kind: 'file'; readonly bytes: Uint8Array } | { readonly kind: 'tooLarge' } | { readonly kind: 'none' };

const uploads = new WeakMap<Request, Uploaded>();

/** What came with this request. */
export const uploadedWith = (request: Request): Uploaded => uploads.get(request) ?? { kind: 'none' };

/** The form's other fields, and the lines between its parts. */
const aroundTheFile = 16_384;

const whole = raw({ type: 'multipart/form-data', limit: largestReturnFile + aroundTheFile, inflate: false });

const tooLarge: ErrorRequestHandler = (error, request, _response, next) => {
  if (!isTooLarge(error)) return next(error);
  uploads.set(request, { kind: 'tooLarge' });
  next();
};

const parsed: RequestHandler = async (request, _response, next) => {
  const body: unknown = request.body;
  if (Buffer.isBuffer(body)) request.body = await readForm(request, body);
  next();
};

/** Reads the form into `request.body` as the other forms are read, and sets its file apart. One that is too large has no fields. */
export const upload = [whole, tooLarge, parsed] as const;

async function readForm(request: Request, body: Buffer): Promise<Readonly<Record<string, string>>> {
  const fields: Record<string, string> = {};
  for (const [name, value] of await formIn(body, request.headers['content-type'] ?? '')) {
    if (typeof value === 'string') fields[name] = value;
    else if (name === 'file' && value.name !== '') {
      uploads.set(request, { kind: 'file', bytes: new Uint8Array(await value.arrayBuffer()) });
    }
  }
  return fields;
}

/** With the parser that Node has for `fetch`. Throws what tells the browser's doing from ours, without quoting the file. */
async function formIn(body: Buffer, type: string): Promise<FormData> {
  const form = new Response(new Uint8Array(body), { headers: { 'content-type': type } });
  try {
    // Servers are warned of it because it holds the whole form in memory: this one is small, and is held already.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return await form.formData();
  } catch {
    throw Object.assign(new Error('a form that cannot be read'), { status: 400 });
  }
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 413;
}
