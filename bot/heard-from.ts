/** What an inbound message says, before any dialog reads it. */
import { heardCheckIn } from '../dialogs/check-in.ts';
import { globalActs, type Heard } from '../dialogs/heard.ts';
import { switched } from '../dialogs/language.ts';
import { otherLanguage } from '../dialogs/language.ts';
import { tellTopic } from '../dialogs/learn.ts';
import { LanguageTag, type State } from '../dialogs/state.ts';
import type { NotMine, Step } from '../dialogs/step.ts';
import { topicOfProgramme } from '../dialogs/topic-paragraphs.ts';
import { forWhom } from '../dialogs/whom.ts';
import type { World } from '../dialogs/world.ts';
import { ProgrammeId } from '../policy/rule.ts';
import { TopicId } from '../policy/topics.ts';
import type { Inbound } from './inbound.ts';

/** Marks that show nothing and change what is read: zero-width, direction overrides, controls. */
const invisible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** No message needs more; the rest of a longer one is dropped, not refused. */
const mostCharacters = 2000;

export function heardFrom({ text, choices }: Inbound): Heard {
  const act = globalActs.find((each) => choices[0] === `act:${each}`);
  if (act) return { kind: 'act', act };
  if (choices.length > 0) return { kind: 'chosen', ids: choices };
  const words = text.normalize('NFC').replace(invisible, '').trim().slice(0, mostCharacters);
  return words === '' ? { kind: 'unreadable' } : { kind: 'text', text: words };
}

/** A button that stands by itself, whatever waits: answer whether anybody called, ask for one programme, read about it, change the language. */
export function offerOf(choices: readonly string[], state: State, world: World): Step | NotMine | undefined {
  const checkIn = heardCheckIn(choices[0] ?? '', state, world);
  if (checkIn) return checkIn;
  const [what, id] = (choices[0] ?? '').split(':');
  const programme = ProgrammeId.safeParse(id);
  if (what === 'ask' && programme.success) return forWhom(state, 'file', world, { programmes: [programme.data] });
  if (what === 'topic') {
    const topic = TopicId.safeParse(programme.success ? topicOfProgramme(programme.data) : id);
    return topic.success ? tellTopic(topic.data, state, world) : undefined;
  }
  if (what === 'language' && id === 'other') return otherLanguage(state, { kind: 'chosen', ids: choices }, world);
  const tag = LanguageTag.safeParse(id);
  return what === 'language' && tag.success ? switched(state, tag.data, world) : undefined;
}
