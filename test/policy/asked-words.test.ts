/**
 * The words of a question against the criterion that it stands for: what the criterion names is named, in each language
 * and both perspectives, and what it does not say is not there.
 */
import assert from 'node:assert/strict';
import { raw, type Key } from '../../locales/index.ts';
import type { Tag } from '../../locales/languages.ts';

type Said = { readonly [T in Extract<Tag, 'en' | 'es' | 'hmn'>]: RegExp };
type Row = readonly [where: string, key: string, says: Said, neverSays?: Said];

const rows: readonly Row[] = [
  [
    '1.4 POF 1 (ii), line 67: any place not meant for sleeping',
    'housing.options.outside',
    { en: /place not meant for sleep/, es: /lugar que no es para dormir/, hmn: /tsis yog chaw pw/ },
  ],
  [
    '1.4 POF 1 (iii), line 68: transitional housing too',
    'housing.options.shelter',
    { en: /transitional housing.*charity/, es: /transición.*organización/, hmn: /transitional housing/ },
  ],
  [
    '1.4 POF 1 (v), line 70: will, not may',
    'housingRisk.options.losing',
    { en: / will lose .* 30 days/, es: /(Voy|Va) a perder .* 30 días/, hmn: /yuav tsis muaj tsev nyob .* 30 hnub/ },
    { en: /may/, es: /[Pp]odría/, hmn: /[Tt]ej zaum/ },
  ],
  [
    '1.4 POF 1 (vi), line 71: threats and stalking too',
    'housingRisk.options.violence',
    { en: /threatens or stalks/, es: /amenaza o .* acosa/, hmn: /tsim txom/ },
  ],
  [
    '1.4 POF 1 (b), line 78: trailer parks too',
    'housing.options.others',
    { en: /motel or trailer park/, es: /motel o parque de casas móviles/, hmn: /motel\) lossis trailer park/ },
  ],
  [
    '1.4 POF 1 (b), line 76: a member of the family, not of the household',
    'family',
    { en: /in (your|their) family under 21/, es: /de su familia .* 21/, hmn: /tsev neeg.* 21/ },
  ],
  [
    '1.4 POF 3, line 99: urgent care too',
    'mindCare.options.crisis',
    { en: /ER, urgent care or hospital/, es: /urgent care/, hmn: /urgent care/ },
  ],
  [
    '1.4 POF 3, line 105: recent contacts',
    'hardThings.options.police',
    { en: /Not long ago/, es: /Hace poco/, hmn: /[Tt]sis ntev los no/ },
  ],
  [
    '1.4 POF 4, line 112: leaving, or left within 12 months; who stays in is neither',
    'situation.options.jail',
    {
      en: /^Leaving .* left in the last 12 months/,
      es: /^(Salgo|Sale) .* (salí|salió) en los últimos 12 meses/,
      hmn: /^Tab tom tawm .* tawm hauv 12 lub hlis/,
    },
  ],
  [
    '1.4 POF 7, line 140: transportation',
    'childNeeds.options.rides',
    { en: /a ride/, es: /transporte/, hmn: /tsheb thauj/ },
  ],
  [
    '1.4 POF 8, line 149: adoption assistance is child welfare too',
    'situation.options.foster',
    { en: /adoption/, es: /adopción/, hmn: /adoption/ },
  ],
  [
    '1.5 E, line 171: every plan for people with both, with one card or two',
    'medicare.options.both',
    { en: /for people with Medicare and Medi-Cal/, es: /personas con Medicare y/, hmn: /neeg muaj Medicare thiab/ },
    { en: /^One plan/, es: /^Un solo/, hmn: /ua ke/ },
  ],
  [
    '1.5 A, line 167: Medicare Advantage, and none of those',
    'medicare.options.advantage',
    { en: /another .*Medicare Advantage/, es: /otro .*Medicare Advantage/, hmn: /lwm .*Medicare Advantage/ },
    { en: /Medi-Cal/, es: /Medi-Cal/, hmn: /Medi-Cal/ },
  ],
  [
    '1.6, line 182: ECM in the last 3 months of the former plan',
    'ecm.options.hadWithFormerPlan',
    { en: /3 months before/, es: /3 meses anteriores/, hmn: /3 lub hlis ua ntej/ },
  ],
];

describe('the words of the questions about ECM', () => {
  for (const [where, key, says, neverSays] of rows)
    for (const tag of ['en', 'es', 'hmn'] as const)
      for (const who of ['self', 'other'] as const)
        it(`say what policy.md ${where} (${tag}, ${who})`, () => {
          const words = raw(tag, `questions.${key}.${who}` as Key) ?? '';
          assert.match(words, says[tag]);
          if (neverSays) assert.doesNotMatch(words, neverSays[tag]);
        });
});
