import type { Understanding } from '../dialogs/understanding.ts';

/** One that breaks has understood nothing: we ask again with choices, and the turn is stored as any other. */
export function unbroken(understanding: Understanding, failed: (error: unknown) => void): Understanding {
  return {
    read: async (text, language) => {
      try {
        return await understanding.read(text, language);
      } catch (error) {
        failed(error);
        return null;
      }
    },
  };
}
