import assert from 'node:assert/strict';
import type { Say } from '../../dialogs/say.ts';
import { startServer, Visitor, type TestServer } from './web-server.ts';
import { key } from './web-words.ts';

let server: TestServer;
let visitor: Visitor;
const news: readonly Say[] = [{ kind: 'line', line: { key: key('sent') } }];
const piece = { 'hx-request': 'true' };

/** Each test has a server of its own, and a visitor who has opened the page. */
function withVisitor(): void {
  beforeEach(async () => {
    server = await startServer();
    visitor = new Visitor(server);
    await visitor.get();
  });
  afterEach(() => server.close());
}

/** What the stream of this visitor brings until it holds these words. */
async function streamed(
  until: string,
  { headers = {}, after = 0, opened }: { headers?: Record<string, string>; after?: number; opened?: () => void } = {},
): Promise<string> {
  const stop = new AbortController();
  const cookie = [...visitor.cookies].map((pair) => pair.join('=')).join('; ');
  const answer = await fetch(`${server.url}/chat/events?after=${String(after)}`, {
    headers: { cookie, ...headers },
    signal: stop.signal,
  });
  assert.equal(answer.headers.get('content-type'), 'text/event-stream; charset=utf-8');
  opened?.();
  let all = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body!) {
    all += decoder.decode(chunk as Uint8Array, { stream: true });
    if (all.includes(until)) break;
  }
  stop.abort();
  return all;
}

const keyOf = (): string => [...server.talker.talks.keys()][0]!;

describe('The stream of a page', () => {
  withVisitor();

  it('brings what is said later, with a number to go on from', async () => {
    const events = await streamed('id: 2', { after: 1, opened: () => server.talker.say(keyOf(), news) });
    assert.match(events, /id: 2\ndata: <div/);
    const [entries] = events.split('event: asking');
    assert.match(entries ?? '', /We sent it to your plan/);
    assert.doesNotMatch(entries ?? '', /What would you like/);
  });

  it('brings the question that waits now, with the foot in which it is answered', async () => {
    const opened = (): void => server.talker.say(keyOf(), news);
    const [, foot] = (await streamed('</form>\ndata:   </div>', { after: 1, opened })).split('event: asking');
    assert.match(foot ?? '', /data: <div id="asking"[^]*name="question" value="menu"/);
    assert.match(foot ?? '', /name="after" value="2"/);
  });

  it('brings what was missed while the line was down, and nothing twice', async () => {
    server.talker.say(keyOf(), news);
    server.talker.say(keyOf(), [{ kind: 'line', line: { key: key('calls') } }]);
    const events = await streamed('id: 3', { headers: { 'last-event-id': '2' } });
    assert.match(events, /Someone calls you/);
    assert.doesNotMatch(events, /We sent it to your plan/);
  });

  it('tells the page to hide the talk once the visit is idle or was left elsewhere', async () => {
    assert.match(await streamed('event: gone', { opened: () => server.later(16) }), /event: gone/);
  });

  it('tells a page that comes back after the pause the same, and nothing of what was said meanwhile', async () => {
    server.talker.say(keyOf(), news);
    server.later(16);
    const events = await streamed('event: gone');
    assert.doesNotMatch(events, /We sent it/);
  });

  it('is nobody else’s: without a visit there is none, and the browser does not ask again', async () => {
    assert.equal((await fetch(`${server.url}/chat/events`)).status, 204);
  });
});

describe('The chat with scripts', () => {
  withVisitor();

  it('gets only what is new, and a new foot in the place of the old', async () => {
    const answer = await visitor.send({ press: 'screen' }, piece);
    assert.equal(answer.status, 200);
    assert.match(visitor.page, /id="m2"[^]*id="m3"[^]*id="asking"[^>]*hx-swap-oob/);
    assert.doesNotMatch(visitor.page, /<html|id="m1"/);
  });

  it('gets the whole page anew when the language changes', async () => {
    const answer = await visitor.send({ press: 'language:es' }, piece);
    assert.equal(answer.headers.get('hx-refresh'), 'true');
  });

  it('is told in a sentence what is wanting', async () => {
    await visitor.send({ text: '   ' }, piece);
    assert.equal(visitor.last?.status, 422);
    assert.match(visitor.page, /^<p>Please choose one/);
  });

  it('is shown danger words that could not be stored', async () => {
    server.talker.down = true;
    await visitor.send({ text: 'I want to die' }, piece);
    assert.match(visitor.page, /id="m0"[^]*tel:988/);
  });

  it('is sent to the lock when the pause was too long', async () => {
    server.later(16);
    const answer = await visitor.send({ text: 'hello' }, piece);
    assert.equal(answer.headers.get('hx-refresh'), 'true');
    assert.equal(server.talker.heard.length, 0);
  });
});
