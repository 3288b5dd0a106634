import { join } from 'node:path';
import { throwAwayKeys } from '../../../server/storage/keys.ts';
import { openMemoryStore, openSqliteStore, type WholeStore } from '../../../server/storage/sqlite.ts';
import { caseContract } from './case-contract.ts';
import { deskContract } from './desk-contract.ts';
import { followUpContract } from './follow-up-contract.ts';
import { outboxContract } from './outbox-contract.ts';
import { referralsContract } from './referrals-contract.ts';
import { temporaryFolder } from './samples.ts';
import { turnsContract } from './turns-contract.ts';

const now = (): Date => new Date('2026-11-22T10:00:00Z');
const stores: readonly [name: string, open: (clock?: () => Date) => Promise<WholeStore>][] = [
  ['in memory', (clock = now) => openMemoryStore({ now: clock })],
  [
    'in a file',
    (clock = now) => openSqliteStore({ file: join(temporaryFolder(), 'kept.db'), keys: throwAwayKeys(), now: clock }),
  ],
];

for (const [name, open] of stores) {
  describe(`The store ${name}: conversations`, () => turnsContract(open));
  describe(`The store ${name}: referrals`, () => referralsContract(open));
  describe(`The store ${name}: one referral at the desk`, () => caseContract(open));
  describe(`The store ${name}: the outbox`, () => outboxContract(open));
  describe(`The store ${name}: what is said to the plan after the filing`, () => followUpContract(open));
  describe(`The store ${name}: the desk and visits`, () => deskContract(open));
}
