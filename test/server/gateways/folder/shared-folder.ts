// A folder as an operator sets it up for a plan, and the plan's side of it: picks up whole sets and answers them.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Referral } from '../../../../referral/referral.ts';
import { folderGateway, type HandedFile } from '../../../../server/gateways/folder-gateway.ts';
import type { PlanGateway } from '../../../../referral/plan-gateway.ts';

export const plan = { id: 'invented', name: 'Invented Health Plan' };

const made: string[] = [];
process.once('exit', () => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder with `acks` in it; gone when the process ends. */
export function sharedFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'shared-'));
  made.push(folder);
  mkdirSync(path.join(folder, 'acks'));
  return folder;
}

/** Two forms that are no PDF: the folder does not look into them. */
export const twoForms = ({ number }: Referral): Promise<readonly HandedFile[]> =>
  Promise.resolve([
    { name: `${number}-adult.pdf`, bytes: Buffer.from('%PDF one form') },
    { name: `${number}-medicallyTailoredMeals.pdf`, bytes: Buffer.alloc(64 * 1024, 'form') },
  ]);

export const noon = new Date('2026-11-21T20:00:00Z');

export function gatewayTo(
  folder: string,
  more: { now?: () => Date; files?: (referral: Referral) => Promise<readonly HandedFile[]> } = {},
): PlanGateway {
  const settings = { kind: 'folder' as const, path: folder, acknowledgedWithinHours: 24 };
  return folderGateway(settings, { plan, now: more.now ?? (() => noon), files: more.files ?? twoForms });
}

/** What the plan's side sees: names that begin with a dot are not its own. */
export const seen = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('.') && name !== 'acks')
    .sort();

export const setOf = (number: string): readonly string[] => [
  `${number}-adult.pdf`,
  `${number}-medicallyTailoredMeals.pdf`,
  `${number}.json`,
  `${number}.manifest.json`,
];

export type Manifest = {
  readonly number: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
};

/** Takes away every set that has its manifest, after looking whether it is whole. Gives back the numbers. */
export function pickUp(folder: string): readonly string[] {
  return seen(folder)
    .filter((name) => name.endsWith('.manifest.json'))
    .map((name) => {
      const manifest = readManifest(folder, name);
      for (const file of manifest.files) {
        const bytes = readFileSync(path.join(folder, file.name));
        assert.equal(bytes.length, file.bytes, file.name);
        assert.equal(createHash('sha256').update(bytes).digest('hex'), file.sha256, file.name);
      }
      for (const one of [...manifest.files.map((file) => file.name), name]) rmSync(path.join(folder, one));
      return manifest.number;
    });
}

export const readManifest = (folder: string, name: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Manifest;

export function drop(folder: string, name: string, content: string | object): void {
  writeFileSync(path.join(folder, 'acks', name), typeof content === 'string' ? content : JSON.stringify(content));
}

/** Everything under the folder, hidden or not. */
export const everything = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort() : [];
