/** Hands referrals over, again and again, until the plan has every one. Arguments: folder, seed, numbers. */
import { setTimeout as sleep } from 'node:timers/promises';
import { below, seeded } from '../../../crash/seeded.ts';
import { referral } from '../../storage/samples.ts';
import { gatewayTo } from './shared-folder.ts';

const [folder = '', seed = '', ...numbers] = process.argv.slice(2);
const random = seeded(Number(seed));
const gateway = gatewayTo(folder);
process.stdout.write('begun\n');

const left = new Set(numbers);
while (left.size > 0) {
  const number = [...left][below(random, left.size)]!;
  const told = await gateway.submit(referral(number));
  if (told.kind === 'received') left.delete(number);
  else if (told.kind !== 'notYet' || told.trouble !== 'notAcknowledged') throw new Error(JSON.stringify(told));
  await sleep(1);
}
