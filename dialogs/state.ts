import { z } from 'zod';
import { languages, type Tag } from '../locales/languages.ts';
import { NewsDue } from '../referral/news-topic.ts';
import { Case } from './case.ts';
import { DangerKind } from './danger-kind.ts';
import { Waiting } from './waiting.ts';

export const LanguageTag = z.enum(languages.map(({ tag }) => tag) as [Tag, ...Tag[]]);

/**
 * A whole conversation at rest. Parsed whenever it is read; a version that we do not know is not guessed at.
 * Nothing that depends on today's date is in it.
 */
export const State = z.strictObject({
  version: z.literal(1),
  language: LanguageTag,
  /** Chosen by name or number: the language of a message then never overrides it. */
  languageChosen: z.boolean(),
  greeted: z.boolean(),
  /** By SMS: how sensitive questions are to be answered, once the member has been told that texts are not private. */
  privacy: z.enum(['unasked', 'here', 'web', 'call']),
  /** STOP was heard: we start nothing, and answer nothing but START and danger. */
  stopped: z.boolean(),
  cases: z.array(Case),
  /** The case that is talked about. */
  active: z.string().nullable(),
  waiting: Waiting,
  /** Where "back" leads, nearest last. */
  trail: z.array(Waiting).max(30),
  /** How often the waiting question could not be read. */
  misread: z.int().nonnegative(),
  /** What is new of requests, to be told at the member's next word. Once these were numbers alone. */
  news: z.array(z.union([NewsDue, z.string().transform(ofStatus)])),
  /** The request about which the plan was told to have a question while something else was asked here. */
  asked: z.string().nullable().default(null),
  /** The danger that was last spoken of, so that "call me" and "go on" are understood after it. */
  danger: z.strictObject({ kind: DangerKind, alertId: z.string(), violence: z.boolean() }).nullable(),
});
export type State = z.infer<typeof State>;

function ofStatus(number: string): NewsDue {
  return { number, programme: null, topic: { kind: 'status' } };
}

/** A conversation that has not begun. */
export function freshState(language: Tag): State {
  return {
    version: 1,
    language,
    languageChosen: false,
    greeted: false,
    privacy: 'unasked',
    stopped: false,
    cases: [],
    active: null,
    waiting: { dialog: 'root' },
    trail: [],
    misread: 0,
    news: [],
    asked: null,
    danger: null,
  };
}

/** The case that is talked about, if any. */
export function activeCase(state: State): Case | undefined {
  return state.cases.find(({ id }) => id === state.active);
}
