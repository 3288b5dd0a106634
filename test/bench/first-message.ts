/** A browser's first visit: the page, one message typed into it, and the page with the answer. */

/** What the page shows after the message. Throws where the message was not taken. */
export async function sayFirst(url: string, message: string): Promise<string> {
  const page = await fetch(url);
  const cookie = page.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of (await page.text()).matchAll(hidden)) form.set(name, value);
  form.set('text', message);
  const sent = await fetch(`${url}/chat`, { method: 'POST', body: form, headers: { cookie }, redirect: 'manual' });
  if (sent.status !== 303) throw new Error(`the first message was answered with ${sent.status}`);
  return (await fetch(url, { headers: { cookie } })).text();
}

const hidden = /<input type="hidden" name="(\w+)" value="([^"]*)"/g;
