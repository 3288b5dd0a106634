import assert from 'node:assert/strict';
import { raw } from '../../locales/index.ts';
import { hashOf, maySayIn, readReviews, standingOf, type Reviews } from '../../locales/reviews.ts';

const key = 'welcome.hello';
const english = raw('en', key) ?? '';
const spanish = raw('es', key) ?? '';
const signed = (over: Partial<{ english: string; text: string }> = {}): Reviews => ({
  es: { [key]: { english: hashOf(english), text: hashOf(spanish), by: 'A. Translator', on: '2026-11-21', ...over } },
});

describe('a review', () => {
  it('lets signed words be said in reviewed mode', () => {
    assert.equal(standingOf('es', key, signed()), 'reviewed');
    assert.equal(maySayIn('reviewed', signed())('es', key), true);
  });

  it('is stale once the text has changed', () =>
    assert.equal(standingOf('es', key, signed({ text: hashOf('otra cosa') })), 'stale'));

  it('is stale once its English has changed', () => {
    const reviews = signed({ english: hashOf('something else') });
    assert.equal(standingOf('es', key, reviews), 'stale');
    assert.equal(maySayIn('reviewed', reviews)('es', key), false);
  });

  it('is missing from what we wrote: all of it is a draft, which only preview shows', () => {
    assert.equal(standingOf('es', key, readReviews()), 'draft');
    assert.equal(maySayIn('reviewed', readReviews())('es', key), false);
    assert.equal(maySayIn('preview', readReviews())('es', key), true);
  });
});
