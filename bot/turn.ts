/** One turn: what was heard becomes what is known, what is said and what must be done. No clock, no store. */
import { doAct } from '../dialogs/acts.ts';
import { say, step } from '../dialogs/asking.ts';
import { toDanger } from '../dialogs/danger.ts';
import type { Effect } from '../dialogs/effect.ts';
import type { DangerKind } from '../dialogs/danger-kind.ts';
import type { GlobalAct, Heard } from '../dialogs/heard.ts';
import { act } from '../dialogs/intents.ts';
import { switched } from '../dialogs/language.ts';
import { introduction } from '../dialogs/menu.ts';
import { otherPerson } from '../dialogs/other-person.ts';
import { otherPlan } from '../dialogs/other-plan.ts';
import { toSobering } from '../dialogs/person.ts';
import { askWhosePhone } from '../dialogs/own-phone.ts';
import { readAct } from '../dialogs/read/act.ts';
import { takesBack } from '../dialogs/read/correction.ts';
import { isGreeting } from '../dialogs/read/greeting.ts';
import { isIntoxicatedNow } from '../dialogs/read/intoxicated.ts';
import { readLanguage } from '../dialogs/read/language.ts';
import { askWaiting, hearWaiting } from '../dialogs/registry.ts';
import { freshState, LanguageTag, type State } from '../dialogs/state.ts';
import { notMine, type NotMine, type Step } from '../dialogs/step.ts';
import { tellNews } from '../dialogs/news.ts';
import type { Understanding } from '../dialogs/understanding.ts';
import type { World } from '../dialogs/world.ts';
import { dangerOfChoice } from './danger.ts';
import { dangerSays } from './danger/says.ts';
import { heardFrom, offerOf } from './heard-from.ts';
import type { Inbound } from './inbound.ts';
import { heardKeyword } from './keyword-turn.ts';
import { detectLanguage } from './language.ts';
import { newlyTicked } from './newly-ticked.ts';
import { looksLikeSensitiveNumber } from '../dialogs/read/sensitive-number.ts';
import { unclear } from './unclear.ts';
import { numberHeard, questionId, takesDigits } from './waiting-question.ts';

/** `dangers` were read before anything was loaded; they come first whatever else the message says. */
export async function turn(
  stored: State | null,
  inbound: Inbound,
  dangers: readonly DangerKind[],
  world: World,
  understanding: Understanding,
): Promise<Step> {
  const begun = stored ?? freshState(inbound.suggestedLanguage ?? 'en');
  const state = inItsLanguage(begun, inbound.text);
  const [gravest, ...others] = dangers;
  if (gravest) {
    return greeted(withWords(gravest, toDanger([gravest, ...others], state, world), world), begun, world, false);
  }
  const keyword = world.channel === 'sms' ? heardKeyword(inbound.text, state, world) : undefined;
  if (keyword) return keyword;
  if (state.stopped) return step(state, []);
  const heard = withNews(await hear(inbound, state, world, understanding), state, world);
  return greeted(tickedDanger(state, heard, world), begun, world, state.waiting.dialog === 'root');
}

/** What the desk has set since the member last wrote comes first. */
function withNews(found: Step, before: State, world: World): Step {
  return askWhosePhone(world.news.length === 0 ? found : tellNews(found, world), before, world);
}

const hasNews = ({ news, unproven = [] }: World): boolean => news.length > 0 || unproven.length > 0;

/** Until a language was chosen by name, it is the one that the member writes in. */
function inItsLanguage(state: State, text: string): State {
  const written = state.languageChosen ? undefined : detectLanguage(text);
  return written ? { ...state, language: written } : state;
}

async function hear(inbound: Inbound, state: State, world: World, understanding: Understanding): Promise<Step> {
  const offer = offerOf(inbound.choices, state, world);
  if (offer) return orUnclear(offer, state, world);
  // A page that shows another question than the one that waits is old: it never answers for another.
  if (inbound.question !== null && inbound.question !== questionId(state, world))
    return step(state, askWaiting(state, world));
  const heard = numbered(heardFrom(inbound), state, world);
  if (heard.kind === 'text' && !isRequestNumber(heard.text, state) && looksLikeSensitiveNumber(heard.text)) {
    return step(state, [say('common.sensitiveNumber'), ...askWaiting(state, world)]);
  }
  // Our own text asks for this word, to see what is new: it answers nothing else.
  if (heard.kind === 'text' && world.channel === 'sms' && hasNews(world) && isGreeting(heard.text))
    return step(state, askWaiting(state, world));
  const global = globalAct(heard, state, world);
  if (global) return orUnclear(global, state, world);
  // Whoever is drunk or high now is not sent through a form, whichever question waits.
  if (heard.kind === 'text' && isIntoxicatedNow(heard.text)) return toSobering(state, world);
  const mine = hearWaiting(heard, state, world);
  if (mine !== notMine) return mine;
  const intent = heard.kind === 'text' ? await understanding.read(heard.text, state.language) : null;
  const found = intent ? act(intent, state, world) : notMine;
  return orUnclear(found === notMine ? elsewhere(heard, state, world) : found, state, world, heard);
}

/** Our own numbers may be typed in groups that look like others. */
function isRequestNumber(text: string, { waiting }: State): boolean {
  return waiting.dialog === 'status' && waiting.step === 'number' && text.replace(/\D/g, '').length === 14;
}

function numbered(heard: Heard, state: State, world: World): Heard {
  return heard.kind === 'text' ? (numberHeard(heard.text, state, world) ?? heard) : heard;
}

function elsewhere(heard: Heard, state: State, world: World): Step | NotMine {
  return heard.kind === 'text' ? otherPlan(heard.text, state, world) : notMine;
}

/** Words for what can be done at any moment, and the name of a language. Undefined: the waiting dialog reads it. */
function globalAct(heard: Heard, state: State, world: World): Step | NotMine | undefined {
  if (heard.kind === 'act') return doAct(heard.act, state, world);
  if (heard.kind !== 'text') return undefined;
  const named = LanguageTag.safeParse(readLanguage(heard.text));
  if (named.success && !asksForALanguage(state)) return switched(state, named.data, world);
  const other = otherPerson(heard.text, state);
  if (other) return other;
  const found: GlobalAct | undefined = readAct(heard.text, state.language, takesDigits(state, world));
  // Where nothing was taken yet, "no, I meant 3" is about the question that waits.
  if (found === 'back' && state.misread > 0 && takesBack(heard.text)) return undefined;
  return found ? doAct(found, state, world) : undefined;
}

/** "Which language should they speak?", "Which Hmong?" are answered with a language's name, and change nothing else. */
function asksForALanguage({ waiting }: State): boolean {
  if (waiting.dialog === 'language') return true;
  if (waiting.dialog === 'callBack') return waiting.step === 'language' || waiting.step === 'dialect';
  return waiting.dialog === 'file' && ['spoken', 'written', 'dialect'].includes(waiting.step);
}

function orUnclear(found: Step | NotMine, state: State, world: World, heard?: Heard): Step {
  return found === notMine ? unclear(state, heard, world) : found;
}

/** A ticked choice may tell of danger too: its words come before the next question. */
function tickedDanger(before: State, after: Step, world: World): Step {
  const ticked = [...newlyTicked(before, after.state), ...tickedForPlan(after.does)];
  const kinds = ticked.map(dangerOfChoice);
  const danger = kinds.find((kind) => kind !== null);
  if (!danger) return after;
  const moved = toDanger([danger], after.state, world);
  return withWords(danger, { ...moved, does: [...after.does, ...moved.does] }, world);
}

/** What was ticked as an answer to the plan is kept in no case. */
function tickedForPlan(does: readonly Effect[]): readonly string[] {
  return does.flatMap((effect) => {
    if (effect.do !== 'request' || effect.what.kind !== 'answered') return [];
    const { ask, said } = effect.what.answer;
    return said.kind === 'chosen' ? said.ids.map((id) => `${ask.replace('question:', '')}.${id}`) : [];
  });
}

function withWords(danger: DangerKind, found: Step, world: World): Step {
  return { ...found, says: [...dangerSays(danger, world), ...found.says] };
}

/** The first thing that is said is who we are; a first message that could not be read is simply welcomed. */
function greeted(found: Step, begun: State, world: World, atRest: boolean): Step {
  if (begun.greeted) return found;
  const state = { ...found.state, greeted: true };
  const lost = atRest && found.state.misread > 0;
  return lost
    ? step({ ...state, misread: 0 }, [...introduction(world), ...askWaiting(state, world)])
    : { ...found, state, says: [...introduction(world), ...found.says] };
}
