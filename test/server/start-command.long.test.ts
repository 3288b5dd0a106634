import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sayFirst } from '../bench/first-message.ts';
import { root, startServerProcess } from '../crash/server-process.ts';

const aSource = 'server/plans/iehp.ts';

describe('npm start', function () {
  this.timeout(120_000);
  let sources: string;

  beforeEach(() => {
    sources = copyOfSources();
  });
  afterEach(() => rmSync(sources, { recursive: true, force: true }));

  it('answers a first message, and after an edit runs what was edited, and after taking it back what was before', async () => {
    assert.match(await firstAnswer(sources), /class="entry me"[\s\S]*class="entry us"/);
    const before = readFileSync(path.join(sources, aSource), 'utf8');
    edit(sources, (source) => source.replace("shortName: 'IEHP'", "shortName: 'Edited'"));
    assert.match(await firstAnswer(sources), /Edited/);
    edit(sources, () => before);
    const again = await firstAnswer(sources);
    assert.match(again, /IEHP/);
    assert.doesNotMatch(again, /Edited/);
  });

  it('answers also where nothing can be kept of it', async () => {
    writeFileSync(path.join(sources, 'node_modules/.start'), 'in the way of the folder');
    assert.match(await firstAnswer(sources), /class="entry me"[\s\S]*class="entry us"/);
  });

  it('names the source and the line of what throws', async () => {
    edit(sources, (source) => `// a line before it\nthrow new Error('on purpose');\n${source}`);
    await assert.rejects(firstAnswer(sources), /server\/plans\/iehp\.ts:2:7/);
  });

  it('names the source and the line of what cannot be read as code', async () => {
    edit(sources, (source) => `${source}\nconst half = ;\n`);
    await assert.rejects(firstAnswer(sources), /server\/plans\/iehp\.ts:\d+/);
  });
});

/** What the page shows after a first message to a server of these sources. */
async function firstAnswer(sources: string): Promise<string> {
  const data = mkdtempSync(path.join(sources, 'kept-'));
  const server = await startServerProcess({ dataDir: `${data}/data`, keyFile: `${data}/keys.json`, sources });
  try {
    return await sayFirst(server.url, 'I need help with my housing');
  } finally {
    await server.stop();
  }
}

function edit(sources: string, change: (source: string) => string): void {
  const file = path.join(sources, aSource);
  const source = readFileSync(file, 'utf8');
  const changed = change(source);
  assert.notEqual(changed, source);
  writeFileSync(file, changed);
}

/** The sources at a place of their own, over the same packages. */
function copyOfSources(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'sources-'));
  for (const name of ['bot', 'dialogs', 'locales', 'policy', 'referral', 'server'])
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(path.join(root, name), path.join(copy, name));
  mkdirSync(path.join(copy, 'node_modules'));
  for (const name of readdirSync(path.join(root, 'node_modules')).filter((each) => !each.startsWith('.')))
    symlinkSync(path.join(root, 'node_modules', name), path.join(copy, 'node_modules', name));
  return copy;
}
