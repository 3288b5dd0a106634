/**
 * What may be said in a language now. In `reviewed` mode only signed words; a missing or unsigned word makes the whole
 * message the interpreter offer, never English in mid-sentence. Danger words are always said.
 */
import { planParams, say } from '../dialogs/asking.ts';
import type { Line, Option, Param, Say } from '../dialogs/say.ts';
import type { World } from '../dialogs/world.ts';
import type { Key } from '../locales/index.ts';
import type { Tag } from '../locales/languages.ts';

export type MaySay = (tag: Tag, key: Key) => boolean;
export type Shown = { readonly language: Tag; readonly says: readonly Say[] };

export function sayable(says: readonly Say[], language: Tag, world: World, maySay: MaySay): Shown {
  const unsaid = says.some((each) => each.kind !== 'danger' && keysOf(each).some((key) => !maySay(language, key)));
  if (!unsaid) return { language, says };
  const danger = says.filter(({ kind }) => kind === 'danger');
  const offer = say('language.interpreter', planParams(world));
  // The offer itself in the member's language where it is signed; else in English, beside the language's own name.
  return { language: maySay(language, 'language.interpreter') ? language : 'en', says: [...danger, offer] };
}

function keysOf(each: Say): readonly Key[] {
  switch (each.kind) {
    case 'line':
      return lineKeys(each.line);
    case 'danger':
      return each.lines.flatMap(lineKeys);
    case 'ask': {
      const { input } = each;
      const options = input.kind === 'one' || input.kind === 'many' ? optionKeys(input.options) : [];
      const none = input.kind === 'many' ? optionKeys([input.none]) : [];
      return [...lineKeys(each.line), ...(each.hint ? lineKeys(each.hint) : []), ...options, ...none];
    }
    case 'offers':
      return optionKeys(each.options);
    case 'finding':
      return [...each.lines.flatMap(lineKeys), ...optionKeys(each.offers)];
    case 'source':
      return [];
    case 'rows':
      return [
        ...lineKeys(each.title),
        ...each.rows.flatMap(({ label, values, offer }) => [
          ...[label, ...values].flatMap(lineKeys),
          ...(offer ? optionKeys([offer]) : []),
        ]),
      ];
    case 'card':
      return [each.title, ...each.lines].flatMap(lineKeys);
    case 'steps':
      return [each.title, ...each.steps.map((mark) => mark.line)].flatMap(lineKeys);
  }
}

const optionKeys = (options: readonly Option[]): readonly Key[] => options.flatMap(({ label }) => lineKeys(label));

function lineKeys({ key, params = {} }: Line): readonly Key[] {
  return [key, ...Object.values(params).flatMap(paramKeys)];
}

function paramKeys(param: Param): readonly Key[] {
  if (typeof param !== 'object') return [];
  if ('word' in param) return [param.word];
  return 'words' in param ? param.words : [];
}
