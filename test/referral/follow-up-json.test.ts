import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { FollowUp } from '../../referral/follow-up.ts';
import { infoFields, type InfoAnswer, type InfoSaid } from '../../referral/info-ask.ts';
import { followUpJson } from '../../referral/json/follow-up.ts';
import { followUpSchema } from '../../referral/json/schema.ts';
import { askName } from '../../server/desk/referral/info-asks.ts';
import { questions } from '../../dialogs/questions.ts';
import { referral } from '../server/storage/samples.ts';

const docs = path.resolve(import.meta.dirname, '../../docs');
const published = JSON.parse(
  readFileSync(path.join(docs, 'follow-up-1.schema.json'), 'utf8'),
) as z.core.JSONSchema.JSONSchema;
const page = readFileSync(path.join(docs, 'referral-json.md'), 'utf8');

/** Reads by the published file alone. */
const reader = z.fromJSONSchema(published);
const faults = (value: unknown): readonly unknown[] => reader.safeParse(value).error?.issues ?? [];

const plan = { id: 'iehp', name: 'Inland Empire Health Plan' };
const about = {
  referral: referral('12345678901237'),
  event: 2,
  at: '2026-11-23T18:04:05.000Z',
  programmes: ['ecm'] as const,
};
const answered = (said: InfoSaid, ask: InfoAnswer['ask'] = 'phone'): FollowUp => ({
  ...about,
  what: 'answered',
  by: 'member',
  answer: { ask, said },
  askedOn: '2026-11-21',
  open: ['card', 'question:housingRisk'],
});
const words = { ask: (ask: string) => `asked: ${ask}`, option: (_ask: string, id: string) => `chosen: ${id}` };
const sent = (followUp: FollowUp): Record<string, unknown> =>
  JSON.parse(JSON.stringify(followUpJson(followUp, plan, words))) as Record<string, unknown>;
const said: readonly InfoSaid[] = [
  { kind: 'text', text: '951-555-0199' },
  { kind: 'date', date: '1964-03-09' },
  { kind: 'chosen', ids: ['eviction'] },
  { kind: 'chosen', ids: [] },
  { kind: 'count', count: { from: 5, to: null } },
  { kind: 'notSure' },
  { kind: 'declined' },
];

describe('What a member says after the filing, as JSON', () => {
  it('has the published schema', () => {
    assert.deepEqual(
      published,
      JSON.parse(JSON.stringify(followUpSchema())),
      'write what followUpSchema() gives to docs/follow-up-1.schema.json; what breaks a reader needs a new number',
    );
  });

  it('holds to it whatever is said, and names nobody but by the number', () => {
    const all: readonly FollowUp[] = [
      ...said.map((one) => answered(one)),
      { ...about, what: 'withdrawn', by: 'helper' },
      { ...about, what: 'reminder', clock: 'urgent' },
    ];
    for (const one of all) {
      const json = sent(one);
      assert.deepEqual(faults(json), [], one.what);
      assert.doesNotMatch(JSON.stringify(json), /Xiomara|Quetzalli|5550134|case 1/);
    }
  });

  it('keeps apart what was said, none of these, "I do not know" and "I would rather not say"', () => {
    const given = said.map((one) => {
      const { said: kind, text, date, chosen, count } = sent(answered(one))['answer'] as Record<string, unknown>;
      return [kind, text ?? date ?? chosen ?? count];
    });
    assert.deepEqual(given, [
      ['text', '951-555-0199'],
      ['date', '1964-03-09'],
      ['chosen', [{ id: 'eviction', words: 'chosen: eviction' }]],
      ['chosen', []],
      ['count', { from: 5, to: null }],
      ['notSure', null],
      ['declined', null],
    ]);
  });

  it('turns no text beside it, and has no half of a character', () => {
    const { text } = sent(answered({ kind: 'text', text: 'a\u202eb\ud800\u0000' }))['answer'] as { text: string };
    assert.equal(text, 'ab\ufffd\ufffd');
  });

  const wrong: readonly [what: string, change: (json: Record<string, unknown>) => void][] = [
    ['a field that is missing', (json) => delete json['programmes']],
    ['about nothing', (json) => (json['programmes'] = [])],
    ['a thing that nobody can say', (json) => (json['what'] = 'shouted')],
    ['another version', (json) => (json['schema'] = 'https://calaim-navigator.example/schema/follow-up-2.json')],
  ];
  for (const [what, change] of wrong)
    it(`is not ${what}, by the published schema`, () => {
      const json = sent(answered({ kind: 'declined' }));
      change(json);
      assert.notDeepEqual(faults(json), []);
    });

  describe('its page', () => {
    it('shows one that holds to the schema', () => {
      const [, example = '{}'] = /```json\n(\{\n {2}"schema": "[^"]*follow-up-1\.json"[\s\S]*?)```/.exec(page) ?? [];
      assert.deepEqual(faults(JSON.parse(example)), []);
    });

    it('says what can be asked', () => {
      const plain = page.replace(/ +/g, ' ');
      const asks = [...infoFields, ...questions.map(({ id }) => `question:${id}` as const)];
      assert.deepEqual(
        asks.map((ask) => `| \`${ask}\` | ${askName(ask)} |`).filter((row) => !plain.includes(row)),
        [],
        'rows that docs/referral-json.md does not have',
      );
    });
  });
});
