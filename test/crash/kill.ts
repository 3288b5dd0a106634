/** `npm run crash -- --kills 200 --seed 1`: the kill test at length. One line of JSON; the exit code says whether all held. */
import { parseArgs } from 'node:util';
import { killAgainAndAgain } from './killing.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
const { faults, failures, ...counts } = await killAgainAndAgain({
  kills: Number(values.kills),
  seed: Number(values.seed),
  patience: 90,
  told: (kills, turns) => {
    if (kills % 10 === 0) process.stderr.write(`${kills} kills, ${turns} turns\n`);
  },
});
const { lost, doubled, toldNotStored } = faults;
const all = [...lost, ...doubled, ...toldNotStored, ...failures];
for (const each of all) process.stderr.write(`${each}\n`);
const told = { ...counts, lost: lost.length, doubled: doubled.length, toldNotStored: toldNotStored.length };
process.stdout.write(`${JSON.stringify(told)}\n`);
process.exitCode = all.length === 0 ? 0 : 1;
