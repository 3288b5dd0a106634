/** A language that members can choose, by its own name. */
export type Language = {
  readonly tag: string;
  readonly endonym: string;
  readonly englishName: string;
  readonly dir: 'ltr' | 'rtl';
  /** What `Intl` is given; explicit calendars and digits, because defaults differ (languages.md 1.2, 8). */
  readonly intl: readonly string[];
  /** `full`: every word is ours, in that language. `interpreter`: nothing is made up; a free interpreter calls back. */
  readonly tier: 'full' | 'interpreter';
};

export const languages = [
  { tag: 'en', endonym: 'English', englishName: 'English', dir: 'ltr', intl: ['en-US'], tier: 'full' },
  { tag: 'es', endonym: 'Español', englishName: 'Spanish', dir: 'ltr', intl: ['es-US'], tier: 'full' },
  { tag: 'hmn', endonym: 'Hmoob', englishName: 'Hmong', dir: 'ltr', intl: ['hmn', 'en-US'], tier: 'full' },
] as const satisfies readonly Language[];

/** The languages that have their words in this build; a fourth is a folder of words and a line above. */
export type Tag = (typeof languages)[number]['tag'];
