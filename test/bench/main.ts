/** `npm run bench -- start`: measures on this machine, as it is now. With `--json` the last line is one JSON object. */
import { parseArgs } from 'node:util';
import { benchStart } from './start.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '11' },
    edited: { type: 'boolean', default: false },
  },
});
const benches = {
  start: () => benchStart({ runs: Number(values.runs), edited: values.edited }),
};
const names = Object.keys(benches) as (keyof typeof benches)[];
const name = names.find((each) => each === positionals[0]);
if (!name) {
  process.stderr.write(`npm run bench -- ${names.join('|')} [--json] [--runs 11] [--edited]\n`);
  process.exit(1);
}
const figures = await benches[name]();
if (values.json) process.stdout.write(`${JSON.stringify({ [name]: figures })}\n`);
else for (const [what, figure] of Object.entries(figures)) process.stdout.write(`${what}: ${String(figure)} ms\n`);
