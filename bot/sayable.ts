/**
 * What may be said in a language now. In `reviewed` mode only signed words; a missing or unsigned word makes the whole
 * message the interpreter offer, never English in mid-sentence. Danger words are always said.
 */
import { planParams, say } from '../dialogs/asking.ts';
import type { Line, Option, Param, Say } from '../dialogs/say.ts';
import type { World } from '../dialogs/world.ts';
import { keys, type Key } from '../locales/index.ts';
import type { Tag } from '../locales/languages.ts';

export type MaySay = (tag: Tag, key: Key) => boolean;
export type Shown = { readonly language: Tag; readonly says: readonly Say[] };

/** What to say, and in which language; the interpreter offer may be in another one than danger words before it. */
export function sayable(says: readonly Say[], language: Tag, world: World, maySay: MaySay): readonly Shown[] {
  // There the English stands beside it, for an interpreter, and each language shows only what it may.
  if (world.channel === 'desk') return [{ language, says }];
  const others = says.filter(({ kind }) => kind !== 'danger');
  const needed = [...others.flatMap(keysOf), ...layoutKeys(others, world)];
  if (needed.every((key) => maySay(language, key))) return [{ language, says }];
  const danger = says.filter(({ kind }) => kind === 'danger');
  const offer = {
    // The offer itself in the member's language where it is signed; else in English, beside the language's own name.
    language: maySay(language, 'language.interpreter') ? language : 'en',
    says: [say('language.interpreter', planParams(world))],
  } as const;
  return danger.length > 0 ? [{ language, says: danger }, offer] : [offer];
}

/** The page has a gate for its own words; other channels put theirs around all that is more than a sentence. */
function layoutKeys(says: readonly Say[], { channel }: World): readonly Key[] {
  const isPlain = says.every(({ kind }) => kind === 'line' || kind === 'card');
  return channel === 'web' || isPlain ? [] : aroundWords;
}
const aroundWords = keys.filter((key) => /^sms\.(choose|type|tail|part|row|source|step)/.test(key));

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
      return [...findingKeys(each), ...[...each.lines, ...each.more].flatMap(lineKeys), ...optionKeys(each.offers)];
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

/** What every channel says of a finding, beside its reasons. */
function findingKeys({ programme, truth }: Extract<Say, { kind: 'finding' }>): readonly Key[] {
  return [`findings.truth.${truth}`, `programmes.${programme}.name`, `programmes.${programme}.short`];
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
