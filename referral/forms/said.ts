/** What a referral says of the member's contact, consents and helper, in words. */
import type { ProgrammeId } from '../../policy/rule.ts';
import type { Filer, Referral } from '../referral.ts';
import { countWords } from './told.ts';
import { fill, word, words } from './words.ts';

type Helper = Extract<Filer, { kind: 'helper' }>;

/** Somebody who works for an organization is the source of a referral, and no support person. */
export function closeHelper(filer: Filer): Helper | null {
  return filer.kind === 'helper' && filer.relation !== 'organization' ? filer : null;
}

export function relationOf(helper: Helper | null): string | null {
  return helper && words.relations[helper.relation];
}

export function spoken({ contact: { spokenLanguage, dialect } }: Referral): string {
  const language = word(words.languages, spokenLanguage);
  return dialect === null ? language : fill(words.spoken, { language, dialect: words.dialects[dialect] });
}

export function contactWays({ contact, consents }: Referral): string {
  const w = words.ways;
  if (contact.doNotContact) return w.none;
  const ways = [
    contact.mayCall && w.call,
    contact.mayLeaveVoicemail && consents.voicemail && w.voicemail,
    contact.mayText && consents.textMe && w.text,
    contact.mayMail && w.mail,
  ].filter((way) => way !== false);
  return ways.join(', ') || w.none;
}

/** What the member said yes to, and the numbers that they said, as far as they bear on the programme. */
export function toldWords({ requests }: Referral, programme: ProgrammeId): string | null {
  const answers = requests.find((request) => request.programme === programme)?.answers;
  if (!answers) return null;
  const yes = Object.entries(answers.yesNo).filter(([, answer]) => answer.kind === 'known' && answer.value);
  const counts = Object.entries(answers.count).flatMap(([fact, answer]) =>
    answer.kind === 'known'
      ? [fill(words.toldCount, { fact: word(words.factNames, fact), count: countWords(answer.value) })]
      : [],
  );
  return [...yes.map(([fact]) => word(words.facts, fact)), ...counts].join('; ') || null;
}

export function consentsOf({ consents }: Referral): string {
  const given = (['sendToPlan', 'textMe', 'voicemail', 'tellHelper'] as const).filter((id) => consents[id]);
  return given.map((id) => words.consents[id]).join(', ') || words.consents.none;
}

export function filedBy({ filer }: Referral): string {
  if (filer.kind === 'self') return words.filers.self;
  return [filer.name, words.relations[filer.relation], filer.title, filer.organization].filter(Boolean).join(', ');
}
