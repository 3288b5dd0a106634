/** What must be there before only signed words are shown: else members would meet nothing but the interpreter offer. */
import type { Plan } from '../dialogs/plan.ts';
import { keys } from '../locales/index.ts';
import { languages } from '../locales/languages.ts';
import { standingOf, type Reviews } from '../locales/reviews.ts';
import { ConfigError } from './config.ts';

/** Said to everybody, whatever they want: without these in English there is no service. */
const essential = ['welcome.', 'common.', 'language.', 'person.'];

/** Throws a ConfigError that names what is missing; in `preview` nothing is. */
export function checkWords(mode: 'reviewed' | 'preview', plan: Plan, reviews: Reviews): void {
  if (mode === 'preview') return;
  const unsigned = keys.filter(
    (key) => essential.some((start) => key.startsWith(start)) && standingOf('en', key, reviews) !== 'reviewed',
  );
  const offered = languages.filter(({ tag }) => tag === 'en' || Object.keys(reviews[tag] ?? {}).length > 0);
  const silent = offered.filter(({ tag }) => !plan.notices[tag]);
  const problems = [
    ...(unsigned.length > 0
      ? [
          `WORDS: reviewed, but ${unsigned.length} English texts that everybody meets are not signed (npm run words -- status)`,
        ]
      : []),
    ...silent.map(
      ({ englishName }) => `PLAN: ${plan.id} has no tagline and nondiscrimination notice in ${englishName}`,
    ),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
}
