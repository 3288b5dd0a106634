/** Which of the filing questions come, in which order, for this person on this channel. */
import type { Case, Draft } from '../case.ts';
import type { FileStep } from '../waiting.ts';
import type { World } from '../world.ts';

type Needed = (draft: Draft, about: Case) => boolean;

/** On the page, one thing at a time; what does not apply is not asked. */
const onThePage: readonly (readonly [FileStep, Needed])[] = [
  ['programmes', ({ programmes }) => programmes === undefined],
  ['name', ({ name }) => name === undefined],
  ['birthDate', ({ birthDate }) => birthDate === undefined],
  ['card', ({ cardNumber }) => cardNumber === undefined],
  ['safeWays', ({ safeWays }) => safeWays === undefined],
  ['phone', (draft) => draft.phone === undefined && (may(draft, 'call') || may(draft, 'text'))],
  ['address', (draft) => draft.mailingAddress === undefined && may(draft, 'mail')],
  ['bestTime', (draft) => draft.bestTime === undefined && may(draft, 'call')],
  ['consentText', (draft) => draft.consents.textMe === undefined && may(draft, 'text')],
  ['consentVoicemail', (draft) => draft.consents.voicemail === undefined && may(draft, 'call')],
  ['spoken', ({ spokenLanguage }) => spokenLanguage === undefined],
  ['dialect', (draft) => draft.dialect === undefined && draft.spokenLanguage === 'hmn'],
  ['written', ({ writtenLanguage }) => writtenLanguage === undefined],
  ['format', ({ alternativeFormat }) => alternativeFormat === undefined],
  ['trusted', ({ trusted }) => trusted === undefined],
  ['fast', ({ asksForFast }) => asksForFast === undefined],
  ['fastWhy', ({ asksForFast, fastReason }) => asksForFast === true && fastReason === undefined],
];

/**
 * By text message three answers are enough: name, birth date, what is safe; for letters only, where; and from somebody
 * who wrote that it cannot wait, why.
 */
const byText = new Set<FileStep>(['programmes', 'name', 'birthDate', 'safeWays', 'address', 'fastWhy']);

function may({ safeWays }: Draft, way: 'call' | 'text' | 'mail'): boolean {
  return safeWays?.includes(way) ?? false;
}

/** The next thing that must be known before the request can be shown; `preview` when nothing is missing. */
export function nextFileStep(about: Case, world: World): FileStep {
  const steps = world.channel === 'sms' ? onThePage.filter(([step]) => byText.has(step)) : onThePage;
  // A helper by text must still say how the other person is reached: the helper's phone is not theirs.
  const helperByText = world.channel === 'sms' && about.whose === 'other';
  const asked = helperByText ? onThePage.filter(([step]) => byText.has(step) || step === 'phone') : steps;
  return asked.find(([, needed]) => needed(about.draft, about))?.[0] ?? 'preview';
}
