/** One language on the page: its words, the plan they are said for, and whether any of them were missing. */
import { languages, type Language, type Tag } from '../../../locales/languages.ts';
import type { Key } from '../../../locales/index.ts';
import type { Plan } from '../../../dialogs/plan.ts';

/** Where words come from. Both give undefined for words that are not there. */
export interface Words {
  /** Words that may be shown: in `reviewed` mode, signed ones only. */
  shown(tag: Tag, key: Key, values?: Readonly<Record<string, string>>): string | undefined;
  /** Words as they stand, signed or not: for danger, and for the page's own buttons where nothing else is left. */
  any(tag: Tag, key: Key, values?: Readonly<Record<string, string>>): string | undefined;
}

/** Speaks one language for one piece of the page. */
export class Voice {
  /** Something could not be said in this language; the interpreter is offered once, in its place. */
  missed = false;
  readonly language: Language & { readonly tag: Tag };
  readonly words: Words;
  readonly plan: Plan;
  /** Where two read one page: the other's language. What can be chosen stands in both. */
  readonly beside: Voice | null;

  constructor(tag: Tag, words: Words, plan: Plan, beside: Voice | null = null) {
    this.language = languageOf(tag);
    this.words = words;
    this.plan = plan;
    this.beside = beside;
  }

  get tag(): Tag {
    return this.language.tag;
  }

  /** The same plan and words in another language, with nothing missed yet. */
  in(tag: Tag): Voice {
    return new Voice(tag, this.words, this.plan);
  }
}

/** What is known of a language. */
export function languageOf(tag: Tag): Language & { readonly tag: Tag } {
  const found = languages.find((language) => language.tag === tag);
  if (found === undefined) throw new Error(`no such language: ${tag}`);
  return found;
}

/** A tag that members can choose, or null. */
export function tagFrom(text: unknown): Tag | null {
  return languages.find(({ tag }) => tag === text)?.tag ?? null;
}
