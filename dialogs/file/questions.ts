/** The filing questions as they are asked. */
import { languages } from '../../locales/languages.ts';
import { AlternativeFormat } from '../../referral/referral.ts';
import { ask, line, one, option } from '../asking.ts';
import { programmeOptions } from './programmes.ts';
import { perspectiveOf } from '../perspective.ts';
import type { Ask, Input, Option } from '../say.ts';
import type { Case } from '../case.ts';
import type { State } from '../state.ts';
import type { FileStep } from '../waiting.ts';
import type { World } from '../world.ts';

export const times: readonly Option[] = (['morning', 'afternoon', 'evening', 'anytime'] as const).map((id) =>
  option(id, `common.times.${id}`),
);
export const dialects: readonly Option[] = (['white', 'green'] as const).map((id) =>
  option(id, `common.dialects.${id}`),
);
/** Forms of a letter; `print` is the common one. */
export const formats: readonly Option[] = (['print', ...AlternativeFormat.options] as const).map((id) =>
  option(id, `file.format.options.${id}`),
);
export const yesNo: readonly Option[] = [option('yes', 'common.yes'), option('no', 'common.no')];

/** What is safe: ticked on the page; by text one digit says it all. */
export const ways: readonly Option[] = (['call', 'text', 'mail'] as const).map((id) =>
  option(id, `file.safeWays.options.${id}`),
);
export const noWay: Option = option('none', 'file.safeWays.options.none');
export const waysByText: readonly Option[] = (['callOrText', 'callOnly', 'textOnly', 'mailOnly', 'none'] as const).map(
  (id) => option(id, `file.safeWays.byText.${id}`),
);

/** Our languages by their own names, then any other, as typed. */
export const spokenOptions: readonly Option[] = [
  ...languages.map(({ tag, endonym }) => option(tag, 'language.named', { name: endonym })),
  option('other', 'language.other'),
];

/** "This phone" is in the member's own hand; a helper's is not the phone of the person they help. */
export const inOneDigit = (about: Case, world: World): boolean => world.channel === 'sms' && about.whose === 'self';

export const previewOptions = (world: World): readonly Option[] =>
  world.channel === 'sms'
    ? (['send', 'name', 'birthDate', 'safeWays', 'leaveOut'] as const).map((id) =>
        option(id, `file.preview.options.${id}`),
      )
    : (['send', 'dontSend'] as const).map((id) => option(id, `file.preview.options.${id}`));

/** That it cannot wait: shown as no choice of the preview, and may be written there. */
export const cannotWait: Option = option('fast', 'file.rows.fast');

function inputOf(asked: FileStep, about: Case, state: State, world: World): Input {
  switch (asked) {
    case 'programmes':
      return {
        kind: 'many',
        options: programmeOptions(about, world),
        none: option('unsure', 'file.programmes.unsure'),
      };
    case 'name':
    case 'card':
    case 'trusted':
    case 'address':
    case 'fastWhy':
      return { kind: 'text' };
    case 'birthDate':
      return { kind: 'date' };
    case 'phone':
      return { kind: 'phone' };
    case 'safeWays':
      return inOneDigit(about, world) ? one(waysByText) : { kind: 'many', options: ways, none: noWay };
    case 'bestTime':
      return one(times);
    case 'spoken':
    case 'written':
      return one(spokenOptions);
    case 'dialect':
      return one(dialects);
    case 'format':
      return one(formats);
    case 'fast':
    case 'consentText':
    case 'consentVoicemail':
      return one(yesNo);
    case 'preview':
      return one(previewOptions(world));
  }
}

const needed = new Set<FileStep>([
  'programmes',
  'name',
  'birthDate',
  'safeWays',
  'preview',
  'consentText',
  'consentVoicemail',
]);

/** After a reply that could not be read, in other words; a text message says by itself how several are chosen. */
function hintOf(asked: FileStep, { kind }: Input, { misread }: State, { channel }: World): Pick<Ask, 'hint'> {
  if (misread > 0) return { hint: line(`file.${asked}.again`) };
  return kind === 'many' && channel !== 'sms' ? { hint: line('common.chooseSeveral') } : {};
}

export function fileQuestion(asked: FileStep, about: Case, state: State, world: World): Ask {
  const who = perspectiveOf(about);
  const input = inputOf(asked, about, state, world);
  return ask({
    id: `file.${asked}`,
    line: line(`file.${asked}.ask.${who}`, { plan: world.plan.shortName }),
    ...hintOf(asked, input, state, world),
    input,
    mayDecline: !needed.has(asked),
    mayAskWhy: true,
  });
}
