// What was said, taken apart: every line of the catalogue in it, and every value put into a line.
import { askOptions } from '../../bot/layout/numbers.ts';
import type { Line, Option, Param, Say } from '../../dialogs/say.ts';
import type { Key } from '../../locales/index.ts';

/** Every line in what was said, options and offers too. */
export function linesIn(says: readonly Say[]): readonly Line[] {
  return says.flatMap(linesOf);
}

/** Every key in what was said, those of words inside of a sentence too. */
export function keysIn(says: readonly Say[]): readonly Key[] {
  return linesIn(says).flatMap(({ key, params = {} }) => [key, ...Object.values(params).flatMap(keysOf)]);
}

/** The options that can be chosen now, by id. */
export function optionsIn(says: readonly Say[]): readonly string[] {
  return says.flatMap(offersOf).map(({ id }) => id);
}

function linesOf(say: Say): readonly Line[] {
  const offered = offersOf(say).map(({ label }) => label);
  switch (say.kind) {
    case 'line':
      return [say.line];
    case 'ask':
      return [say.line, ...(say.hint ? [say.hint] : []), ...offered];
    case 'danger':
      return [...say.lines, ...offered];
    case 'finding':
      return [...say.lines, ...say.more, ...offered];
    case 'offers':
    case 'source':
      return offered;
    case 'rows':
      return [say.title, ...say.rows.flatMap(({ label, values }) => [label, ...values]), ...offered];
    case 'card':
      return [say.title, ...say.lines];
    case 'steps':
      return [say.title, ...say.steps.map(({ line }) => line)];
  }
}

function offersOf(say: Say): readonly Option[] {
  switch (say.kind) {
    case 'ask':
      return askOptions(say);
    case 'offers':
      return say.options;
    case 'finding':
      return say.offers;
    case 'rows':
      return say.rows.flatMap(({ offer }) => offer ?? []);
    case 'line':
    case 'danger':
    case 'source':
    case 'card':
    case 'steps':
      return [];
  }
}

function keysOf(param: Param): readonly Key[] {
  if (typeof param !== 'object') return [];
  if ('word' in param) return [param.word];
  return 'words' in param ? param.words : [];
}
