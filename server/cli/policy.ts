/** For policy authors: what the rules are, when they hold, and what is wrong with them. `npm run policy -- list`. */
import { parseArgs } from 'node:util';
import { isIsoDate, type IsoDate } from '../../policy/calendar.ts';
import { systemClock } from '../clock.ts';
import { planById, planIds } from '../plans/index.ts';
import { changesBetween, everyRule, listOn } from './policy/changes.ts';
import { faults } from './policy/check.ts';
import { played } from './policy/played.ts';
import { shown } from './policy/show.ts';

const usage = [
  'npm run policy -- list                     every rule, and where it stands today',
  'npm run policy -- show homelessness        one rule in words, with its places and its questions',
  'npm run policy -- check                    what is wrong: nothing asks for it, no words, no place',
  'npm run policy -- as-of 2027-01-01         what is different on that day from today',
  'npm run policy -- diff 2026-01-01 2027-01-01 [--plan iehp]',
  'npm run policy -- personas                 what each persona is asked, and what is not as expected',
];

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { plan: { type: 'string' } } });
  run(positionals, values.plan);
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}

function run([act, first, second]: readonly string[], plan: string | undefined): void {
  const today = systemClock.todayInCalifornia();
  switch (act) {
    case 'list':
      return print(listOn(today));
    case 'show':
      return print(ruleOf(first));
    case 'check': {
      const found = faults();
      return found.length === 0 ? print(['Nothing is wrong.']) : fail(found);
    }
    case 'as-of':
      return print(differences(today, dateOf(first), plan));
    case 'diff':
      return print(differences(dateOf(first), dateOf(second), plan));
    case 'personas': {
      const { lines, wrong } = played();
      return wrong === 0 ? print(lines) : fail(lines);
    }
    default:
      throw new Error(usage.join('\n'));
  }
}

function ruleOf(id = ''): readonly string[] {
  const rule = shown(id);
  if (rule) return rule;
  throw new Error(
    `There is no rule "${id}". The rules: ${everyRule()
      .map((each) => each.id)
      .join(', ')}.`,
  );
}

/** Of the rules, and of what the plans offer. */
function differences(from: IsoDate, to: IsoDate, plan: string | undefined): readonly string[] {
  const plans = (plan === undefined ? planIds : [plan]).map(planById);
  const lines = new Set(plans.flatMap((each) => changesBetween(from, to, each)));
  return lines.size === 0 ? [`Nothing is different between ${from} and ${to}.`] : [...lines];
}

function dateOf(text = ''): IsoDate {
  if (isIsoDate(text)) return text;
  throw new Error(`"${text}" is no date: it is written YYYY-MM-DD.`);
}

/** What is wrong is the answer, and the end of a script that asked. */
function fail(lines: readonly string[]): void {
  process.exitCode = 1;
  print(lines);
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
