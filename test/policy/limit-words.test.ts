/** Each limit in words says what the limit says as data: the same number, with the same unit, in every language. */
import assert from 'node:assert/strict';
import { text, type Key } from '../../locales/index.ts';
import { languages, type Tag } from '../../locales/languages.ts';
import { everySupport } from '../../policy/catalog.ts';
import type { Limit } from '../../policy/rule.ts';

type Unit = NonNullable<Limit['duration']>['unit'];
type Per = 'lifetime' | 'calendarYear' | 'anyTwelveMonths' | 'day';
const units: Readonly<Record<Tag, Readonly<Record<Unit, string>>>> = {
  en: { hours: 'hours', days: 'days', weeks: 'weeks', months: 'months' },
  es: { hours: 'horas', days: 'días', weeks: 'semanas', months: 'meses' },
  hmn: { hours: 'teev', days: 'hnub', weeks: 'lub lim tiam', months: 'lub hlis' },
};
const pers: Readonly<Record<Tag, Readonly<Record<Per, string>>>> = {
  en: { lifetime: 'in a lifetime', calendarYear: 'calendar year', anyTwelveMonths: 'in 12 months', day: 'a day' },
  es: { lifetime: 'en toda la vida', calendarYear: 'enero a diciembre', anyTwelveMonths: 'en 12 meses', day: 'al día' },
  hmn: {
    lifetime: 'hauv ib lub neej',
    calendarYear: 'calendar year',
    anyTwelveMonths: 'hauv 12 lub hlis',
    day: 'hauv ib hnub',
  },
};

/** What the words must hold. A limit to "once" is said in words, and is held by its own lines of policy.md. */
function wanted({ amount, duration, times, per }: Limit, tag: Tag): readonly string[] {
  return [
    ...(amount ? [`$${amount.value.toLocaleString('en-US')}`] : []),
    ...(duration ? [`${duration.value} ${units[tag][duration.unit]}`] : []),
    ...(times && times > 1 ? [`${times} `] : []),
    ...(per && per !== 'household' && times !== 1 ? [pers[tag][per]] : []),
  ];
}

describe('the limits in words', () => {
  for (const { tag } of languages) {
    for (const { id: support, limits } of everySupport) {
      for (const limit of limits.filter((each) => wanted(each, tag).length > 0)) {
        it(`say the number and the unit: ${tag} ${support} ${limit.id}`, () => {
          const words = text(tag, `programmes.limits.${limit.id}` as Key) ?? '';
          for (const part of wanted(limit, tag)) assert.ok(words.includes(part), `"${part}" in "${words}"`);
        });
      }
    }
  }
});

describe('what a limit is for', () => {
  const said = (tag: Tag, key: string): string => text(tag, key as Key) ?? '';

  it('is, of 60 days, only who cannot get IHSS, and nobody who waits for it (policy.md 2.13, line 285)', () => {
    const words = { en: 'cannot get IHSS', es: 'no puede recibir IHSS', hmn: 'tsis tsim nyog tau IHSS' };
    for (const { tag } of languages)
      assert.ok(said(tag, 'programmes.limits.sixtyDaysWithoutIhss').includes(words[tag]));
  });

  it('is, of the look at a home with asthma, the last 12 months (policy.md 2.17, line 310)', () => {
    const words = { en: 'last 12 months', es: 'últimos 12 meses', hmn: '12 lub hlis dhau los' };
    for (const { tag } of languages)
      assert.ok(said(tag, 'programmes.planAlsoNeeds.asthmaHomeVisit').includes(words[tag]));
  });

  it('is, of the consent to change a home, both the owner and the member (policy.md 2.14, line 290)', () => {
    const words = {
      en: ['owner', 'the person who gets the help'],
      es: ['dueño', 'la persona que recibe la ayuda'],
      hmn: ['tswv tsev', 'Tus neeg uas tau kev pab'],
    };
    for (const { tag } of languages)
      for (const who of words[tag]) assert.ok(said(tag, 'programmes.planAlsoNeeds.ownerConsent').includes(who), who);
  });

  it('is, of the waiver that keeps somebody from help at home, HCBA and its hours alone (policy.md 2.13, line 283)', () => {
    for (const { tag } of languages)
      for (const key of ['questions.waiver.self', 'questions.waiver.other', 'rules.facts.inHomeCareWaiver'])
        assert.match(said(tag, key), /HCBA.*WPCS/u, `${tag} ${key}`);
  });

  it('is, of a "no" to the waiver, no more than a no: who does not know can say so', () => {
    const words = { en: 'No', es: 'No', hmn: 'Tsis muaj' };
    for (const { tag } of languages) assert.equal(said(tag, 'questions.waiver.options.no.self'), words[tag]);
  });
});
