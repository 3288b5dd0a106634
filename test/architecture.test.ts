import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** Which of our folders each may import (docs/principles.md). */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  locales: [],
  policy: [],
  referral: ['policy'],
  dialogs: ['locales', 'policy', 'referral'],
  bot: ['locales', 'policy', 'referral', 'dialogs'],
  server: ['locales', 'policy', 'referral', 'dialogs', 'bot'],
};
const core = Object.keys(mayImport).filter((folder) => folder !== 'server');

function files(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));
}

function imports(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  const found = source.matchAll(/^(?:import|export)\b[^'";]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm);
  return [...found].map(([, from, bare, lazy]) => from ?? bare ?? lazy ?? '');
}

const folderOf = (file: string, target: string): string =>
  path.relative(root, path.resolve(root, path.dirname(file), target)).split(path.sep)[0] ?? '';

describe('the layers', () => {
  for (const [folder, allowed] of Object.entries(mayImport)) {
    it(`let ${folder} import ${allowed.join(', ') || 'nothing of ours'} beside itself`, () => {
      const wrong = files(folder).flatMap((file) =>
        imports(file)
          .filter((target) => target.startsWith('.') && ![folder, ...allowed].includes(folderOf(file, target)))
          .map((target) => `${file} imports ${target}`),
      );
      assert.deepEqual(wrong, []);
    });
  }

  it('let policy use zod and nothing else from outside', () => {
    const wrong = files('policy').flatMap((file) =>
      imports(file).filter((target) => !target.startsWith('.') && target !== 'zod'),
    );
    assert.deepEqual(wrong, []);
  });

  it('keep the Bot Framework at the edge', () => {
    const users = [...core, 'server']
      .flatMap(files)
      .filter((file) => imports(file).some((target) => target.startsWith('botbuilder')));
    const allowed = users.filter((file) => file === 'bot/bot.ts' || file.startsWith('server/channels/'));
    assert.deepEqual(users, allowed);
  });

  it('keep clocks, sockets and the environment in the server', () => {
    const impure =
      /\bDate\.now\(|new Date\(\)|process\.env|from 'node:(net|http|https|dns|child_process)'|Math\.random\(/;
    const wrong = core.flatMap(files).filter((file) => impure.test(readFileSync(path.join(root, file), 'utf8')));
    assert.deepEqual(wrong, []);
  });
});
