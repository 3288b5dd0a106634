/** "Call me": which language, which phone, when it is safe. Lands on the plan's desk. */
import { CallBack } from '../referral/call-back.ts';
import { languages } from '../locales/languages.ts';
import { ask, atRest, goTo, heardOne, line, one, option, planParams, say, step } from './asking.ts';
import { dialects, times } from './file/questions.ts';
import type { Heard } from './heard.ts';
import { hoursLines } from './hours-lines.ts';
import { menuAfter } from './menu.ts';
import { readLanguage } from './read/language.ts';
import { readPhone } from './read/phone.ts';
import { readYesNo } from './read/yes-no.ts';
import type { Ask, Option, Say } from './say.ts';
import { activeCase, LanguageTag, type State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { World } from './world.ts';

type CallBackWaiting = Extract<Waiting, { dialog: 'callBack' }>;

const languageOptions: readonly Option[] = [
  ...languages.map(({ tag, endonym }) => option(tag, 'language.named', { name: endonym })),
  option('other', 'language.other'),
];
const phoneOptions: readonly Option[] = [
  option('this', 'person.phone.this'),
  option('another', 'person.phone.another'),
];

function question(waiting: CallBackWaiting, world: World): Ask {
  const common = { id: `callBack.${waiting.step}` };
  switch (waiting.step) {
    case 'language':
      return waiting.language === 'other'
        ? ask({ ...common, line: line('person.language.which'), input: { kind: 'text' } })
        : ask({ ...common, line: line('person.language.ask'), input: one(languageOptions) });
    case 'dialect':
      return ask({ ...common, line: line('person.dialect.ask'), input: one(dialects), mayDecline: true });
    case 'phone':
      return world.provenPhone && waiting.phone !== 'another'
        ? ask({ ...common, line: line('person.phone.askThis'), input: one(phoneOptions) })
        : ask({ ...common, line: line('person.phone.ask'), input: { kind: 'phone' } });
    case 'when':
      return ask({ ...common, line: line('person.when.ask'), input: one(times), mayDecline: true });
  }
}

/** Begins a call-back. In danger nothing is asked that can be done without: this language, this phone, at once. */
export function toCallBack(state: State, reason: CallBackWaiting['reason'], world: World, named?: string): Step {
  const first = firstStep(state, reason, named);
  // Where violence is near, the phone in their hand may not be theirs alone: they say which one is safe.
  if (reason === 'danger' && world.provenPhone && !state.danger?.violence)
    return done({ ...first, phone: world.provenPhone }, 'anytime', state, world);
  const intro = reason === 'languageNotOffered' ? [say('language.interpreter', planParams(world))] : [];
  return step(goTo(state, first), [...intro, question(first, world)]);
}

function firstStep(state: State, reason: CallBackWaiting['reason'], named?: string): CallBackWaiting {
  const asks = { dialog: 'callBack', reason } as const;
  if (reason === 'danger') return { ...asks, step: 'phone', language: state.language };
  if (reason !== 'languageNotOffered') return { ...asks, step: 'language' };
  return named ? { ...asks, step: 'phone', language: named } : { ...asks, step: 'language', language: 'other' };
}

function hear(waiting: CallBackWaiting, heard: Heard, state: State, world: World): Step | NotMine {
  const left = heard.kind === 'act' && (heard.act === 'decline' || heard.act === 'notSure');
  const next = (said: Partial<CallBackWaiting>): Step => {
    const then: CallBackWaiting = { ...waiting, ...said };
    return step(goTo(state, then), [question(then, world)]);
  };
  switch (waiting.step) {
    case 'language': {
      const chosen = waiting.language === 'other' ? undefined : heardOne(languageOptions, heard, state);
      if (chosen === 'hmn') return next({ step: 'dialect', language: chosen });
      if (LanguageTag.safeParse(chosen).success) return next({ step: 'phone', language: chosen });
      if (chosen === 'other') return next({ language: 'other' });
      const named = languageTyped(waiting, heard);
      return named === undefined ? notMine : next({ step: 'phone', language: named });
    }
    case 'dialect': {
      const chosen = heardOne(dialects, heard, state);
      if (chosen === 'white' || chosen === 'green') return next({ step: 'phone', dialect: chosen });
      return left || chosen === 'notSure' || chosen === 'declined' ? next({ step: 'phone' }) : notMine;
    }
    case 'phone': {
      const chosen =
        world.provenPhone && waiting.phone !== 'another' ? heardOne(phoneOptions, heard, state) : undefined;
      if (chosen === 'this' && world.provenPhone) return next({ step: 'when', phone: world.provenPhone });
      if (chosen === 'another') return next({ phone: 'another' });
      const phone = readPhone(heard);
      if (phone === undefined) return notMine;
      return waiting.reason === 'danger'
        ? done({ ...waiting, phone }, 'anytime', state, world)
        : next({ step: 'when', phone });
    }
    case 'when': {
      const chosen = left ? null : heardOne(times, heard, state);
      const when = chosen === 'notSure' || chosen === 'declined' ? null : chosen;
      return when === undefined ? notMine : done(waiting, CallBack.shape.when.parse(when), state, world);
    }
  }
}

/** A language that we do not list, as it was typed: asked for by itself, or known to be a language's name. */
function languageTyped({ language }: CallBackWaiting, heard: Heard): string | undefined {
  if (heard.kind !== 'text' || !/\p{L}{2}/u.test(heard.text) || readYesNo(heard.text)) return undefined;
  return language === 'other' || readLanguage(heard.text) === 'other' ? heard.text.slice(0, 60) : undefined;
}

function done(waiting: CallBackWaiting, when: CallBack['when'], state: State, world: World): Step {
  const about = activeCase(state);
  const callBack: CallBack = {
    id: world.ids.callBackId,
    name: about?.whose === 'self' ? (about.draft.name ?? null) : null,
    phone: waiting.phone ?? '',
    language: waiting.language ?? state.language,
    dialect: waiting.dialect ?? null,
    when,
    voicemail: about?.draft.consents.voicemail ?? null,
    reason: waiting.reason,
  };
  const rested = atRest(state);
  return step(rested, [...promised(world), ...menuAfter(rested, world)], [{ do: 'callBack', callBack }]);
}

/** Nobody promises a call that no one is there to make: outside the plan's hours it says when. */
function promised(world: World): readonly Say[] {
  const params = planParams(world);
  return world.staffed
    ? [say('person.noted.open', params)]
    : [say('person.noted.closed', params), ...hoursLines(world)];
}

export const callBack: Dialog<CallBackWaiting> = {
  ask: (waiting, _state, world) => [question(waiting, world)],
  hear,
  why: (waiting) => [say(`person.${waiting.step}.why`)],
};
