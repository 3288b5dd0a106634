/** A worker who sends a return file with the form at the desk, as a browser does. */
import type { Page, Visitor } from './desk-visit.ts';

const path = '/desk/return-file';
export const header =
  'Referral Number,Program,Referral Status,Date of Referral Status Update,Reason for Referral Loop Closure';

export type Sent = { readonly file?: string | Uint8Array | null; readonly csrf?: string };

/** Sends a file and gives back what is answered; null: no file was chosen. */
export async function sendFile(worker: Visitor, url: string, { file = null, csrf }: Sent): Promise<Page> {
  const form = new FormData();
  form.set('csrf', csrf ?? (await tokenOf(worker)));
  const bytes = typeof file === 'string' ? Buffer.from(file) : (file ?? Buffer.alloc(0));
  form.set('file', new File([new Uint8Array(bytes)], file === null ? '' : 'november.csv', { type: 'text/csv' }));
  const cookie = [...worker.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(new URL(path, url), {
    method: 'POST',
    body: form,
    headers: { cookie },
    redirect: 'manual',
  });
  const { status, headers } = answer;
  return { status, headers, text: await answer.text(), to: headers.get('location') ?? '' };
}

async function tokenOf(worker: Visitor): Promise<string> {
  return /name="csrf" value="([^"]+)"/.exec((await worker.get('/desk/all')).text)?.[1] ?? '';
}

/** Sends a file that can be read, and opens what is shown of it. */
export async function preview(worker: Visitor, url: string, file: string | Uint8Array): Promise<Page> {
  const { to, status, text } = await sendFile(worker, url, { file });
  if (status !== 303) throw new Error(`the file was answered with ${status}: ${textOf(text)}`);
  return worker.get(to);
}

/** Presses the button under the preview, and opens what is shown then. */
export async function confirm(worker: Visitor, page: Page): Promise<Page> {
  return worker.get((await worker.send(page, '/record', {})).to);
}

/** The tables of a page by their captions: each row as the text of its cells. */
export function tables({ text }: Page): Readonly<Record<string, readonly string[]>> {
  const found = text.split('<table').slice(1);
  return Object.fromEntries(
    found.map((table) => {
      const [, caption = ''] = /<caption[^>]*>([^]*?)<\/caption>/.exec(table) ?? [];
      const [, body = ''] = /<tbody[^>]*>([^]*?)<\/tbody>/.exec(table) ?? [];
      return [
        textOf(caption),
        body
          .split('<tr')
          .slice(1)
          .map((row) => textOf(`<tr${row}`)),
      ];
    }),
  );
}

/** What is read of a page's main part. */
export const mainOf = ({ text }: Page): string => textOf(/<main[^]*<\/main>/.exec(text)?.[0] ?? '');

function textOf(source: string): string {
  return source
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&#34;/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}
