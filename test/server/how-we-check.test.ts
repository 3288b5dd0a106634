import assert from 'node:assert/strict';
import { maySayIn } from '../../locales/reviews.ts';
import { text, type Key } from '../../locales/index.ts';
import { languages } from '../../locales/languages.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import { citesIn } from '../../policy/condition.ts';
import { catalogOn } from '../../policy/catalog.ts';
import { sources } from '../../policy/sources.ts';
import { howWeCheckPage } from '../../server/channels/web/how-we-check.ts';
import { escape } from '../../server/channels/web/html.ts';
import { Voice } from '../../server/channels/web/voice.ts';
import { planById } from '../../server/plans/index.ts';
import { openFrontDoor } from '../journeys/front-door.ts';

const plan = planById('iehp');
const shownIn = (mode: 'preview' | 'reviewed') => {
  const maySay = maySayIn(mode, {});
  return {
    shown: (tag: (typeof languages)[number]['tag'], key: Key, values?: Readonly<Record<string, string>>) =>
      maySay(tag, key) ? text(tag, key, values) : undefined,
    any: text,
  };
};
const pageOn = (tag: (typeof languages)[number]['tag'], day: IsoDate): string =>
  howWeCheckPage(new Voice(tag, shownIn('preview'), plan), day, true).source;

describe('the page of every rule', () => {
  for (const { tag } of languages) {
    it(`names each population and support in ${tag}, with every place where its rule is written`, () => {
      const page = pageOn(tag, '2026-11-20');
      const { populations, supports } = catalogOn('2026-11-20');
      assert.ok(!page.includes(escape(text(tag, 'page.interpreter', {})?.slice(0, 20) ?? '-')), 'a word is missing');
      for (const { rule } of [...populations, ...supports]) {
        assert.ok(page.includes(`id="${rule.id}"`), rule.id);
        for (const { source, place } of citesIn(rule.when)) {
          assert.ok(page.includes(escape(place)), place);
          assert.ok(page.includes(escape(sources[source].title)), source);
        }
      }
      for (const { rule } of supports)
        for (const { id } of rule.limits)
          assert.ok(page.includes(escape(text(tag, `programmes.limits.${id}` as Key) ?? '-')), id);
      assert.equal(/\{\{|\b(rules|programmes)\.[a-z]+\./.exec(page)?.[0], undefined);
    });
  }

  it('says five emergency visits in six months for adults, and three in twelve for a child', () => {
    const page = pageOn('en', '2026-11-20').replace(/<[^>]*>/g, ' ');
    assert.match(page, /ER visits that led to no hospital stay, in 6 months: 5 or more/);
    assert.match(page, /ER visits that led to no hospital stay, in 12 months: 3 or more/);
  });

  it('says on New Year 2027 what may have changed, and only of the two that rest on the waiver', () => {
    const lapsed = pageOn('en', '2027-01-01').split('We know this rule only up to').length - 1;
    assert.equal(lapsed, 2);
    assert.ok(!pageOn('en', '2026-12-31').includes('We know this rule only up to'));
  });

  it('offers an interpreter in place of words that nobody has signed', () => {
    const page = howWeCheckPage(new Voice('es', shownIn('reviewed'), plan), '2026-11-20', false).source;
    assert.match(page, /1-800-440-4347/);
    assert.ok(!page.includes(escape(text('es', 'rules.fits') ?? '-')));
  });

  it('is public, in the language of the address, and tells nobody who looked', async () => {
    const door = await openFrontDoor('iehp', '2026-11-20');
    try {
      const answer = await fetch(`${door.url}/how-we-check?lang=hmn`);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      const page = await answer.text();
      assert.match(page, /<html lang="hmn"/);
      assert.ok(page.includes(escape(text('hmn', 'rules.title') ?? '-')));
    } finally {
      await door.close();
    }
  });
});
