import assert from 'node:assert/strict';
import type { Say } from '../../dialogs/say.ts';
import { memberPage } from '../../dialogs/member-page.ts';
import { text } from '../../locales/index.ts';
import type { Tag } from '../../locales/languages.ts';
import { memberPageHtml } from '../../server/channels/web/member-page.ts';
import { entries } from '../../server/channels/web/transcript.ts';
import { Voice, type Words } from '../../server/channels/web/voice.ts';
import { html } from '../../server/channels/web/html.ts';
import { planById } from '../../server/plans/index.ts';
import { aReferral } from './desk-visit.ts';
import { startServer, Visitor, type TestServer } from './web-server.ts';

const number = '12345678901234';
const shownNumber = /1234 567 890 1234/;
const filed = () =>
  Promise.resolve({ language: 'es' as const, requests: [{ referral: aReferral(number), careful: false }] });

describe('The member’s own page', () => {
  let server: TestServer;
  let visitor: Visitor;
  beforeEach(async () => {
    server = await startServer({ filed });
    visitor = new Visitor(server);
    await visitor.get();
  });
  afterEach(() => server.close());

  it('is in the language of the talk, and shows nothing of the person', async () => {
    assert.equal((await visitor.get('/copy')).status, 200);
    assert.match(visitor.page, shownNumber);
    assert.match(visitor.page, /<html lang="es"/);
    assert.doesNotMatch(visitor.page, /Pa Houa|1964|90000000A|0134/);
  });

  it('may be kept by nobody on the way', async () => {
    const answer = await visitor.get('/copy');
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
  });

  it('is hidden after the pause until the one known fact is given', async () => {
    server.later(16);
    await visitor.get('/copy');
    assert.match(visitor.page, /Are you still there\?|¿Todavía está ahí\?/);
    assert.doesNotMatch(visitor.page, shownNumber);
    const token = visitor.hidden()['token'] ?? '';
    await visitor.post('/unlock', { token, month: '3', day: '27', year: '1968' });
    await visitor.get('/copy');
    assert.match(visitor.page, shownNumber);
  });

  it('is gone after leaving', async () => {
    const cookies = new Map(visitor.cookies);
    await visitor.post('/exit', {});
    for (const [name, value] of cookies) visitor.cookies.set(name, value);
    assert.equal((await visitor.get('/copy')).status, 404);
    assert.doesNotMatch(visitor.page, shownNumber);
  });

  it('is begun by no visit: who has none is told that there is no page', async () => {
    const stranger = new Visitor(server);
    assert.equal((await stranger.get('/copy')).status, 404);
    assert.equal(stranger.cookies.size, 0);
  });

  it('writes no number into the log', async () => {
    await visitor.get('/copy');
    assert.doesNotMatch(server.logged.join(), /12345678901234|Pa Houa/);
  });
});

describe('The words of the member’s page', () => {
  const plan = planById('iehp');
  const pages = [memberPage(aReferral(number), { plan }, { reader: 'filer', careful: false })];

  /** The page as it is with the words of these languages signed, and no others. */
  function page(own: Tag, signed: readonly Tag[], of = plan): string {
    const words: Words = {
      shown: (tag, key, values) => (signed.includes(tag) ? text(tag, key, values) : undefined),
      any: text,
    };
    const english = new Voice('en', words, of);
    const sheets = { pages, own: english.in(own), english, large: false, draft: false };
    return memberPageHtml(sheets, { stylesheet: '', script: '', top: html`` })
      .source.replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
  }

  it('are in both languages where both are signed', () => {
    assert.match(page('es', ['en', 'es']), /Ya mandamos su solicitud.*Your request was sent/);
  });

  it('are English, with an interpreter offered, where the language is not signed', () => {
    const shown = page('es', ['en']);
    assert.match(shown, /A free interpreter can help.*Your request was sent/);
    assert.doesNotMatch(shown, /solicitud/);
  });

  it('are the number and the plan’s line where nothing is signed', () => {
    const shown = page('es', []);
    assert.match(shown, shownNumber);
    assert.match(shown, /1-800-440-4347/);
    assert.doesNotMatch(shown, /solicitud|Your request|Enhanced/);
  });

  it('have the plan’s own notices and names in each language', () => {
    const notice = (tag: string) => ({ tagline: `tagline ${tag}`, nondiscrimination: `fairness ${tag}` });
    const own = {
      ...plan,
      notices: { en: notice('en'), es: notice('es') },
      names: { es: { ecm: 'Atención <propia>' } },
    };
    const shown = page('es', ['en', 'es'], own);
    assert.match(shown, /tagline es.*fairness es.*tagline en.*fairness en/);
    assert.match(shown, /Atención &#60;propia&#62;/);
    assert.doesNotMatch(shown, /not in this test version/);
  });
});

describe('The way to the member’s page', () => {
  const words: Words = { shown: text, any: text };
  const voice = new Voice('en', words, planById('iehp'));
  const card: Say = { kind: 'card', title: { key: 'file.sent.title' }, lines: [] };
  const steps: Say = { kind: 'steps', title: { key: 'programmes.ecm.name' }, steps: [] };
  const said = (seq: number, says: readonly Say[]) =>
    ({ seq, by: 'us', at: '2026-11-20T20:00:00Z', language: 'en', says }) as const;
  const links = (says: readonly (readonly Say[])[]): number =>
    entries(
      says.map((each, at) => said(at + 1, each)),
      voice,
    )
      .join('')
      .split('href="/copy"').length - 1;

  it('is on the card that tells that a request was sent', () => assert.equal(links([[card]]), 1));

  it('is, once, where the status is told in the talk in which it was filed', () => {
    assert.equal(links([[card], [steps, steps]]), 2);
  });

  it('is not where nothing was filed in this talk', () => assert.equal(links([[steps]]), 0));
});
