/** What is said when the store does not answer: nothing is confirmed, a person's number is given, danger words go out. */
import { planParams, say } from '../dialogs/asking.ts';
import type { DangerKind } from '../dialogs/danger-kind.ts';
import type { State } from '../dialogs/state.ts';
import type { World } from '../dialogs/world.ts';
import { languages, type Tag } from '../locales/languages.ts';
import { dangerSays } from './danger/says.ts';
import type { Inbound } from './inbound.ts';
import { detectLanguage } from './language.ts';
import { sayable, type MaySay, type Shown } from './sayable.ts';

/** In the language of the talk, where its `state` could still be loaded; else in that of the message, or as suggested. */
export function sorry(
  { text, suggestedLanguage }: Pick<Inbound, 'text' | 'suggestedLanguage'>,
  state: State | null,
  danger: DangerKind | null,
  world: World,
  maySay: MaySay,
): readonly Shown[] {
  const written = state?.languageChosen ? undefined : detectLanguage(text);
  const tag = written ?? state?.language ?? suggestedLanguage;
  const says = [...(danger ? dangerSays(danger, world) : []), say('common.storeFailed', planParams(world))];
  return inAny(tag, danger).flatMap((each) => sayable(says, each, world, maySay));
}

/** Where nothing tells which language is read, it is said in each; in danger once, in English, so as to be short. */
function inAny(tag: Tag | null, danger: DangerKind | null): readonly Tag[] {
  if (tag) return [tag];
  return danger ? ['en'] : languages.map((language) => language.tag);
}
