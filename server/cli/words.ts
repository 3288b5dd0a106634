/** For translators: what is missing, draft, stale or signed; and signing. `npm run words -- status`, `... -- sign`. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LanguageTag } from '../../dialogs/state.ts';
import { keys, raw, type Key } from '../../locales/index.ts';
import { languages, type Tag } from '../../locales/languages.ts';
import {
  hashOf,
  readReviews,
  reviewsFile,
  standingOf,
  type Reviews,
  type WordStanding,
} from '../../locales/reviews.ts';
import { systemClock } from '../clock.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string' },
    under: { type: 'string' },
    by: { type: 'string' },
    standing: { type: 'string' },
  },
});

const standings = ['missing', 'draft', 'stale', 'reviewed'] as const satisfies readonly WordStanding[];

switch (positionals[0]) {
  case 'status':
    status();
    break;
  case 'list':
    list(LanguageTag.parse(values.lang), z.enum(standings).parse(values.standing ?? 'draft'), values.under ?? '');
    break;
  case 'sign':
    sign(LanguageTag.parse(values.lang), z.string().min(2).parse(values.by), z.string().min(1).parse(values.under));
    break;
  default:
    process.stderr.write(
      'npm run words -- status\n' +
        'npm run words -- list --lang es --standing draft [--under welcome]\n' +
        'npm run words -- sign --lang es --under welcome.hello --by "Name, qualification"\n',
    );
    process.exitCode = 1;
}

/** How far each language is. */
function status(): void {
  const reviews = readReviews();
  for (const { tag, englishName } of languages) {
    const found = keys.map((key) => standingOf(tag, key, reviews));
    const counts = standings.map((standing) => `${standing} ${found.filter((each) => each === standing).length}`);
    process.stdout.write(`${tag}\t${englishName}\t${counts.join('\t')}\n`);
  }
}

/** The texts of one standing beside their English, as tab-separated lines that any sheet opens. */
function list(tag: Tag, standing: WordStanding, under: string): void {
  const reviews = readReviews();
  for (const key of keys.filter((each) => each.startsWith(under) && standingOf(tag, each, reviews) === standing)) {
    process.stdout.write(`${key}\t${raw('en', key) ?? ''}\t${raw(tag, key) ?? ''}\n`);
  }
}

/** Signs exactly the texts that stand there now; any later edit makes the signature stale. */
function sign(tag: Tag, by: string, under: string): void {
  const reviews = readReviews();
  const signed = keys.filter((key) => (key === under || key.startsWith(`${under}.`)) && raw(tag, key) !== undefined);
  const on = systemClock.todayInCalifornia();
  const entries = signed.map((key) => [key, { english: hashed('en', key), text: hashed(tag, key), by, on }] as const);
  const all: Reviews = { ...reviews, [tag]: sorted({ ...reviews[tag], ...Object.fromEntries(entries) }) };
  writeFileSync(reviewsFile, `${JSON.stringify(all, null, 2)}\n`);
  process.stdout.write(`signed ${signed.length} texts in ${tag}\n`);
}

const hashed = (tag: Tag, key: Key): string => hashOf(raw(tag, key) ?? '');

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => a.localeCompare(b)));
}
