// What people type is in a Bundle as text, whole and in its place, and never where a machine reads a code.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Bundle } from 'fhir/r4.js';
import { bundleOf } from '../../../referral/bundle.ts';
import type { Referral } from '../../../referral/referral.ts';
import { officialExtensions } from '../../fhir/judge.ts';
import { bindingFaults, structureFaults } from '../../fhir/validators.ts';
import { judgedIn, resourcesIn } from '../../fhir/judge.ts';
import { helped } from '../../server/storage/samples.ts';
import { anyReferral, typing } from '../any-referral.ts';

const plan = { id: 'iehp', name: 'Inland Empire Health Plan' };
const number = '12345678901234';

/** Each field in which somebody types, with its length, and the only places where it may be. */
const fields: Readonly<
  Record<string, { readonly most: number; readonly at: readonly string[]; readonly fill: (text: string) => Referral }>
> = {
  name: { most: 200, at: ['Patient.name.text'], fill: (name) => filed({ person: { ...base.person, name } }) },
  card: {
    most: 20,
    at: ['Patient.identifier.value'],
    fill: (cardNumber) => filed({ person: { ...base.person, cardNumber } }),
  },
  county: {
    most: 60,
    at: ['Patient.address.district'],
    fill: (county) => filed({ person: { ...base.person, county } }),
  },
  phone: { most: 40, at: ['Patient.telecom.value'], fill: (phone) => filed({ contact: { ...base.contact, phone } }) },
  address: {
    most: 400,
    at: ['Patient.address.text'],
    fill: (mailingAddress) => filed({ contact: { ...base.contact, mailingAddress } }),
  },
  spoken: {
    most: 60,
    at: ['Patient.communication.language.text'],
    fill: (spokenLanguage) => filed({ contact: { ...base.contact, spokenLanguage } }),
  },
  written: {
    most: 60,
    at: ['Patient.communication.language.text'],
    fill: (writtenLanguage) => filed({ contact: { ...base.contact, writtenLanguage } }),
  },
  trusted: {
    most: 300,
    at: ['Patient.generalPractitioner.display', 'Task.note.text'],
    fill: (trusted) => filed({ trusted }),
  },
  fast: { most: 300, at: ['Task.note.text'], fill: (fastReason) => filed({ asksForFast: true, fastReason }) },
  helper: { most: 200, at: ['RelatedPerson.name.text'], fill: (name) => helpedBy({ name }) },
  helpersPhone: { most: 40, at: ['RelatedPerson.telecom.value'], fill: (phone) => helpedBy({ phone }) },
  organization: {
    most: 200,
    at: ['RelatedPerson.relationship.text'],
    fill: (organization) => helpedBy({ organization }),
  },
  title: { most: 200, at: ['RelatedPerson.relationship.text'], fill: (title) => helpedBy({ title }) },
};

const base: Referral = { ...helped(number), trusted: null, contact: { ...helped(number).contact, mayMail: true } };
const filed = (more: Partial<Referral>): Referral => ({ ...base, ...more });
const helpedBy = (more: object): Referral => filed({ filer: { ...base.filer, ...more } });

/** Where each string of a Bundle is, as in `Patient.name.text`. */
function strings(bundle: Bundle): readonly (readonly [at: string, text: string])[] {
  const walk = (value: unknown, at: string): (readonly [string, string])[] => {
    if (typeof value === 'string') return [[at, value]];
    if (Array.isArray(value)) return value.flatMap((one) => walk(one, at));
    if (value === null || typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([key, one]) => walk(one, `${at}.${key}`));
  };
  return resourcesIn(bundle).flatMap((one) => walk(one, one.resourceType));
}

/** Letters, digits and signs that carry what was meant: a FHIR text keeps each of them, in their order. */
const kept = (text: string): string => text.replace(/[\s\p{C}\ufffd]/gu, '').normalize();
const unquoted = (text: string): string => text.replace(/\\([\p{P}\p{S}])/gu, '$1');

describe('a Bundle: what was typed', function () {
  this.timeout(120_000);

  for (const [field, { most, at, fill }] of Object.entries(fields))
    it(`${field}: is there whole, and only where people read`, () => {
      const mark = 'Qz7';
      fc.assert(
        fc.property(typing(most - mark.length), (typed) => {
          // A mark at the end shows that nothing was cut off, and where the text went.
          const text = `${typed}${mark}`;
          const found = strings(bundleOf(fill(text), plan)).filter(([, one]) => one.includes(mark));
          assert.deepEqual([...new Set(found.map(([where]) => where))].sort(), [...at].sort());
          for (const [where, one] of found) {
            const read = where.startsWith('Task.note') ? unquoted(one) : one;
            assert.ok(kept(read).includes(kept(text)), `${JSON.stringify(one)} is not all of ${JSON.stringify(text)}`);
          }
        }),
        { numRuns: 60 },
      );
    });

  it('a text as long as it may be is whole, in letters of four bytes and from right to left', () => {
    for (const letter of ['𞤀', 'م', '漢', 'ʻ', '&', '\\'])
      for (const [field, { most, fill }] of Object.entries(fields)) {
        const text = letter.repeat(Math.floor(most / letter.length));
        const bundle = bundleOf(fill(text), plan);
        const texts = strings(bundle).map(([at, one]) => (at.startsWith('Task.note') ? unquoted(one) : one));
        assert.ok(
          texts.some((one) => one.includes(text)),
          `${field} of ${letter}`,
        );
        assert.deepEqual([...structureFaults(bundle), ...bindingFaults(bundle)], [], `${field} of ${letter}`);
      }
  });

  it('an address in a note does not become a link, whoever reads notes as Markdown', () => {
    for (const typed of [
      'see https://bad.example/x',
      'www.bad.example',
      'a@bad.example',
      '<b>x</b>',
      '![x](y)',
      '&lt;b&gt;',
    ]) {
      const notes = strings(bundleOf(filed({ asksForFast: true, fastReason: typed }), plan)).filter(
        ([at]) => at === 'Task.note.text',
      );
      const said = notes.map(([, text]) => text).join('\n');
      assert.doesNotMatch(said, /(?<!\\):\/\/|www\.|(?<!\\)[@<>[\]]|(?<!\\)&lt;/, typed);
    }
  });

  it('has no extension but those of R4 itself, each with a value of its kind', () => {
    const known = officialExtensions();
    fc.assert(
      fc.property(anyReferral(4), (referral) => {
        for (const { url, keys } of judgedIn(bundleOf(referral, plan)).flatMap(extensionsIn)) {
          const kinds = known.get(url);
          assert.ok(kinds, `${url} is no extension of R4`);
          assert.deepEqual(
            keys.filter((key) => key !== 'url' && !kinds.includes(key)),
            [],
            url,
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** Every extension that is not inside another, with the names of its fields. */
function extensionsIn(value: unknown): readonly { readonly url: string; readonly keys: readonly string[] }[] {
  if (Array.isArray(value)) return value.flatMap(extensionsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'extension' && Array.isArray(one)
      ? one.map((each: { url: string }) => ({ url: each.url, keys: Object.keys(each) }))
      : extensionsIn(one),
  );
}
