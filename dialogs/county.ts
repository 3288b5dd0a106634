/** In which county somebody lives: asked only where the plan does not offer the same in each of its counties. */
import type { Tag } from '../locales/languages.ts';
import { counties } from '../policy/counties.ts';
import { option } from './asking.ts';
import { found } from './file/programmes.ts';
import type { Heard } from './heard.ts';
import { offered, type Plan } from './plan.ts';
import { questionById, type Question } from './questions.ts';
import { readChoice } from './read/choice.ts';
import { denied } from './read/denial.ts';
import { phrases, phrasesIn } from './read/phrases.ts';
import { tokens } from './read/plain.ts';
import type { Replied } from './reply.ts';
import type { Option } from './say.ts';
import type { Case } from './case.ts';
import type { World } from './world.ts';

/** The county that was told, by its English name; null where it was not asked, or not said. */
export function countyIn(replies: readonly Replied[]): string | null {
  const reply = replies.find(({ question }) => question === 'county')?.reply;
  return (reply?.kind === 'chosen' && reply.ids[0]) || null;
}

/** The question of the county, when what may fit is not offered in every county of the plan alike. */
export function countyNext(about: Case, world: World): { readonly question: Question } | null {
  if (about.replies.some(({ question }) => question === 'county')) return null;
  return found(about, world).some(
    ({ programme, truth }) => programme !== 'ecm' && truth !== 'unmet' && differs(programme, world),
  )
    ? { question: questionById('county') }
    : null;
}

function differs(programme: Parameters<typeof offered>[1], { plan, today }: World): boolean {
  return new Set(plan.counties.map((county) => offered(plan, programme, county, today))).size > 1;
}

export const countyOptions = ({ counties: served }: Plan): readonly Option[] =>
  served.map((county) => option(county, 'common.value', { value: county }));

/** Names of counties are the same in every language. One that the plan does not serve is an answer too. */
export function countyHeard({ counties: served }: Plan, heard: Heard, language: Tag): string | undefined {
  const chosen = readChoice(
    served.map((id) => ({ id, labels: [id] })),
    heard,
    language,
  );
  if (chosen !== undefined || heard.kind !== 'text') return chosen;
  const words = tokens(heard.text);
  const named = names.filter(({ said }) => phrasesIn(said, words).some(({ at }) => !denied(words, at)));
  return named.length === 1 ? named[0]?.county : undefined;
}

const names = counties.map((county) => ({ county, said: phrases([county]) }));
