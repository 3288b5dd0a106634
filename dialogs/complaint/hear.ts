/** What one answer adds to a complaint; undefined when it cannot be read. */
import { ComplaintSubject } from '../../referral/complaint.ts';
import { heardOne } from '../asking.ts';
import { yesNo } from '../file/questions.ts';
import type { Heard } from '../heard.ts';
import { saysAppeal } from '../lexical.ts';
import { readDate } from '../read/date.ts';
import { lacks } from '../read/lack.ts';
import { readName } from '../read/name.ts';
import { readPhone } from '../read/phone.ts';
import type { State } from '../state.ts';
import type { ComplaintDraft } from '../waiting.ts';
import type { World } from '../world.ts';
import {
  isNeeded,
  isThisPhone,
  phoneOptions,
  replyOptions,
  subjectOptions,
  whoseOptions,
  type ComplaintWaiting,
} from './questions.ts';

type Said = Partial<ComplaintDraft> | 'otherPhone' | undefined;

export function heardComplaint(waiting: ComplaintWaiting, heard: Heard, state: State, world: World): Said {
  const isLeft = !isNeeded(waiting) && heard.kind === 'act' && (heard.act === 'decline' || heard.act === 'notSure');
  switch (waiting.step) {
    case 'whose': {
      const whose = heardOne(whoseOptions, heard, state);
      return whose === 'self' || whose === 'other' ? { whose } : undefined;
    }
    case 'subject':
      return subjectHeard(heard, state);
    case 'letterDate': {
      const letterDate = isLeft || lacks(heard) ? null : letterDateHeard(heard, state, world);
      return letterDate === undefined ? undefined : { letterDate };
    }
    case 'keep':
      return yesOrNo(heard, isLeft, state, (keep) => ({ keep }));
    case 'urgent':
      return yesOrNo(heard, isLeft, state, (urgent) => ({ urgent }));
    case 'words':
      return isLeft ? { words: null } : written(heard, (words) => ({ words }));
    case 'reply': {
      const reply = heardOne(replyOptions, heard, state);
      return reply === 'call' || reply === 'letter' ? { reply } : undefined;
    }
    case 'phone': {
      const chosen = isThisPhone(waiting, state, world) ? heardOne(phoneOptions, heard, state) : undefined;
      if (chosen === 'another') return 'otherPhone';
      if (chosen === 'this' && world.provenPhone) return { phone: world.provenPhone };
      const phone = isLeft ? null : readPhone(heard);
      return phone === undefined ? undefined : { phone };
    }
    case 'address':
      return isLeft || lacks(heard) ? { address: null } : written(heard, (words) => ({ address: words.slice(0, 300) }));
    case 'name':
    case 'helperName': {
      const name = isLeft ? null : readName(heard)?.slice(0, 200);
      return name === undefined ? undefined : { [waiting.step]: name };
    }
    case 'birthDate': {
      const birthDate = isLeft ? null : readDate(heard, state.language, world.today);
      return birthDate === undefined || birthDate === 'ambiguous' ? undefined : { birthDate };
    }
    case 'preview':
      return undefined;
  }
}

/** Who begins to tell it at once is not held up by a list: it is about a letter if it says so, and else about care. */
function subjectHeard(heard: Heard, state: State): Said {
  const chosen = ComplaintSubject.safeParse(heardOne(subjectOptions, heard, state));
  if (chosen.success) return { subject: chosen.data };
  if (heard.kind !== 'text' || /[?？]\s*$/u.test(heard.text) || heard.text.split(/\s+/u).length < 4) return undefined;
  return { subject: saysAppeal(heard.text) ? 'letter' : 'care', words: heard.text };
}

/** A letter is of these days: a year of two digits is of this century. */
function letterDateHeard(heard: Heard, state: State, world: World): ComplaintDraft['letterDate'] {
  const whole: Heard =
    heard.kind === 'text'
      ? { kind: 'text', text: heard.text.replace(/(?<!\d)(\d{1,2}[./-]\d{1,2}[./-])(\d{2})(?!\d)/u, '$120$2') }
      : heard;
  const found = readDate(whole, state.language, world.today);
  return found === 'ambiguous' ? undefined : found;
}

function yesOrNo(heard: Heard, isLeft: boolean, state: State, keep: (yes: boolean) => ComplaintDraft): Said {
  const said = isLeft ? 'no' : heardOne(yesNo, heard, state);
  return said === 'yes' || said === 'no' ? keep(said === 'yes') : undefined;
}

/** Words, and no digit of a list that is not there. */
function written(heard: Heard, keep: (words: string) => ComplaintDraft): Said {
  return heard.kind === 'text' && /\p{L}{2}/u.test(heard.text) ? keep(heard.text.slice(0, 2000)) : undefined;
}
