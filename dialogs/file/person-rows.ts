/** The rows of a request that say whom it is about, how to reach them, and who asks: all of it that the plan will get. */
import { languages } from '../../locales/languages.ts';
import { line, option } from '../asking.ts';
import type { Line, Row } from '../say.ts';
import type { Case } from '../case.ts';
import type { FileStep } from '../waiting.ts';
import type { World } from '../world.ts';
import { phoneOf } from './build.ts';

export function personRows(about: Case, world: World): readonly Row[] {
  const shown = order.flatMap((step): readonly Row[] => {
    const values = valuesOf(step, about, world);
    if (values.length === 0 && step !== 'safeWays') return [];
    const masked = secret.has(step) ? { masked: true } : {};
    return [{ label: line(`file.rows.${step}`), values, ...masked, offer: option(`change:${step}`, 'common.change') }];
  });
  return about.whose === 'other' ? [...shown, ...helperRows(about)] : shown;
}

const order = [
  'name',
  'birthDate',
  'card',
  'safeWays',
  'phone',
  'address',
  'bestTime',
  'consentText',
  'consentVoicemail',
  'spoken',
  'dialect',
  'written',
  'format',
  'trusted',
  'fast',
  'fastWhy',
] as const satisfies readonly FileStep[];

/** Never shown in a text message. */
const secret = new Set<FileStep>(['name', 'birthDate', 'card', 'trusted']);

function valuesOf(step: (typeof order)[number], about: Case, world: World): readonly Line[] {
  const { draft } = about;
  switch (step) {
    case 'name':
      return said(draft.name);
    case 'birthDate':
      return draft.birthDate ? [line('common.value', { value: { date: draft.birthDate } })] : [];
    case 'card':
      return said(draft.cardNumber);
    case 'safeWays':
      return (draft.safeWays ?? []).map((way) => line(`file.safeWays.options.${way}`));
    case 'phone':
      return phone(phoneOf(about, world));
    case 'address':
      return said(draft.mailingAddress);
    case 'bestTime':
      return draft.bestTime ? [line(`common.times.${draft.bestTime}`)] : [];
    case 'consentText':
      // By text, "call or text this phone" has said it already.
      return world.channel === 'sms' ? [] : yesOrNo(draft.consents.textMe);
    case 'consentVoicemail':
      return yesOrNo(draft.consents.voicemail);
    case 'spoken':
      return language(draft.spokenLanguage);
    case 'dialect':
      return draft.dialect ? [line(`common.dialects.${draft.dialect}`)] : [];
    case 'written':
      return language(draft.writtenLanguage);
    case 'trusted':
      return said(draft.trusted);
    case 'format':
      return draft.alternativeFormat === undefined
        ? []
        : [line(`file.format.options.${draft.alternativeFormat ?? 'print'}`)];
    case 'fast':
      return yesOrNo(draft.asksForFast);
    case 'fastWhy':
      // By text it would be initials; it was written a moment ago.
      return draft.asksForFast && world.channel !== 'sms' ? said(draft.fastReason) : [];
  }
}

function helperRows({ helper }: Case): readonly Row[] {
  const { name, organization, title, relation, awareness } = helper;
  const related = relation && relation !== 'organization' ? [line(`whom.relation.options.${relation}`)] : [];
  const who = [...said(name), ...said(organization), ...said(title), ...related, ...phone(helper.phone ?? null)];
  return [
    ...(who.length > 0 ? [{ label: line('file.rows.helper'), values: who, masked: true }] : []),
    ...(awareness
      ? [{ label: line('file.rows.awareness'), values: [line(`whom.awareness.options.${awareness}`)] }]
      : []),
  ];
}

const said = (value: string | null | undefined): readonly Line[] => (value ? [line('common.value', { value })] : []);

const phone = (number: string | null): readonly Line[] =>
  number === null ? [] : [line('common.value', { value: { phone: number } })];

const yesOrNo = (given: boolean | undefined): readonly Line[] =>
  given === undefined ? [] : [line(given ? 'common.yes' : 'common.no')];

function language(spoken: string | undefined): readonly Line[] {
  const ours = languages.find(({ tag }) => tag === spoken);
  return ours ? [line('language.named', { name: ours.endonym })] : said(spoken);
}
