/** The names of the supports as they are printed, by the State and by plans, today's and older ones. */
import { raw } from '../../locales/index.ts';
import { languages } from '../../locales/languages.ts';
import { everySupport } from '../../policy/catalog.ts';
import type { CommunitySupport, SupportId } from '../../policy/rule.ts';
import { isPhrase, phrases, type Phrases } from './phrases.ts';

/** The support whose name the text is, and nothing besides. Whoever types only a name asks what it is. */
export function supportNamed(words: readonly string[]): SupportId | undefined {
  return printed.find(({ names }) => isPhrase(names, words))?.id;
}

const printed: readonly { readonly id: SupportId; readonly names: Phrases }[] = everySupport.map((support) => ({
  id: support.id,
  names: phrases(namesOf(support)),
}));

function namesOf({ id, alsoCalled = [] }: CommunitySupport): readonly string[] {
  const ours = languages.flatMap(({ tag }) => raw(tag, `programmes.${id}.name`) ?? []);
  return [...ours.flatMap(withAndWithoutBrackets), ...alsoCalled.map(({ name }) => name)];
}

/** "Recuperative Care (Medical Respite)" is known by the whole, by what stands before the brackets and by what is in them. */
function withAndWithoutBrackets(name: string): readonly string[] {
  const [before = '', within = ''] = name.split(/[()]/u).map((part) => part.trim());
  return [name, before, within].filter((part) => part !== '');
}
