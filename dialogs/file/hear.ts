/** What one filing answer adds to the draft; undefined when it cannot be read. */
import { LanguageTag } from '../state.ts';
import type { Case, Draft } from '../case.ts';
import type { State } from '../state.ts';
import type { FileStep } from '../waiting.ts';
import { heardMany, heardNamed, heardOne, option } from '../asking.ts';
import type { Heard } from '../heard.ts';
import { readBoth } from '../read/choices.ts';
import { readCardNumber } from '../read/card-number.ts';
import { readDate } from '../read/date.ts';
import { lacks } from '../read/lack.ts';
import { readName } from '../read/name.ts';
import { readPhone } from '../read/phone.ts';
import { readYesNo } from '../read/yes-no.ts';
import type { World } from '../world.ts';
import { programmesHeard } from './programmes-heard.ts';
import {
  cannotWait,
  dialects,
  formats,
  inOneDigit,
  noWay,
  spokenOptions,
  times,
  ways,
  waysByText,
  yesNo,
} from './questions.ts';

type Said = Partial<Draft> | undefined;
type Way = NonNullable<Draft['safeWays']>[number];

const byText: Readonly<Record<string, Way[]>> = {
  callOrText: ['call', 'text'],
  callOnly: ['call'],
  textOnly: ['text'],
  mailOnly: ['mail'],
  none: ['none'],
};

export function heardStep(asked: FileStep, heard: Heard, about: Case, state: State, world: World): Said {
  const left = heard.kind === 'act' && (heard.act === 'decline' || heard.act === 'notSure');
  switch (asked) {
    case 'programmes':
      return programmesHeard(heard, about, state, world);
    case 'name': {
      const name = readName(heard);
      // The plan finds nobody by "Maria"; but some have one name only, and say so by writing it twice.
      const isWhole = name !== undefined && (name.includes(' ') || state.misread > 0);
      return isWhole ? { name } : undefined;
    }
    case 'birthDate': {
      const birthDate = readDate(heard, state.language, world.today);
      return birthDate === undefined || birthDate === 'ambiguous' ? undefined : { birthDate };
    }
    case 'card': {
      const cardNumber = left || lacks(heard) ? null : readCardNumber(heard);
      return cardNumber === undefined ? undefined : { cardNumber };
    }
    case 'phone': {
      const phone = left || lacks(heard) ? null : readPhone(heard);
      return phone === undefined ? undefined : { phone };
    }
    case 'safeWays':
      return safeWaysHeard(heard, about, state, world);
    case 'address':
      return freeText(heard, left || saysNone(heard, state) || lacks(heard), (mailingAddress) => ({ mailingAddress }));
    case 'trusted':
      return freeText(heard, left || saysNone(heard, state) || lacks(heard), (trusted) => ({ trusted }));
    case 'bestTime': {
      const bestTime = oneOf(times, heard, left, state);
      return bestTime === undefined ? undefined : { bestTime: bestTime as Draft['bestTime'] };
    }
    case 'dialect': {
      const dialect = oneOf(dialects, heard, left, state);
      return dialect === undefined ? undefined : { dialect: dialect as Draft['dialect'] };
    }
    case 'spoken': {
      const spokenLanguage = languageHeard(heard, left, state);
      return spokenLanguage === undefined ? undefined : { spokenLanguage };
    }
    case 'written': {
      const writtenLanguage = languageHeard(heard, left, state);
      return writtenLanguage === undefined ? undefined : { writtenLanguage };
    }
    case 'format': {
      const format = oneOf(formats, heard, left, state);
      if (format === undefined) return undefined;
      return { alternativeFormat: format === 'print' ? null : (format as Draft['alternativeFormat']) };
    }
    case 'fastWhy':
      return freeText(heard, left || saysNone(heard, state) || lacks(heard), (fastReason) => ({ fastReason }));
    case 'fast': {
      const said = left ? 'no' : heardNamed(cannotWait, heard, state) ? 'yes' : heardOne(yesNo, heard, state);
      return said === 'yes' || said === 'no' ? { asksForFast: said === 'yes' } : undefined;
    }
    case 'consentText':
      return consentHeard(heard, about, state, 'textMe');
    case 'consentVoicemail':
      return consentHeard(heard, about, state, 'voicemail');
    case 'preview':
      return undefined;
  }
}

function safeWaysHeard(heard: Heard, about: Case, state: State, world: World): Said {
  if (!inOneDigit(about, world)) {
    const chosen = heardMany(ways, noWay, heard, state);
    if (chosen === undefined || typeof chosen === 'string') return undefined;
    return { safeWays: chosen.length === 0 ? ['none'] : (chosen as Way[]) };
  }
  const safeWays = readBoth(heard) ? byText['callOrText'] : byText[heardOne(waysByText, heard, state) ?? ''];
  // By text, "call or text" is said of the phone in the member's hand.
  return safeWays && { safeWays, ...(safeWays.includes('text') ? { consents: { textMe: true } } : {}) };
}

function consentHeard(heard: Heard, about: Case, state: State, which: keyof Draft['consents']): Said {
  // Who is not sure has not agreed.
  const isOpen = heard.kind === 'act' && (heard.act === 'decline' || heard.act === 'notSure');
  const said = isOpen ? 'no' : heardOne(yesNo, heard, state);
  return said === 'yes' || said === 'no'
    ? { consents: { ...about.draft.consents, [which]: said === 'yes' } }
    : undefined;
}

function languageHeard(heard: Heard, left: boolean, state: State): string | undefined {
  if (left) return state.language;
  const chosen = heardOne(spokenOptions, heard, state);
  if (LanguageTag.safeParse(chosen).success) return chosen;
  // Another language is taken as it was written: an interpreter is found for it by a person.
  const isLanguage = heard.kind === 'text' && /\p{L}{2}/u.test(heard.text) && !saysNone(heard, state);
  return isLanguage && readYesNo(heard.text) === undefined && !readBoth(heard) ? heard.text.slice(0, 60) : undefined;
}

function oneOf(
  options: Parameters<typeof heardOne>[0],
  heard: Heard,
  left: boolean,
  state: State,
): string | null | undefined {
  if (left) return null;
  const chosen = heardOne(options, heard, state);
  return chosen === 'notSure' || chosen === 'declined' ? null : chosen;
}

/** "No", "nobody": there is none to write down. */
function saysNone(heard: Heard, state: State): boolean {
  return heard.kind === 'text' && heardMany([], option('none', 'common.noneOfThese'), heard, state)?.length === 0;
}

function freeText(heard: Heard, left: boolean, keep: (said: string | null) => Partial<Draft>): Said {
  if (left) return keep(null);
  return heard.kind === 'text' && /\p{L}|\p{N}/u.test(heard.text) ? keep(heard.text.slice(0, 300)) : undefined;
}
