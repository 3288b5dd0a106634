/** `npm run bench -- questions`: measures on this machine, as it is now. With `--json` the last line is one JSON object. */
import { parseArgs } from 'node:util';
import { benchQuestions } from './questions.ts';
import { benchStart } from './start.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    generated: { type: 'string', default: '10000' },
    width: { type: 'string', default: '30' },
    runs: { type: 'string', default: '11' },
    edited: { type: 'boolean', default: false },
  },
});

/** What each measures, under its name: times in milliseconds where nothing else is said. */
const benches = {
  questions: () => benchQuestions({ generated: Number(values.generated), width: Number(values.width) }),
  start: async () => ({ start: await benchStart({ runs: Number(values.runs), edited: values.edited }) }),
};
const names = Object.keys(benches) as (keyof typeof benches)[];
const name = names.find((each) => each === positionals[0]);
if (!name) {
  process.stderr.write(`npm run bench -- ${names.join('|')} [--json]\n  questions [--generated 10000] [--width 30]\n`);
  process.stderr.write('  start [--runs 11] [--edited]\n');
  process.exit(1);
}
const figures = await benches[name]();
if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
else for (const [what, figure] of Object.entries(figures)) process.stdout.write(`${what}: ${JSON.stringify(figure)}\n`);
