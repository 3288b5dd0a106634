import assert from 'node:assert/strict';
import type { Tag } from '../../locales/languages.ts';
import { startServer, Visitor, type TestServer } from './web-server.ts';

let server: TestServer;
let visitor: Visitor;

/** Each test has a server and a visitor of its own. */
function withServer(): void {
  beforeEach(async () => {
    server = await startServer();
    visitor = new Visitor(server);
  });
  afterEach(() => server.close());
}

describe('The chat without scripts', () => {
  withServer();

  it('greets, asks, hears an answer and asks on, by forms alone', async () => {
    await visitor.get();
    assert.match(visitor.page, /automated assistant of/);
    const page = await visitor.says({ press: 'screen' });
    assert.match(page, /See what may fit<\/p>/);
    assert.match(page, /What is going on\?/);
    assert.match(await visitor.says({ choice: ['housing', 'hospital'], ticked: 'yes' }), /How old are you\?/);
    assert.match(visitor.page, /<li>I have no safe place to sleep<\/li>\s*<li>I was in the hospital/);
    assert.match(await visitor.says({ text: '62' }), /62/);
  });

  it('answers a form with a redirect to the newest words, so that a reload sends nothing again', async () => {
    await visitor.get();
    const answer = await visitor.send({ press: 'screen' });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), '/#m3');
  });

  it('shows the talk again after a reload', async () => {
    await visitor.get();
    await visitor.says({ text: 'I need help' });
    await visitor.get();
    assert.match(visitor.page, /I need help/);
  });

  it('sends the question that the page was made for, so that an old tab never answers another', async () => {
    await visitor.get();
    const old = visitor.hidden();
    await visitor.says({ press: 'screen' });
    await visitor.post('/chat', { ...old, id: 'an-old-page-0000000', press: 'file' });
    assert.equal(server.talker.heard.at(-1)?.question, 'menu');
    await visitor.get();
    assert.doesNotMatch(visitor.page, /birth date/);
    assert.match(visitor.page, /What is going on\?/);
  });

  it('takes a double click as one message', async () => {
    await visitor.get();
    const same = visitor.hidden();
    await visitor.post('/chat', { ...same, press: 'screen' });
    await visitor.post('/chat', { ...same, press: 'screen' });
    const [first, second] = server.talker.heard;
    assert.equal(first?.id, second?.id);
    await visitor.get();
    assert.equal(visitor.page.match(/class="entry me"/g)?.length, 1);
  });

  it('gives every page a message id of its own', async () => {
    await visitor.get();
    const { id } = visitor.hidden();
    await visitor.get();
    assert.notEqual(visitor.hidden()['id'], id);
  });

  it('sends a birth date from three fields as one date, and shows it with its month as a word', async () => {
    await visitor.get();
    await visitor.says({ press: 'file' });
    await visitor.says({ month: '3', day: '٢٧', year: '1968', dated: 'yes' });
    assert.equal(server.talker.heard.at(-1)?.text, '1968-03-27');
    assert.match(visitor.page, /March 27, 1968/);
  });

  it('tells beside the field what is wanting in a date, and keeps what was typed', async () => {
    await visitor.get();
    await visitor.says({ press: 'file' });
    const answer = await visitor.send({ month: '2', day: '30', year: '1968', dated: 'yes' });
    assert.equal(answer.status, 422);
    assert.match(visitor.page, /We cannot find that date/);
    assert.match(visitor.page, /name="day"[^>]*value="30"/);
    assert.equal(server.talker.heard.length, 1);
  });

  it('passes words in a date field on as words', async () => {
    await visitor.get();
    await visitor.says({ press: 'file' });
    await visitor.says({ month: 'no sé', day: '', year: '', dated: 'yes' });
    assert.equal(server.talker.heard.at(-1)?.text, 'no sé');
  });

  it('offers the ways around a question only where the question allows them', async () => {
    await visitor.get();
    assert.doesNotMatch(visitor.page, /value="act:notSure"/);
    await visitor.says({ press: 'screen' });
    for (const act of ['act:notSure', 'act:decline', 'act:why', 'act:back'])
      assert.ok(visitor.page.includes(`value="${act}"`));
    assert.match(visitor.page, /About 4 more questions/);
    assert.match(await visitor.says({ ticked: 'yes', choice: 'none' }), /About 1 more question</);
  });

  it('has a person one press away on every page of the talk', async () => {
    await visitor.get();
    await visitor.says({ press: 'screen' });
    assert.match(visitor.page, /value="act:person"[^]*<main/, 'above the talk');
    assert.match(visitor.page, /<footer>[^]*value="act:person"[^]*value="act:language"/, 'and below the question');
  });
});

describe('The languages of the page', () => {
  withServer();

  const htmlTag = (page: string): string | undefined => /<html [^>]*>/.exec(page)?.[0];

  it('follow the browser, the address, and then what the member chose', async () => {
    await visitor.get('/', { 'accept-language': 'es-MX' });
    assert.equal(htmlTag(visitor.page), '<html lang="es" dir="ltr">');
    const other = new Visitor(server);
    await other.get('/?lang=es');
    assert.match(other.page, /Hola/);
    await other.says({ press: 'language:en' });
    assert.equal(htmlTag(other.page), '<html lang="en" dir="ltr">');
  });

  it('are marked on every message, each in the language in which it was said', async () => {
    await visitor.get();
    await visitor.says({ press: 'language:es' });
    assert.match(visitor.page, /id="m1" data-seq="1"\s+lang="en" dir="ltr"/);
    assert.match(visitor.page, /id="m3" data-seq="3"\s+lang="es" dir="ltr"/);
  });

  it('never mix: what is missing is the interpreter, with the phone number to call', async () => {
    await visitor.get('/?lang=es');
    await visitor.says({ text: 'missing' });
    const entry = /<div\s+class="entry us" id="m3"[^]*?<\/div>/.exec(visitor.page)?.[0] ?? '';
    assert.doesNotMatch(entry, /English only/);
    assert.match(entry, /class="interpreter"/);
    assert.match(entry, /tel:\+18005550100/);
  });

  it('show danger words in the member’s language and in English', async () => {
    await visitor.get('/?lang=es');
    await visitor.says({ text: 'quiero morir' });
    assert.match(visitor.page, /role="alert">\s*<p>\s*Llame al .*988/);
    assert.match(visitor.page, /lang="en" dir="ltr">\s*<p>\s*Call .*988/);
  });

  it('list each language by its own name', async () => {
    await visitor.get();
    const names: readonly [Tag, string][] = [
      ['en', 'English'],
      ['es', 'Español'],
      ['hmn', 'Hmoob'],
    ];
    for (const [tag, name] of names)
      assert.match(visitor.page, new RegExp(`value="language:${tag}"\\s+lang="${tag}"[^>]*>\\s*${name}`));
  });
});

describe('Everything that can be said', () => {
  withServer();

  beforeEach(async () => {
    await visitor.get();
    await visitor.says({ text: 'everything' });
  });

  it('is shown: what may fit with its source, what will be sent, a card to keep, the steps with their dates', () => {
    for (const words of [
      'May fit',
      'Where this is written',
      'CalAIM Enhanced Care Management Policy Guide',
      'p. 12 (v)',
    ])
      assert.ok(visitor.page.includes(words), words);
    assert.match(visitor.page, /1234 567 890 1234/);
    assert.match(visitor.page, /aria-current="step"/);
    assert.match(visitor.page, /It has until <time datetime="2026-11-30">November 30, 2026/);
  });

  it('is escaped, and a name stands apart from the words around it', () => {
    assert.match(visitor.page, /<bdi>&#60;b&#62;Ana&#60;\/b&#62; &#38; Co<\/bdi>/);
  });

  it('names what each button is about, for those who hear it alone, and says so again once it is chosen', async () => {
    assert.match(visitor.page, /Ask the plan for this<span class="hidden">: Enhanced Care Management<\/span>/);
    assert.match(visitor.page, /Change the name<span class="hidden">: Name<\/span>/);
    assert.match(await visitor.says({ press: 'edit:name' }), /<p>Change the name: Name<\/p>/);
  });

  it('offers only what the newest turn offers', async () => {
    assert.match(visitor.page, /value="edit:name"/);
    await visitor.says({ text: 'something else' });
    assert.doesNotMatch(visitor.page, /value="edit:name"/);
  });
});
