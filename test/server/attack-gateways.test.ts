// What a hostile or broken plan tries, and whoever may write in the folder that we share with it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import type { PlanGateway, Submitted } from '../../referral/plan-gateway.ts';
import { maySendTo } from '../../server/gateways/fhir/token-url.ts';
import { readPlan } from '../../server/plans/index.ts';
import { iehp } from '../../server/plans/iehp.ts';
import { checkGateway } from '../../server/gateways/plan-gateway.ts';
import { aReferral, file, monday, openHouse, openReferral, type DeskHouse, type Visitor } from './desk-visit.ts';
import { answerWith, outcome, type Mishap } from './gateways/fhir-door.ts';
import { newKey, openFhirPlan, type FhirPlan } from './gateways/fhir-plan.ts';
import { drop, everything, gatewayTo, pickUp, seen, sharedFolder } from './gateways/folder/shared-folder.ts';
import { referral } from './storage/samples.ts';

const number = '12345678901234';

describe('A plan’s FHIR server that is hostile or broken', () => {
  let plan: FhirPlan;
  beforeEach(async () => {
    plan = await openFhirPlan();
  });
  afterEach(() => plan.close());

  const submit = (gateway = plan.gateway()): Promise<Submitted> => gateway.submit(referral(number));
  const troubleOf = async (gateway?: PlanGateway): Promise<string> => {
    const submitted = await submit(gateway);
    return submitted.kind === 'notYet' ? submitted.trouble : submitted.kind;
  };
  const requests = async (): Promise<number | undefined> => (await plan.engine.counts())['ServiceRequest'];

  type Entry = { readonly response: { readonly status: string }; readonly resource?: object };
  /** The plan does its work, and each entry of its answer is told otherwise. */
  const telling =
    (otherwise: (entries: readonly Entry[]) => readonly object[]): Mishap =>
    async (response, goOn) => {
      const { status, headers, body } = await goOn();
      const bundle = JSON.parse(body) as { entry: readonly Entry[] };
      response.writeHead(status, headers).end(JSON.stringify({ ...bundle, entry: otherwise(bundle.entry) }));
    };
  const withStatus = (status: string): Mishap =>
    telling((entries) => entries.map(({ response }) => ({ response: { ...response, status } })));

  const untrue: readonly [what: string, look: Mishap][] = [
    ['all is there, and shows nothing', telling((all) => all.map(() => ({ response: { status: '200' } })))],
    [
      'all is there, and shows something else',
      telling((all) =>
        all.map((_, at) => ({ response: { status: '200' }, resource: { resourceType: 'Task', id: `x${at}` } })),
      ),
    ],
  ];
  for (const [what, look] of untrue) {
    it(`is not believed that ${what}`, async () => {
      plan.door.next('look', look);
      assert.equal(await troubleOf(), 'badAnswer');
      assert.equal(await requests(), undefined);
      assert.equal(await troubleOf(), 'received');
      assert.equal(await requests(), 2);
    });
  }

  it('may tell what is there in another order, and nothing is lost or doubled', async () => {
    plan.door.next('referral', answerWith(503));
    await submit();
    plan.door.next(
      'look',
      telling((all) => [...all].reverse()),
    );
    assert.equal(await troubleOf(), 'received');
    plan.door.next(
      'look',
      telling((all) => [...all].reverse()),
    );
    assert.equal(await troubleOf(), 'received');
    assert.equal(plan.door.count('referral'), 2);
    assert.equal(await requests(), 2);
  });

  it('is not believed that one thing is many, and nothing of the plan’s is set back', async () => {
    assert.equal(await troubleOf(), 'received');
    plan.door.next(
      'look',
      telling(([first, ...rest]) => [first, ...rest].map(() => first ?? {})),
    );
    assert.equal(await troubleOf(), 'badAnswer');
    assert.equal(plan.door.count('referral'), 1);
  });

  for (const status of ['201 Created; 500', '2010', '+201', ' 201', '201\n500', '200.5', '٢٠١']) {
    it(`has not taken what it says “${JSON.stringify(status)}” to, until it is seen there`, async () => {
      plan.door.next('referral', withStatus(status));
      assert.equal(await troubleOf(), 'badAnswer');
      assert.equal(await troubleOf(), 'received');
      assert.equal(await requests(), 2);
    });
  }

  it('has not taken what it says “200” and an error to', async () => {
    const entry = { response: { status: '200 OK', outcome: outcome('exception') } };
    plan.door.next(
      'referral',
      telling((all) => all.map(() => entry)),
    );
    assert.equal(await troubleOf(), 'badAnswer');
  });

  it('refuses no member’s request by what is not about the request', async () => {
    for (const status of [402, 414, 417, 426, 428, 431, 451]) {
      plan.door.next('referral', answerWith(status));
      assert.equal(await troubleOf(), 'badAnswer', String(status));
    }
  });

  it('cannot show the desk the token that lets us in', async () => {
    const echo: Mishap = (response) =>
      response
        .writeHead(500, { location: `/login?was=${response.req.headers.authorization?.slice(7)}` })
        .end(`no right: ${response.req.headers.authorization}`);
    plan.door.next('look', echo);
    const submitted = await submit();
    const token = plan.door.came.at(-1)?.headers.authorization?.slice('Bearer '.length);
    assert.ok(token !== undefined && submitted.kind === 'notYet', 'it was asked with a token');
    assert.match(submitted.answer ?? '', /no right: Bearer \[cut\]/);
    assert.ok(!(submitted.answer ?? '').includes(token), 'no token in it');
  });

  const strange: readonly [what: string, mishap: Mishap, trouble: string][] = [
    ['headers of a megabyte', raw(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(1_000_000)}\r\n\r\n`), 'unreachable'],
    ['another protocol', raw('HTTP/1.1 101 X\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'), 'unreachable'],
    ['two lengths', raw('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'), 'unreachable'],
    ['a million brackets', answerWith(200, '['.repeat(1_000_000)), 'badAnswer'],
    ['a packing with an odd name', answerWith(200, '{}', { 'content-encoding': 'constructor' }), 'unreachable'],
    ['a prototype', answerWith(200, '{"__proto__":{"resourceType":"Bundle","entry":[]}}'), 'badAnswer'],
    ['a way to an address inside', answerWith(307, '', { location: 'http://169.254.169.254/' }), 'badAnswer'],
  ];
  for (const [what, mishap, trouble] of strange) {
    it(`answers with ${what}, and nothing is lost`, async () => {
      plan.door.next('referral', mishap);
      const gateway = plan.gateway();
      assert.equal(await troubleOf(gateway), trouble);
      assert.equal(await troubleOf(gateway), 'received');
    });
  }

  const giving =
    (token: unknown): RequestListener =>
    (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 300 }));
    };
  const tokens: readonly [what: string, token: unknown][] = [
    ['with a line end', 'a\r\nX-Other: y'],
    ['of a megabyte', 'x'.repeat(1_000_000)],
    ['of another script', 'токен'],
    ['with a zero', 'a\0b'],
    ['with a space', 'a b'],
    ['of nothing', ''],
  ];
  for (const [what, token] of tokens) {
    it(`is not asked with a token ${what}, and the next try has another`, async () => {
      plan.authorization.next(giving(token));
      const gateway = plan.gateway();
      assert.equal(await troubleOf(gateway), 'badAnswer');
      assert.equal(plan.door.count('look'), 0);
      assert.equal(await troubleOf(gateway), 'received');
    });
  }

  it('cannot have the desk shown what we sign in with, where its token endpoint sends it back', async () => {
    for (const status of [200, 302, 400, 401, 500]) {
      plan.authorization.next((request, response) => {
        response.writeHead(status);
        request.pipe(response);
      });
      const submitted = await submit(plan.gateway());
      const assertion = plan.authorization.asked.at(-1)?.get('client_assertion');
      assert.ok(typeof assertion === 'string' && submitted.kind === 'notYet', 'it was asked');
      assert.match(assertion, /^eyJ/);
      assert.ok(!JSON.stringify(submitted).includes(assertion), `at ${status} it is cut`);
    }
  });

  it('has us sign in at a public name alone, unless it stands inside itself', () => {
    const base = 'https://fhir.plan.example/r4';
    const may = [base, 'https://login.other.example/token', 'https://fhir.plan.example:8443/token'];
    for (const url of may) assert.equal(maySendTo(url, base), true, url);
    const inside = ['127.0.0.1', '[::1]', '169.254.169.254', '10.1.2.3', '[fd00::1]', 'localhost', 'vault', 'vault.'];
    const hosts = [...inside, 'x.localhost', 'metadata.google.internal', '2130706433', 'printer.local.'];
    for (const host of hosts) assert.equal(maySendTo(`https://${host}/token`, base), false, host);
    assert.equal(maySendTo('https://us:secret@login.other.example/', base), false);
    assert.equal(maySendTo('http://127.0.0.1:9/token', 'http://127.0.0.1:8/fhir'), true);
  });
});

function raw(answer: string): Mishap {
  return (response) => response.socket?.end(answer);
}

describe('Whoever may write in the folder that is shared with a plan', () => {
  let folder: string;
  let gateway: PlanGateway;
  beforeEach(() => {
    folder = sharedFolder();
    gateway = gatewayTo(folder);
  });
  const troubleOf = async (which = number): Promise<string> => {
    const submitted = await gateway.submit(referral(which));
    return submitted.kind === 'notYet' ? submitted.trouble : submitted.kind;
  };
  const ours = (...names: readonly string[]): string => path.join(folder, '.sent', number, ...names);
  const fifo = (name: string): void => void execFileSync('mkfifo', [name]);

  const stands: readonly [what: string, put: (name: string) => void][] = [
    ['a pipe', fifo],
    ['a folder', (name) => mkdirSync(name)],
    ['a link', (name) => symlinkSync('/etc/hostname', name)],
    ['ten gigabytes', (name) => (writeFileSync(name, '{'), truncateSync(name, 10 * 2 ** 30))],
  ];
  for (const [what, put] of stands) {
    it(`keeps nobody by ${what} where we wrote down when we handed it over; a person is told to look`, async () => {
      assert.equal(await troubleOf(), 'notAcknowledged');
      rmSync(ours('record.json'));
      put(ours('record.json'));
      const all = await Promise.all([troubleOf(), troubleOf(), troubleOf()]);
      assert.deepEqual([...new Set(all)], ['acknowledgementLate']);
      assert.equal(await troubleOf('22345678901234'), 'notAcknowledged');
      assert.deepEqual(pickUp(folder), [number, '22345678901234']);
      drop(folder, `${number}.ack`, { number });
      assert.equal(await troubleOf(), 'received');
    });

    it(`is not believed by ${what} for an answer`, async () => {
      await troubleOf();
      put(path.join(folder, 'acks', `${number}.ack`));
      assert.equal(await troubleOf(), 'badAnswer');
    });
  }

  it('cannot have us hand over, or change, what lies elsewhere', async () => {
    const elsewhere = sharedFolder();
    writeFileSync(path.join(elsewhere, `${number}-private.pdf`), 'not theirs');
    writeFileSync(path.join(elsewhere, 'record.json'), '{}');
    const before = everything(elsewhere);
    mkdirSync(path.join(folder, '.sent'));
    symlinkSync(elsewhere, ours());
    drop(folder, `${number}.ack`, { number });
    assert.equal(await troubleOf(), 'folderFull');
    assert.deepEqual(seen(folder), []);
    assert.deepEqual(everything(elsewhere), before);
    rmSync(ours());
    assert.equal(await troubleOf(), 'received');
  });

  it('cannot lead us elsewhere by a link for a folder of ours, or for theirs', async () => {
    await troubleOf();
    for (const [name, trouble] of [
      ['.sent', 'folderFull'],
      ['.part', 'folderFull'],
      ['acks', 'folderGone'],
    ] as const) {
      const [place, away] = [path.join(folder, name), path.join(sharedFolder(), 'away')];
      renameSync(place, away);
      symlinkSync(away, place);
      assert.equal(await troubleOf(), trouble, name);
      rmSync(place);
      renameSync(away, place);
    }
    assert.equal(await troubleOf(), 'notAcknowledged');
  });

  it('takes nothing back that was received, and has nothing of ours written through a link', async () => {
    const victim = path.join(sharedFolder(), 'victim');
    writeFileSync(victim, 'as it was');
    symlinkSync(victim, path.join(folder, `${number}.json`));
    linkSync(victim, path.join(folder, `${number}.manifest.json`));
    await troubleOf();
    assert.deepEqual(pickUp(folder), [number]);
    assert.equal(execFileSync('cat', [victim]).toString(), 'as it was');
    drop(folder, `${number}.ack`, { number });
    assert.equal(await troubleOf(), 'received');
    rmSync(path.join(folder, 'acks', `${number}.ack`));
    drop(folder, `${number}.nack`, { number, reason: 'changedOurMind' });
    assert.equal(await troubleOf(), 'received');
  });

  it('slows nobody by a hundred thousand files', async () => {
    for (let at = 0; at < 100_000; at += 1) writeFileSync(path.join(folder, 'acks', `${at}.ack`), '');
    const began = performance.now();
    await troubleOf();
    assert.equal(performance.now() - began < 2000, true);
  }).timeout(60_000);
});

describe('An operator who makes a slip in the plan’s file', () => {
  const folder = sharedFolder();
  const privateKeyFile = path.join(folder, 'key.json');
  writeFileSync(privateKeyFile, JSON.stringify(newKey('ES384').private), { mode: 0o600 });
  const fhir = { kind: 'fhir', baseUrl: 'https://plan.example/fhir', clientId: 'us', privateKeyFile };
  const start = async (gateway: object): Promise<void> => {
    await checkGateway(readPlan({ ...iehp, gateway: gateway as { kind: 'desk' } }));
  };

  it('is not stopped where there is none', async () => {
    await start(fhir);
    await start({ ...fhir, baseUrl: 'https://plan.example:8443/fhir/', scope: 'system/Task.cruds system/Patient.c' });
    await start({ kind: 'folder', path: sharedFolder() });
  });

  const slips: readonly [field: string, slips: readonly object[]][] = [
    ['kind', ['fax', null, 7, '__proto__'].map((kind) => ({ kind }))],
    [
      'baseUrl',
      [
        ...['https:plan.example', 'https:///plan', 'https://plan.example/fh ir', 'https://plan.example\\fhir'],
        ...[
          'https://*.plan.example',
          'https://plan.example/fhir?',
          'https://plan.example/fhir#',
          'http://plan.example',
        ],
        ...['https://us@plan.example', 'file:///etc', '', null, 7],
      ].map((baseUrl) => ({ ...fhir, baseUrl })),
    ],
    [
      'tokenUrl',
      ['https://plan.example/t#x', 'http://plan.example', '', null].map((tokenUrl) => ({ ...fhir, tokenUrl })),
    ],
    ['clientId', ['', ' ', 'us ', 'a\nb', 'nós', 7].map((clientId) => ({ ...fhir, clientId }))],
    ['scope', ['', ' ', 'a\nb', 'a  b', '"a"', 'a\\b', null].map((scope) => ({ ...fhir, scope }))],
    [
      'privateKeyFile',
      ['key.json', '~/key.json', `${privateKeyFile}\0`, folder].map((file) => ({ ...fhir, privateKeyFile: file })),
    ],
    ['timeoutSeconds', [0, 26, 1.5, '10', NaN].map((timeoutSeconds) => ({ ...fhir, timeoutSeconds }))],
    [
      'answersEveryMinutes',
      [0, -1, 1.5, '15', NaN, 24_000].map((answersEveryMinutes) => ({ ...fhir, answersEveryMinutes })),
    ],
    ['path', ['', 'out', '~/out', `${folder}\0`, `${folder}/none`].map((place) => ({ kind: 'folder', path: place }))],
    [
      'acknowledgedWithinHours',
      [0, -1, 1.5, '24', NaN, 24_000].map((hours) => ({
        kind: 'folder',
        path: folder,
        acknowledgedWithinHours: hours,
      })),
    ],
  ];
  for (const [field, wrong] of slips) {
    it(`is stopped, and told that it is gateway.${field}`, async () => {
      for (const gateway of wrong)
        await assert.rejects(start(gateway), new RegExp(`gateway\\.${field}: `), JSON.stringify(gateway));
    });
  }

  it('is stopped where a link or a file stands for a folder that must be one', async () => {
    for (const name of ['acks', '.sent', '.part']) {
      const place = sharedFolder();
      rmSync(path.join(place, name), { recursive: true, force: true });
      symlinkSync(folder, path.join(place, name));
      await assert.rejects(start({ kind: 'folder', path: place }), new RegExp(`gateway\\.path: \\S+${name} must be`));
    }
  });
});

describe('A stranger at the desk’s doors to forms, pages and what was not delivered', () => {
  let house: DeskHouse;
  beforeEach(async () => {
    house = await openHouse();
    await file(house, aReferral(number));
    const [claimed] = await house.store.claim(monday, later, 1);
    assert.ok(claimed, 'it is due');
    const answer = '</pre><script>alert(1)</script>\0\u202e\u2069 Pa Houa Vang';
    await house.store.settle(claimed, { kind: 'refused', reason: 'constructor', answer }, monday);
  });
  afterEach(() => house.close());
  const later = '2026-11-23T18:01:00.000Z';
  const ours = /Pa Houa|Vang|555-?0134|12345678901234|1234 567|1964|%PDF/;

  const ask = async (method: string, address: string, visitor?: Visitor): Promise<string> => {
    const cookie = [...(visitor?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${house.url}${address}`, { method, redirect: 'manual', headers: { cookie } });
    assert.equal(response.headers.get('cache-control'), 'no-store', address);
    return `${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`;
  };
  const doors = async (): Promise<readonly string[]> => {
    const { to } = await openReferral(await house.signedIn('reader'), 'Pa Houa Vang');
    return [
      to,
      `${to}/forms/adult`,
      `${to}/copy`,
      `${to}/copy?size=large`,
      '/desk/not-delivered',
      '/desk/not-delivered/',
    ];
  };

  it('is shown nothing, however they ask', async () => {
    for (const door of await doors())
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
        assert.doesNotMatch((await ask(method, door)).replace(door, ''), ours, `${method} ${door}`);
  });

  it('finds nothing under an address that was guessed, or made at another desk', async () => {
    const other = await openHouse();
    await file(other, aReferral(number));
    const { to } = await openReferral(await other.signedIn('worker'), 'Pa Houa Vang');
    await other.close();
    const worker = await house.signedIn('worker');
    const guesses = [number, '..%2f..%2fkeys', '%00', '__proto__', 'x'.repeat(9000), '%E0%A4%A', to.split('/').at(-1)];
    for (const guess of guesses)
      for (const page of ['', '/copy', '/forms/adult']) {
        const answer = await ask('GET', `/desk/referrals/${guess}${page}`, worker);
        assert.match(answer, /^40[04] /);
        assert.doesNotMatch(answer.replaceAll(number, ''), ours);
      }
    const [address] = await doors();
    for (const form of ['__proto__', 'constructor', '..%2fadult', 'adult%00', 'adult.pdf'])
      assert.match(await ask('GET', `${address}/forms/${form}`, worker), /^404 /);
  });

  it('sends nothing again: not as a reader, not with the token of another, not by a link', async () => {
    const id = `referral ${number}`;
    const [worker, reader] = [await house.signedIn('worker'), await house.signedIn('reader')];
    const csrfOf = async (visitor: Visitor): Promise<string> =>
      /name="csrf" value="([^"]+)"/.exec((await visitor.get('/desk/not-delivered')).text)?.[1] ?? '';
    const [csrf, readers] = [await csrfOf(worker), await csrfOf(reader)];
    const again = '/desk/not-delivered/again';
    const tries = [
      await house.visitor().post(again, { id, csrf }),
      await reader.post(again, { id, csrf: readers }),
      await reader.post(again, { id, csrf }),
      await worker.post(again, { id }),
      await worker.post(again, { id, csrf: readers }),
      await worker.post(again, { id, csrf }, { 'sec-fetch-site': 'cross-site' }),
      await worker.post(again, { id, csrf }, { 'x-forwarded-for': '192.0.2.1' }),
      await worker.get(`${again}?${new URLSearchParams({ id, csrf }).toString()}`),
      await worker.post(again, { id: "' OR 1=1 --", csrf }),
    ];
    assert.deepEqual(
      tries.map(({ status }) => status),
      [303, 403, 403, 403, 403, 403, 403, 404, 409],
    );
    const undelivered = await house.store.undelivered('test');
    assert.deepEqual(
      undelivered.map(({ state }) => state),
      ['refused'],
    );
    assert.equal((await worker.post(again, { id, csrf })).to, '/desk/not-delivered?saved=again');
  });

  it('has put nothing on the desk’s page that runs, turns what follows or cannot be seen', async () => {
    const { text } = await (await house.signedIn('worker')).get('/desk/not-delivered');
    assert.doesNotMatch(text, /<script>alert|[\0\u202e\u2069]/);
    assert.match(text, /&#60;script&#62;.*\ufffd Pa Houa Vang<\/bdi>/s);
  });

  it('leaves nobody’s name or number in the log', async () => {
    const worker = await house.signedIn('worker');
    for (const door of await doors()) await ask('GET', door, worker);
    await ask('GET', '/desk/referrals/%E0%A4%A/copy', worker);
    assert.doesNotMatch(house.logged.join(), ours);
  });
});
