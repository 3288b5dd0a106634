import assert from 'node:assert/strict';
import { startServer, Visitor, type TestServer } from './web-server.ts';

let server: TestServer;
let visitor: Visitor;
const started: TestServer[] = [];

async function start(...changes: Parameters<typeof startServer>): Promise<Visitor> {
  server = await startServer(...changes);
  started.push(server);
  visitor = new Visitor(server);
  return visitor;
}
/** Each test has a server of its own, and may start others. */
function withServer(): void {
  beforeEach(() => start());
  afterEach(() => Promise.all(started.splice(0).map((one) => one.close())));
}

const script = '<script>alert(1)</script>';

describe('What a member types', () => {
  withServer();

  const typed: readonly [what: string, text: string, shown: RegExp][] = [
    ['HTML', script, /&#60;script&#62;/],
    ['a right-to-left override', 'abc\u202Edef', /<p class="typed" dir="auto">/],
    ['emoji', '😀👩‍👩‍👧', /😀/],
    ['a template', '{{phone}} $t(page.title)', /\{\{phone\}\} \$t\(page\.title\)/],
    ['marks that the page uses for itself', '\uE0000\uE001', /class="typed"/],
  ];
  for (const [what, text, shown] of typed) {
    it(`is shown and does nothing when it is ${what}`, async () => {
      await visitor.get();
      await visitor.says({ text });
      assert.match(visitor.page, shown);
      assert.ok(!visitor.page.includes(script));
      assert.doesNotMatch(visitor.page, /undefined|\[object/);
    });
  }

  it('is read at 20,000 characters of any script, and shown cut', async () => {
    await visitor.get();
    const answer = await visitor.send({ text: 'ខ'.repeat(20_000) });
    assert.equal(answer.status, 303);
    assert.equal(server.talker.heard[0]?.text.length, 20_000);
    await visitor.get();
    assert.ok(visitor.page.length < 40_000);
  });

  it('is kindly refused when it is longer, also when it is far too long to be read at all', async () => {
    for (const length of [20_001, 400_000]) {
      await visitor.get();
      const answer = await visitor.send({ text: 'a'.repeat(length) });
      assert.equal(answer.status, 413);
      assert.match(visitor.page, /too long for us to read/);
      assert.match(visitor.page, /tel:\+18005550100/);
    }
    assert.equal(server.talker.heard.length, 0);
  });

  it('is never in the log, whatever went wrong', async () => {
    await visitor.get();
    await visitor.send({ text: 'Ana 555-0142' });
    server.talker.down = true;
    await visitor.get('/?name=Ana');
    assert.equal(visitor.last?.status, 500);
    assert.match(server.logged.join(''), /the web chat failed/);
    assert.doesNotMatch(server.logged.join(''), /Ana|0142/);
  });
});

describe('When something fails', () => {
  withServer();

  it('the page says sorry in the member’s language, with the plan’s phone and an id to name, and nothing of the failure', async () => {
    await visitor.get('/?lang=es');
    server.talker.down = true;
    await visitor.get();
    assert.equal(visitor.last?.status, 500);
    assert.match(visitor.page, /<html lang="es"/);
    assert.match(visitor.page, /tel:\+18005550100/);
    const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(visitor.page)?.[0];
    assert.ok(id && server.logged.join('').includes(id));
    assert.doesNotMatch(visitor.page, /disk|Error|at Fake/);
  });

  it('words that could not be stored are shown at once, danger above all', async () => {
    await visitor.get();
    server.talker.down = true;
    const answer = await visitor.send({ text: 'I want to die' });
    assert.equal(answer.status, 200);
    assert.match(visitor.page, /role="alert">\s*<p>\s*Call .*988/);
  });

  it('words that could not be stored are not lost behind a page that can still be read', async () => {
    await visitor.get();
    server.talker.full = true;
    await visitor.send({ text: 'I want to die' });
    assert.match(visitor.page, /tel:988/);
  });

  it('danger is answered although the sessions cannot be read', async () => {
    await visitor.get();
    server.sessions.findSession = () => Promise.reject(new Error('down'));
    server.talker.down = true;
    await visitor.send({ text: 'I want to die' });
    assert.match(visitor.page, /tel:988/);
  });

  it('an address that is not there has words too', async () => {
    await visitor.get('/wp-login.php');
    assert.equal(visitor.last?.status, 404);
    assert.match(visitor.page, /There is no page here/);
  });
});

describe('A visit', () => {
  withServer();

  it('has a cookie that no script can read and no other site can send', async () => {
    const { headers } = await visitor.get();
    const cookie = headers.getSetCookie().find((one) => one.startsWith('visit='));
    assert.match(cookie ?? '', /HttpOnly; SameSite=Lax$/);
  });

  it('is secure where the address is, and partitioned in a plan’s own frame', async () => {
    const publicUrl = 'https://help.example.org';
    await start({ settings: { publicUrl, embedOrigins: ['https://plan.example.org'] } });
    const framed = await visitor.get('/', { 'sec-fetch-dest': 'iframe' });
    assert.match(
      framed.headers.getSetCookie()[0] ?? '',
      /^__Host-visit=.*HttpOnly; Secure; Partitioned; SameSite=None$|^__Host-visit=.*HttpOnly; Secure; SameSite=None; Partitioned$/i,
    );
    assert.match(framed.headers.get('content-security-policy') ?? '', /frame-ancestors https:\/\/plan\.example\.org/);
    const plain = await new Visitor(server).get();
    assert.match(plain.headers.getSetCookie()[0] ?? '', /Secure; SameSite=Lax/);
  });

  it('is kept only as a hash', async () => {
    await visitor.get();
    const token = visitor.cookies.get('visit')!;
    assert.ok(!JSON.stringify([...server.sessions.rows]).includes(token));
    assert.ok(!visitor.page.includes(token));
  });

  it('takes no message from a form that was not made for it', async () => {
    await visitor.get();
    const stranger = new Visitor(server);
    await stranger.get();
    const answer = await visitor.send({ press: 'screen', token: stranger.hidden()['token']! });
    assert.equal(answer.status, 403);
    assert.equal(server.talker.heard.length, 0);
  });

  it('shows whoever sends from such a form the way to a page that works', async () => {
    await visitor.get();
    await visitor.send({ press: 'screen', token: 'old' }, { 'hx-request': 'true' });
    assert.match(visitor.page, /open for a long time[^]*<a class="button" href="\/">/);
  });

  it('answers danger from such a form all the same, and shows nothing of the talk', async () => {
    await visitor.get();
    await visitor.says({ text: 'my secret' });
    const answer = await visitor.send({ text: 'I want to die', token: 'wrong' });
    assert.equal(answer.status, 200);
    assert.match(visitor.page, /tel:988/);
    assert.doesNotMatch(visitor.page, /my secret/);
  });

  it('is told to wait after forty messages in a minute, but danger never waits', async () => {
    await visitor.get();
    const form = visitor.hidden();
    for (let i = 0; i < 40; i += 1)
      await visitor.post('/chat', { ...form, id: `message-number-${String(i)}`, press: 'x' });
    const tooMany = await visitor.post('/chat', { ...form, id: 'message-number-41', press: 'x' });
    assert.equal(tooMany.status, 429);
    assert.ok(Number(tooMany.headers.get('retry-after')) > 0);
    assert.match(visitor.page, /Please wait a minute/);
    const danger = await visitor.post('/chat', { ...form, id: 'message-number-42', text: 'I want to die' });
    assert.equal(danger.status, 303);
  });
});

describe('The idle lock', () => {
  withServer();

  beforeEach(async () => {
    await visitor.get();
    await visitor.says({ text: 'my secret' });
  });

  it('moves on as long as somebody is there', async () => {
    for (let i = 0; i < 3; i += 1) {
      server.later(10);
      await visitor.get();
      assert.match(visitor.page, /my secret/);
    }
  });

  it('hides the talk after the pause, and a message typed then is not taken', async () => {
    const form = visitor.hidden();
    server.later(16);
    await visitor.get();
    assert.match(visitor.page, /Are you still there\?/);
    assert.doesNotMatch(visitor.page, /my secret/);
    assert.equal(visitor.page.split('class="call"').length - 1, 1, 'one line to call, not two');
    await visitor.post('/chat', { ...form, id: 'a-late-message-00000', text: 'hello' });
    assert.equal(server.talker.heard.length, 1);
  });

  it('answers danger although it is shut, and still shows nothing', async () => {
    const form = visitor.hidden();
    server.later(16);
    await visitor.post('/chat', { ...form, id: 'a-late-message-00000', text: 'I want to die' });
    assert.match(visitor.page, /tel:988/);
    assert.doesNotMatch(visitor.page, /my secret/);
  });

  it('opens with the birth date that was given, and with no other', async () => {
    server.later(16);
    await visitor.get();
    const token = visitor.hidden()['token']!;
    await visitor.post('/unlock', { token, month: '3', day: '28', year: '1968' });
    assert.match(visitor.page, /not the birth date we have/);
    await visitor.post('/unlock', { token, month: '03', day: '27', year: '1968' });
    await visitor.get();
    assert.match(visitor.page, /my secret/);
  });

  it('stays shut after five wrong dates', async () => {
    server.later(16);
    await visitor.get();
    const token = visitor.hidden()['token']!;
    for (let i = 1; i <= 5; i += 1) await visitor.post('/unlock', { token, month: '1', day: String(i), year: '1970' });
    await visitor.post('/unlock', { token, month: '3', day: '27', year: '1968' });
    assert.equal(visitor.last?.status, 429);
    await visitor.get();
    assert.doesNotMatch(visitor.page, /my secret/);
  });

  it('lets one start over, with nothing left of the old talk', async () => {
    server.later(16);
    await visitor.get();
    await visitor.post('/start-over', { token: visitor.hidden()['token']! });
    await visitor.get();
    assert.match(visitor.page, /What would you like to do\?/);
    assert.doesNotMatch(visitor.page, /my secret/);
  });
});

describe('Leaving', () => {
  withServer();

  it('goes to a site that says nothing, and the old cookie opens nothing any more', async () => {
    await visitor.get();
    await visitor.says({ text: 'my secret' });
    const old = visitor.cookies.get('visit')!;
    const answer = await visitor.post('/exit', {});
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), 'https://www.google.com');
    assert.equal(visitor.cookies.size, 0);
    visitor.cookies.set('visit', old);
    await visitor.get();
    assert.doesNotMatch(visitor.page, /my secret/);
  });

  it('goes although the session cannot be revoked', async () => {
    await visitor.get();
    server.sessions.revokeSession = () => Promise.reject(new Error('down'));
    assert.equal((await visitor.post('/exit', {})).status, 303);
    assert.equal(visitor.cookies.size, 0);
  });
});

describe('The headers of the chat', () => {
  withServer();

  it('allow nothing from elsewhere and nothing inline, keep no copy, and say nowhere where one came from', async () => {
    const { headers } = await visitor.get();
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self';/);
    assert.match(policy, /style-src 'self';/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('x-powered-by'), null);
    assert.doesNotMatch(visitor.page, /<style|style="| on\w+="|<script>/);
  });
});

describe('The first visit', () => {
  withServer();

  it('is under 60 kB, styles and scripts and all', async () => {
    await visitor.get();
    const urls = [...visitor.page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, url]) => url!);
    assert.equal(urls.length, 4);
    const sizes = await Promise.all(
      urls.map(async (url) => {
        const answer = await fetch(server.url + url, { headers: { 'accept-encoding': 'gzip' } });
        assert.match(answer.headers.get('cache-control') ?? '', /immutable/);
        return Number(answer.headers.get('content-length') ?? (await answer.arrayBuffer()).byteLength);
      }),
    );
    const whole = visitor.page.length + sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(whole < 60_000, String(whole));
  });
});
