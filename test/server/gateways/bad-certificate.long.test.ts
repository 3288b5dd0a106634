import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../storage/samples.ts';
import { openDoor, type Door } from './fhir-door.ts';
import { openFhirPlan, type FhirPlan } from './fhir-plan.ts';

const folder = temporaryFolder();
const at = (name: string): string => path.join(folder, name);
const openssl = (...args: string[]): unknown => execFileSync('openssl', args, { stdio: 'ignore', cwd: folder });
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

type Certificate = { readonly key: string; readonly cert: string };

/** By our own authority, for these names; in force from and to so many days from now. */
function signed(name: string, from: number, to: number): Certificate {
  const id = randomUUID();
  const day = (days: number): string =>
    `${new Date(Date.now() + days * 86_400_000).toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
  writeFileSync(at(`${id}.ext`), `subjectAltName=${name}\n`);
  openssl('req', ...newKey, '-subj', '/CN=An invented plan', '-keyout', `${id}.key`, '-out', `${id}.csr`);
  const dates = ['-startdate', day(from), '-enddate', day(to)];
  const files = [
    '-in',
    `${id}.csr`,
    '-out',
    `${id}.pem`,
    '-extfile',
    `${id}.ext`,
    '-keyfile',
    'ca.key',
    '-cert',
    'ca.pem',
  ];
  openssl('ca', '-batch', '-notext', '-config', 'ca.cnf', '-name', 'ca', ...files, ...dates);
  return { key: readFileSync(at(`${id}.key`), 'utf8'), cert: readFileSync(at(`${id}.pem`), 'utf8') };
}

/** False where there is nothing to make one with. */
function makeAuthority(): boolean {
  const settings = ['new_certs_dir = .', 'database = index', 'serial = serial', 'default_md = sha256', 'policy = any'];
  const policy = ['[any]', 'commonName = supplied', 'organizationName = optional'];
  writeFileSync(at('ca.cnf'), ['[ca]', ...settings, 'unique_subject = no', ...policy, ''].join('\n'));
  writeFileSync(at('index'), '');
  writeFileSync(at('serial'), '01\n');
  try {
    openssl(
      'req',
      '-x509',
      ...newKey,
      '-days',
      '9',
      '-subj',
      '/CN=An authority',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
    );
    return true;
  } catch {
    return false;
  }
}

describe('A plan whose certificate is wrong', function () {
  this.timeout(60_000);
  let plan: FhirPlan;
  const doors: Door[] = [];
  before(async function () {
    // Needs the openssl command.
    if (!makeAuthority()) return this.skip();
    plan = await openFhirPlan();
  });
  after(async () => {
    for (const door of doors) await door.close();
    await (plan as FhirPlan | undefined)?.close();
  });

  const open = async (certificate: Certificate): Promise<Door> => {
    const door = await openDoor(plan.engine.url, certificate);
    doors.push(door);
    return door;
  };
  /** What came of one at each, in a process that trusts our authority. */
  const send = async (
    bases: readonly string[],
    more: NodeJS.ProcessEnv = {},
  ): Promise<{ said: unknown; log: string }> => {
    const child = path.join(import.meta.dirname, 'tls-child.ts');
    const settings = bases.map((baseUrl) => ({
      ...plan.settings,
      baseUrl,
      tokenUrl: plan.authorization.tokenUrl,
      timeoutSeconds: 5,
    }));
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', child, JSON.stringify(settings)],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: at('ca.pem'), ...more } },
    );
    return { said: JSON.parse(stdout), log: stderr };
  };
  const unreachable = { kind: 'notYet', trouble: 'unreachable' };

  it('hears nothing, whether it has run out, does not count yet, is for another name, or by nobody that we know', async () => {
    const good = signed('IP:127.0.0.1', -1, 2);
    const wrong = [
      signed('IP:127.0.0.1', -3, -1),
      signed('IP:127.0.0.1', 1, 2),
      signed('DNS:another-plan.example', -1, 2),
      selfSigned(),
    ];
    const right = await open(good);
    const others = await Promise.all(wrong.map(open));
    const bases = others.map(({ url }) => url);
    const { said, log } = await send([...bases, right.url]);
    assert.deepEqual(said, [...bases.map(() => unreachable), { kind: 'received' }]);
    for (const other of others) assert.deepEqual(other.came, []);
    // Each was heard of, with nothing in it of whom it is about.
    assert.equal(log.match(/"trouble":"unreachable"/g)?.length, bases.length);
    assert.doesNotMatch(log, /Xiomara|Quetzalli|555|12345678901234|Bearer/);

    // Nor where somebody has told the whole process to trust anybody.
    const careless = await send(bases, { NODE_TLS_REJECT_UNAUTHORIZED: '0' });
    assert.deepEqual(
      careless.said,
      bases.map(() => unreachable),
    );
    for (const other of others) assert.deepEqual(other.came, []);
  });

  it('is waited for where the line is cut in the middle of the handshake, or nobody shakes hands', async () => {
    const { url } = await open(signed('IP:127.0.0.1', -1, 2));
    const port = Number(new URL(url).port);
    const servers = await Promise.all([0, 5, 200, 700].map((bytes) => cutAfter(bytes, port)));
    try {
      const bases = servers.map((server) => `https://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`);
      assert.deepEqual(
        (await send(bases)).said,
        bases.map(() => unreachable),
      );
    } finally {
      for (const server of servers) server.close();
    }
  });
});

function selfSigned(): Certificate {
  const id = randomUUID();
  const names = ['-subj', '/CN=An invented plan', '-addext', 'subjectAltName=IP:127.0.0.1'];
  openssl('req', '-x509', ...newKey, '-days', '2', ...names, '-keyout', `${id}.key`, '-out', `${id}.pem`);
  return { key: readFileSync(at(`${id}.key`), 'utf8'), cert: readFileSync(at(`${id}.pem`), 'utf8') };
}

/** A way to this port on which so many bytes come back, and then the line is cut. */
async function cutAfter(bytes: number, port: number): Promise<Server> {
  const quiet = (socket: Socket): Socket => socket.on('error', () => undefined);
  const server = createServer((client) => {
    let left = bytes;
    if (left === 0) return void quiet(client).destroy();
    const upstream = quiet(connect(port, '127.0.0.1'));
    quiet(client)
      .on('data', (chunk) => upstream.write(chunk))
      .on('close', () => upstream.destroy());
    upstream.on('data', (chunk: Buffer) => {
      client.write(chunk.subarray(0, left));
      left -= chunk.length;
      if (left > 0) return;
      client.end();
      upstream.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
