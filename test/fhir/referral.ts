/**
 * A referral as a plan gets it, for the plan's engineer: `npm run --silent referral -- david --as bundle | json | check`,
 * or `--as pdf --to FOLDER`. Instead of a name of an invented person, the path of a JSON file with a `Referral` will do.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleOf } from '../../referral/bundle.ts';
import { formsOf } from '../../referral/forms.ts';
import { referralJson } from '../../referral/json.ts';
import { Referral } from '../../referral/referral.ts';
import { pdfOf } from '../../server/files/pdf.ts';
import { planById } from '../../server/plans/index.ts';
import { check } from './check.ts';
import { people } from './people.ts';

const forms = ['bundle', 'json', 'pdf', 'check'] as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { as: { type: 'string' }, to: { type: 'string', default: '.' } },
});
const form = forms.find((one) => one === (values.as ?? 'bundle'));
const [who] = positionals;
if (!form || who === undefined || positionals.length > 1 || !(Object.hasOwn(people, who) || who.endsWith('.json')))
  usage();
else await show(who, form);

async function show(name: string, as: (typeof forms)[number]): Promise<void> {
  const referral = (await people[name]?.referral()) ?? Referral.parse(JSON.parse(readFileSync(name, 'utf8')));
  const plan = planById(people[name]?.plan ?? referral.plan);
  switch (as) {
    case 'bundle':
      return print(bundleOf(referral, plan));
    case 'json':
      return print(referralJson(referral, plan));
    case 'pdf':
      for (const one of formsOf(referral, plan)) {
        const file = path.join(values.to, `${one.number}-${one.id}.pdf`);
        writeFileSync(file, await pdfOf(one), { mode: 0o600 });
        say(`${file}  ${one.name}`);
      }
      return;
    case 'check':
      if ((await check(bundleOf(referral, plan), say)) > 0) process.exitCode = 1;
  }
}

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function usage(): void {
  process.stderr.write(`npm run --silent referral -- WHO --as ${forms.join(' | ')} [--to FOLDER]\n\nWHO is\n`);
  for (const [name, { about }] of Object.entries(people)) process.stderr.write(`  ${name.padEnd(9)} ${about}\n`);
  process.stderr.write('  FILE.json a referral of your own\n');
  process.exitCode = 2;
}
