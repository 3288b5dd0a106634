import assert from 'node:assert/strict';
import { keys, raw } from '../../locales/index.ts';
import { hashOf, type Reviews } from '../../locales/reviews.ts';
import { ConfigError } from '../../server/config.ts';
import { planById } from '../../server/plans/index.ts';
import { checkWords } from '../../server/reviewed-mode.ts';

const plan = planById('iehp');
const noticed = {
  ...plan,
  notices: { en: { tagline: 'a', nondiscrimination: 'b' }, es: { tagline: 'a', nondiscrimination: 'b' } },
};
const signed = (tag: 'en' | 'es'): NonNullable<Reviews['en']> =>
  Object.fromEntries(
    keys.map((key) => [
      key,
      {
        english: hashOf(raw('en', key) ?? ''),
        text: hashOf(raw(tag, key) ?? ''),
        by: 'A. Translator',
        on: '2026-11-21',
      },
    ]),
  );

describe('showing only signed words', () => {
  it('is refused while what everybody meets is a draft', () => {
    assert.throws(
      () => checkWords('reviewed', noticed, {}),
      (error: unknown) => error instanceof ConfigError && /WORDS/.test(error.message),
    );
  });

  it('is refused while the plan has not delivered its notices', () => {
    assert.throws(
      () => checkWords('reviewed', plan, { en: signed('en') }),
      /tagline and nondiscrimination notice in English/,
    );
  });

  it('is refused for a language that is offered without its notices', () => {
    const half = { ...noticed, notices: { en: noticed.notices.en } };
    assert.throws(() => checkWords('reviewed', half, { en: signed('en'), es: signed('es') }), /in Spanish/);
  });

  it('starts once both are there, and a preview always does', () => {
    checkWords('reviewed', noticed, { en: signed('en'), es: signed('es') });
    checkWords('preview', plan, {});
  });
});
