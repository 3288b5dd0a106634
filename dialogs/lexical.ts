import { Concern, ProgrammeId } from '../policy/rule.ts';
import { topicGroups, TopicId } from '../policy/topics.ts';
import { denied } from './read/denial.ts';
import { nearest } from './read/near.ts';
import { hasPhrase, phrasesIn, type Phrases } from './read/phrases.ts';
import { clauses, tokens } from './read/plain.ts';
import { supportNamed } from './read/printed-names.ts';
import { everyLanguages, everyLanguagesBy, type Reads } from './read/words.ts';
import type { Intent, Understanding } from './understanding.ts';

const named = (pick: keyof Reads['intents']): Phrases => everyLanguages(({ intents }) => intents[pick]);
const intents = {
  person: named('person'),
  complaint: named('complaint'),
  appeal: named('appeal'),
  status: named('status'),
  file: named('file'),
  screen: named('screen'),
  learn: named('learn'),
  greeting: named('greeting'),
  thanks: named('thanks'),
};
const fillers = everyLanguages((words) => words.fillers);
const topics = everyLanguagesBy((words) => words.topics);
const programmes = everyLanguagesBy((words) => words.programmes);
const concerns = everyLanguagesBy((words) => words.concerns);
const everyConcern = everyLanguages((words) => Object.values(words.concerns).flat());

/** Reads a member's own words by the phrases of every language, with no model. It asks nothing and keeps nothing. */
export function lexicalUnderstanding(): Understanding {
  return { read: (text) => Promise.resolve(intentIn(text)) };
}

/** What a text says is going on, in the order of the list of concerns; "no diabetes" says nothing of illness. */
export function concernsIn(text: string): Concern[] {
  const said = clauses(text).map((words) => nearest(everyConcern, words));
  return Concern.options.filter((concern) => {
    const set = concerns.get(concern);
    return set && said.some((words) => phrasesIn(set, words).some(({ at }) => !denied(words, at)));
  });
}

/** Whether a text says that a decision or a letter is wrong. */
export function saysAppeal(text: string): boolean {
  return hasPhrase(intents.appeal, tokens(text));
}

function intentIn(text: string): Intent | null {
  const words = tokens(text);
  const says = (which: keyof typeof intents): boolean => hasPhrase(intents[which], words);
  if (wishesFor('person', words)) return { wants: 'person' };
  if (!asksOfRights(words)) {
    if (says('appeal')) return { wants: 'appeal' };
    if (says('complaint')) return { wants: 'complaint' };
  }
  if (says('status') && !isBesideStatus(topicIn(words))) return { wants: 'status' };
  const asked = asks(text, words);
  if (asked) return asked;
  if (isOnly(intents.thanks, words)) return { wants: 'thanks' };
  return isOnly(intents.greeting, words) ? { wants: 'greeting' } : null;
}

/** "Does my immigration status matter?" is not about a request; "my request was void" asks what that means. */
function isBesideStatus(topic: TopicId | null): boolean {
  return topic === 'privacy' || topic === 'moreAsked';
}

/** "Please don't call me" is no wish for a call. */
function wishesFor(which: 'person' | 'file', words: readonly string[]): boolean {
  return phrasesIn(intents[which], words).some(({ at }) => !denied(words, at));
}

/** A question is answered before anything is begun; a wish for a named programme is filed; a trouble is screened. */
function asks(text: string, words: readonly string[]): Intent | null {
  const support = supportNamed(words);
  if (support) return { wants: 'learn', topic: support };
  const topic = topicIn(words);
  const wished = ProgrammeId.options.filter((id) => hasPhrase(programmes.get(id) ?? new Map(), words));
  const going = concernsIn(text);
  const says = (which: keyof typeof intents): boolean => hasPhrase(intents[which], words);
  // Whoever wants out of it does not ask for it.
  const isAsked = says('learn') || topic === 'stopping';
  const isFiled = wishesFor('file', words);
  if (topic && (isAsked || (!isFiled && !says('screen') && going.length === 0))) return { wants: 'learn', topic };
  if (isFiled && wished.length > 0) return { wants: 'file', programmes: wished };
  if (says('screen') || going.length > 0) return { wants: 'screen', concerns: going };
  if (isFiled) return { wants: 'file', programmes: [] };
  return says('learn') ? { wants: 'learn', topic: null } : null;
}

/** "How do I appeal?" is a question, and no complaint yet. */
function asksOfRights(words: readonly string[]): boolean {
  const topic = topicIn(words);
  return topic !== null && hasPhrase(intents.learn, words) && topicGroups.rights.some((right) => right === topic);
}

/** The topic whose phrase says most; a support is a topic of its own name. Ids that nobody knows are passed over. */
function topicIn(words: readonly string[]): TopicId | null {
  const found = [...topics, ...programmes]
    .map(([id, set]) => ({ id, most: Math.max(0, ...phrasesIn(set, words).map(({ length }) => length)) }))
    .filter(({ most }) => most > 0)
    .sort((a, b) => b.most - a.most);
  return found.flatMap(({ id }) => TopicId.safeParse(id).data ?? [])[0] ?? null;
}

/** Nothing but such a phrase and small words: "hola, buenas tardes". */
function isOnly(set: Phrases, words: readonly string[]): boolean {
  const taken = [set, fillers].flatMap((each) => phrasesIn(each, words));
  const covered = words.every((_, i) => taken.some(({ at, length }) => i >= at && i < at + length));
  return covered && hasPhrase(set, words);
}
