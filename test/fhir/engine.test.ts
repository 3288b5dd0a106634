// The FHIR server that gateways are tried against: whole transactions, and each fault as it is told.
import assert from 'node:assert/strict';
import type { Bundle, FhirResource, OperationOutcome } from 'fhir/r4.js';
import { openFhirEngine, type FhirEngine } from './engine.ts';

const patient = (id: string, more: object = {}): FhirResource => ({
  resourceType: 'Patient',
  id,
  birthDate: '1964-03-07',
  ...more,
});
const task = (id: string, of: string): FhirResource => ({
  resourceType: 'Task',
  id,
  status: 'requested',
  intent: 'order',
  for: { reference: of },
});

const bundle = (...resources: FhirResource[]): Bundle => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: resources.map((resource) => ({
    resource,
    request: { method: 'PUT', url: `${resource.resourceType}/${resource.id ?? ''}` },
  })),
});

describe('the FHIR server of the tests', function () {
  this.timeout(30_000);
  let engine: FhirEngine;
  beforeEach(async () => (engine = await openFhirEngine()));
  afterEach(() => engine.close());

  const send = async (sent: Bundle | string, headers: Record<string, string> = {}, signal?: AbortSignal) => {
    const response = await fetch(engine.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/fhir+json', ...headers },
      body: typeof sent === 'string' ? sent : JSON.stringify(sent),
      ...(signal ? { signal } : {}),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  };
  const statusesIn = (text: string) =>
    ((JSON.parse(text) as Bundle).entry ?? []).map(({ response }) => response?.status);
  const one = bundle(patient('one'), task('two', 'Patient/one'));

  it('keeps a transaction, and gives back what was kept', async () => {
    const { status, text } = await send(one);
    assert.deepEqual([status, statusesIn(text)], [200, ['200', '200']]);
    assert.deepEqual(await engine.counts(), { Patient: 1, Task: 1 });
    const read = (await (await fetch(`${engine.url}/Patient/one`)).json()) as FhirResource;
    assert.equal(read.id, 'one');
    assert.equal((await fetch(`${engine.url}/Patient/none`)).status, 404);
    const found = (await (await fetch(`${engine.url}/Task?patient=Patient/one`)).json()) as Bundle;
    assert.equal(found.total, 1);
  });

  const wrong: Readonly<Record<string, Bundle>> = {
    'what R4 does not know': bundle(patient('one'), patient('two', { shoeSize: 43 })),
    'a code that is not in a required list': bundle(patient('one'), patient('two', { gender: 'tall' })),
    'a reference to nothing': bundle(patient('one'), task('two', 'Patient/elsewhere')),
    'an address of another': {
      ...one,
      entry: [...(one.entry ?? []), { resource: patient('x'), request: { method: 'PUT', url: 'Patient/y' } }],
    },
  };
  for (const [what, sent] of Object.entries(wrong))
    it(`keeps nothing of a transaction with ${what}, and says where`, async () => {
      const { status, text } = await send(sent);
      const outcome = JSON.parse(text) as OperationOutcome;
      assert.deepEqual([status, outcome.resourceType], [400, 'OperationOutcome']);
      assert.match(outcome.issue[0]?.expression?.[0] ?? '', /^Bundle\.entry\[\d\]/);
      for (const id of ['one', 'two', 'x']) assert.equal((await fetch(`${engine.url}/Patient/${id}`)).status, 404);
    });

  it('answers 400 to what is no JSON', async () => {
    assert.equal((await send('{"resourceType":')).status, 400);
  });

  it('wants a token once it is told to', async () => {
    engine.tellSmart({ token_endpoint: 'https://plan.example/token' });
    engine.requireToken((token) => token === 'right');
    assert.deepEqual((await send(one)).status, 401);
    assert.deepEqual((await send(one, { Authorization: 'Bearer wrong' })).status, 401);
    assert.deepEqual(await engine.counts(), {});
    assert.deepEqual((await send(one, { Authorization: 'Bearer right' })).status, 200);
    const smart = await fetch(`${engine.url}/.well-known/smart-configuration`);
    assert.deepEqual(await smart.json(), { token_endpoint: 'https://plan.example/token' });
  });

  it('answers what it is told to instead of working, once', async () => {
    engine.next({ kind: 'answer', status: 503, headers: { 'Retry-After': '7' } });
    const { status, headers } = await send(one);
    assert.deepEqual([status, headers.get('retry-after')], [503, '7']);
    assert.deepEqual(await engine.counts(), {});
    assert.equal((await send(one)).status, 200);
  });

  it('does so every time until it is told to stop', async () => {
    engine.always({ kind: 'answer', status: 500, body: 'no' });
    assert.deepEqual([(await send(one)).text, (await send(one)).status], ['no', 500]);
    engine.always(null);
    assert.equal((await send(one)).status, 200);
  });

  it('works, and answers something that cannot be read', async () => {
    engine.next({ kind: 'answerAfterWork', status: 200, body: '<html>' });
    assert.equal((await send(one)).text, '<html>');
    assert.deepEqual(await engine.counts(), { Patient: 1, Task: 1 });
  });

  it('breaks the connection before the work, or after it', async () => {
    engine.next({ kind: 'drop', when: 'beforeWork' }, { kind: 'drop', when: 'afterWork' });
    await assert.rejects(send(one));
    assert.deepEqual(await engine.counts(), {});
    await assert.rejects(send(one));
    assert.deepEqual(await engine.counts(), { Patient: 1, Task: 1 });
    assert.deepEqual(
      engine.requests.map(({ status }) => status),
      [null, null],
    );
  });

  it('is slow before the work, or between the work and the answer', async () => {
    engine.next({ kind: 'delay', before: 1500 }, { kind: 'delay', after: 1500 });
    await assert.rejects(send(one, {}, AbortSignal.timeout(300)));
    assert.deepEqual(await engine.counts(), {});
    await assert.rejects(send(one, {}, AbortSignal.timeout(300)));
    assert.deepEqual(await engine.counts(), { Patient: 1, Task: 1 });
  });

  it('takes one transaction as two at the same moment', async () => {
    engine.next({ kind: 'duplicate' });
    assert.equal((await send(one)).status, 200);
    const history = (await (await fetch(`${engine.url}/Patient/one/_history`)).json()) as Bundle;
    assert.equal(history.entry?.length, 2);
  });

  it('says 200 where it refused one entry and kept the others', async () => {
    engine.next({ kind: 'refuseEntry', index: 1 });
    const { status, text } = await send(one);
    assert.deepEqual([status, statusesIn(text)], [200, ['200', '422']]);
    assert.deepEqual(await engine.counts(), { Patient: 1 });
  });
});
