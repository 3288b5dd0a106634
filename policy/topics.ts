import { z } from 'zod';

/** What we can explain. */
export const TopicId = z.enum(['ecm']);
export type TopicId = z.infer<typeof TopicId>;
