/** What a text holds as JSON; undefined when it is none. The reason is left out: it would quote the text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
