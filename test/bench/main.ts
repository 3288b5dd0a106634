/** `npm run bench -- questions`: measures on this machine, as it is now. With `--json` the last line is one JSON object. */
import { parseArgs } from 'node:util';
import { benchFaults, gateways } from '../faults/faults.ts';
import { benchQuestions } from './questions.ts';
import { benchStart } from './start.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    generated: { type: 'string', default: '10000' },
    width: { type: 'string', default: '30' },
    runs: { type: 'string', default: '11' },
    referrals: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    gateway: { type: 'string', default: 'fhir' },
    edited: { type: 'boolean', default: false },
  },
});

function gatewayNamed(name: string): (typeof gateways)[number] {
  const found = gateways.find((one) => one === name);
  if (!found) throw new Error(`--gateway must be one of ${gateways.join(', ')}`);
  return found;
}

/** What each measures, under its name: times in milliseconds where nothing else is said. */
const benches = {
  questions: () => benchQuestions({ generated: Number(values.generated), width: Number(values.width) }),
  faults: () =>
    benchFaults({
      referrals: Number(values.referrals),
      kills: Number(values.kills),
      seed: Number(values.seed),
      gateway: gatewayNamed(values.gateway),
      told: (line) => process.stderr.write(`${line}\n`),
    }),
  start: async () => ({ start: await benchStart({ runs: Number(values.runs), edited: values.edited }) }),
};
const names = Object.keys(benches) as (keyof typeof benches)[];
const name = names.find((each) => each === positionals[0]);
if (!name) {
  process.stderr.write(`npm run bench -- ${names.join('|')} [--json]\n  questions [--generated 10000] [--width 30]\n`);
  process.stderr.write('  start [--runs 11] [--edited]\n');
  process.stderr.write('  faults [--referrals 1000] [--kills 100] [--seed 1] [--gateway fhir|folder]\n');
  process.exit(1);
}
const figures = await benches[name]();
if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
else for (const [what, figure] of Object.entries(figures)) process.stdout.write(`${what}: ${JSON.stringify(figure)}\n`);
if ('lost' in figures && figures.lost + figures.doubled + figures.toldNotStored > 0) process.exitCode = 1;
