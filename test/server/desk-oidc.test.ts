import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sinon from 'sinon';
import { createVisitor, openHouse, type DeskHouse, type Page, type Visitor } from './desk-visit.ts';

const roles: Readonly<Record<string, readonly string[] | undefined>> = {
  ana: ['worker', 'something else'],
  ben: ['reader'],
  chia: undefined,
};

/** A real identity provider on this machine, which signs in whoever gives a name. */
async function openProvider(home: () => string, rolesInToken: boolean): Promise<{ issuer: string; server: Server }> {
  // It warns that its pages are for tests, which is what they are for here.
  for (const way of ['warn', 'info'] as const) sinon.stub(console, way);
  const { default: Provider } = await import('oidc-provider');
  const server = createServer((request, response) => listener(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = () =>
    new Provider(issuer, {
      clients: [{ client_id: 'desk', client_secret: 'secret', redirect_uris: [`${home()}/desk/sign-in/callback`] }],
      claims: { openid: ['sub'], profile: ['name', 'roles'] },
      conformIdTokenClaims: !rolesInToken,
      pkce: { required: () => true },
      findAccount: (_context: unknown, id: string) => ({
        accountId: id,
        claims: () => ({ sub: id, name: `${id} of the plan`, roles: roles[id] }),
      }),
    }).callback();
  let made: ReturnType<typeof provider> | undefined;
  const listener: ReturnType<typeof provider> = (request, response) => (made ??= provider())(request, response);
  return { issuer, server };
}

/** Follows every redirect; at the provider, gives the name and agrees. */
async function walk(visitor: Visitor, from: string, login: string): Promise<{ page: Page; at: string }> {
  let at = from;
  let page = await visitor.get(at);
  for (let steps = 0; steps < 20; steps += 1) {
    if (page.to !== '') {
      at = new URL(page.to, at).href;
      page = await visitor.get(at);
      continue;
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(page.text)?.[1];
    if (prompt === undefined) return { page, at };
    const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? '';
    page = await visitor.post(new URL(action, at).href, { prompt, login, password: 'any' });
  }
  throw new Error('went in circles');
}

describe('signing in with the plan’s single sign-on', () => {
  let house: DeskHouse;
  let server: Server;
  const open = async (rolesInToken: boolean) => {
    const provider = await openProvider(() => house.url, rolesInToken);
    server = provider.server;
    house = await openHouse({ oidc: { issuer: provider.issuer, clientId: 'desk', clientSecret: 'secret' } });
  };
  const start = () => `${house.url}/desk/sign-in/start`;
  afterEach(async () => {
    sinon.restore();
    await house.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  for (const rolesInToken of [true, false]) {
    it(`gives the role that the provider tells ${rolesInToken ? 'in its token' : 'when asked'}`, async () => {
      await open(rolesInToken);
      const visitor = createVisitor(house.url);
      const { page, at } = await walk(visitor, start(), 'ana');
      assert.equal(new URL(at).pathname, '/desk/new');
      assert.match(page.text, /ana of the plan.*, worker/);
    });
  }

  it('writes who signed in into the audit log by what cannot be renamed', async () => {
    await open(true);
    const audit = sinon.spy(house.store, 'audit');
    await walk(createVisitor(house.url), start(), 'ben');
    assert.deepEqual(audit.args, [['ben of the plan [ben]', 'signedIn', 'reader']]);
  });

  it('opens nothing to somebody whom the provider knows but who has no role here', async () => {
    await open(true);
    const visitor = createVisitor(house.url);
    const { page } = await walk(visitor, start(), 'chia');
    assert.equal(page.status, 403);
    assert.match(page.text, /no role at this desk/);
    assert.equal((await visitor.get('/desk/new')).to, '/desk/sign-in');
  });

  it('takes an answer only in the browser that asked, and only for what it asked', async () => {
    await open(true);
    const visitor = createVisitor(house.url);
    const answer = await answerFor(visitor, start(), 'ana');
    const stranger = createVisitor(house.url);
    assert.equal((await stranger.get(answer)).status, 403, 'another browser');
    const forged = answer.replace(/state=[^&]+/, 'state=guessed');
    assert.equal((await visitor.get(forged)).status, 403, 'another state');
    assert.equal((await visitor.get(answer)).status, 403, 'the try is used up');
    assert.equal((await visitor.get('/desk/new')).to, '/desk/sign-in');
    assert.doesNotMatch(house.logged.join(), /code=|ana/);
  });

  it('prints no links, and takes none', async () => {
    await open(true);
    const { pathname } = new URL(await house.link('admin'));
    assert.equal((await house.visitor().get(pathname)).to, '/desk/sign-in');
    const token = pathname.split('/').at(-1) ?? '';
    assert.equal((await house.visitor().post('/desk/sign-in/link', { token })).to, '/desk/sign-in');
  });

  it('says that it did not work while the provider is down, and works when it is back', async () => {
    await open(true);
    const { port } = server.address() as AddressInfo;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    const visitor = createVisitor(house.url);
    assert.equal((await visitor.get('/desk/sign-in/start')).status, 403);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    assert.equal((await visitor.get('/desk/sign-in/start')).status, 303);
  });
});

/** The address to which the provider sends the browser back, not yet opened. */
async function answerFor(visitor: Visitor, from: string, login: string): Promise<string> {
  let found = '';
  const wary: Visitor = {
    ...visitor,
    get: (path) => {
      if (!path.includes('/desk/sign-in/callback')) return visitor.get(path);
      found = path;
      return Promise.resolve({ status: 200, headers: new Headers(), text: '', to: '' });
    },
  };
  await walk(wary, from, login);
  return found;
}
