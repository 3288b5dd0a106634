/** Kinds of fields, each with a title and what it means: an engineer at the plan reads nothing else. */
import { z } from 'zod';

export const say = <T extends z.ZodType>(type: T, title: string, description: string): T =>
  type.meta({ title, description });

export const day = (title: string, description: string): z.ZodISODate =>
  say(z.iso.date(), title, `${description} Calendar date in California, YYYY-MM-DD.`);

export const flag = (title: string, description: string): z.ZodBoolean => say(z.boolean(), title, description);

/** In UTF-16 units of what was stored; nobody's reader counts more. */
export const typed = (most: number, title: string, description: string): z.ZodString =>
  say(z.string().max(most), title, `${description} As typed, at most ${most} characters.`);

export const typedOrNull = (most: number, title: string, description: string): z.ZodNullable<z.ZodString> =>
  say(z.string().max(most).nullable(), title, `${description} As typed, at most ${most} characters; null: not given.`);
