import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { raw, type Key } from './index.ts';
import { languages, type Tag } from './languages.ts';

/** One text that a qualified person has signed: for exactly this text, said of exactly this English. */
export const Review = z.strictObject({
  english: z.string(),
  text: z.string(),
  by: z.string().min(1),
  on: z.string(),
  /** The plan's filing with the State under which it was approved, once there is one. */
  approved: z.string().optional(),
});
export type Review = z.infer<typeof Review>;

/** Signed texts by language and key. What is not here is a draft. */
export const Reviews = z.partialRecord(
  z.enum(languages.map(({ tag }) => tag) as [Tag, ...Tag[]]),
  z.record(z.string(), Review),
);
export type Reviews = z.infer<typeof Reviews>;

export const reviewsFile = new URL('./reviews.json', import.meta.url);

export function readReviews(): Reviews {
  return Reviews.parse(JSON.parse(readFileSync(reviewsFile, 'utf8')));
}

/** Short enough to read in a diff, long enough that no edit goes unseen. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** `missing`: no text. `draft`: never signed. `stale`: signed, but the text or its English has changed since. */
export type WordStanding = 'missing' | 'draft' | 'stale' | 'reviewed';

export function standingOf(tag: Tag, key: Key, reviews: Reviews): WordStanding {
  const text = raw(tag, key);
  const english = raw('en', key);
  if (text === undefined || english === undefined) return 'missing';
  const review = reviews[tag]?.[key];
  if (!review) return 'draft';
  return review.text === hashOf(text) && review.english === hashOf(english) ? 'reviewed' : 'stale';
}

/** In `reviewed` mode only signed words may be said; in `preview` also drafts, under a banner that says so. */
export function maySayIn(mode: 'reviewed' | 'preview', reviews: Reviews): (tag: Tag, key: Key) => boolean {
  const known = new Map<string, boolean>();
  return (tag, key) => {
    const id = `${tag} ${key}`;
    const before = known.get(id);
    if (before !== undefined) return before;
    const standing = standingOf(tag, key, reviews);
    const may = mode === 'preview' ? standing !== 'missing' : standing === 'reviewed';
    known.set(id, may);
    return may;
  };
}
