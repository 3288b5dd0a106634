import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { catalogOn, conditionsOf } from '../../policy/catalog.ts';
import { judgementsIn } from '../../policy/condition.ts';
import { choiceValues, ChoiceFact, CountFact, DateFact, YesNoFact } from '../../policy/facts.ts';
import { ProgrammeId } from '../../policy/rule.ts';
import { referralJson } from '../../referral/json.ts';
import { units } from '../../referral/json/answers.ts';
import { referralSchema } from '../../referral/json/schema.ts';
import { ReferralJson } from '../../referral/json/shape.ts';
import type { Referral } from '../../referral/referral.ts';
import words from '../../server/desk/words.json' with { type: 'json' };
import { programmeName } from '../../server/desk/names.ts';
import { antoniosReferral, davidsReferral } from '../journeys/filed.ts';
import { aReferral } from '../server/desk-visit.ts';
import { anyReferral } from './any-referral.ts';

const docs = path.resolve(import.meta.dirname, '../../docs');
const published = JSON.parse(
  readFileSync(path.join(docs, 'referral-1.schema.json'), 'utf8'),
) as z.core.JSONSchema.JSONSchema;
const page = readFileSync(path.join(docs, 'referral-json.md'), 'utf8');

/** Reads by the published file alone: nothing of our own shape is in it. */
const reader = z.fromJSONSchema(published);
const plan = { id: 'iehp', name: 'Inland Empire Health Plan' };
/** As it comes out of the file that a plan is sent. */
const sent = (referral: Referral): unknown => JSON.parse(JSON.stringify(referralJson(referral, plan)));
const faults = (value: unknown): readonly unknown[] => reader.safeParse(value).error?.issues ?? [];

describe('The referral as JSON', () => {
  it('has the published schema', () => {
    assert.deepEqual(
      published,
      JSON.parse(JSON.stringify(referralSchema())),
      'write what referralSchema() gives to docs/referral-1.schema.json; what breaks a reader needs a new number',
    );
  });

  it('holds to it for David and for Antonio, in every language', async () => {
    for (const language of ['en', 'es', 'hmn'] as const)
      for (const referral of [await davidsReferral(language), await antoniosReferral(language)])
        assert.deepEqual(faults(sent(referral)), [], `${referral.person.name} in ${language}`);
  });

  it('holds to it whatever people type, ask for and leave open', () => {
    fc.assert(fc.property(anyReferral(), (referral) => assert.deepEqual(faults(sent(referral)), [])));
  });

  const wrong: readonly [what: string, change: (json: Record<string, unknown>) => void][] = [
    ['a field that is missing', (json) => delete json['consents']],
    ['a number of thirteen digits', (json) => (json['number'] = '1234567890123')],
    ['a day that does not exist', (json) => (json['filedOn'] = '2026-02-30')],
    ['another version', (json) => (json['schema'] = 'https://calaim-navigator.example/schema/referral-2.json')],
    ['nothing asked for', (json) => (json['requests'] = [])],
    ['a name that is no name', (json) => (json['requests'] = [{ programme: 'den tal', screen: null, answers: [] }])],
    ['a channel that there is not', (json) => (json['talk'] = { channel: 'fax', language: 'en' })],
  ];
  for (const [what, change] of wrong)
    it(`is not ${what}, by the published schema`, () => {
      const json = sent(aReferral('12345678901234')) as Record<string, unknown>;
      assert.deepEqual(faults(json), []);
      change(json);
      assert.notDeepEqual(faults(json), []);
    });

  it('lets a reader of today read what policy and we may add later', () => {
    const json = sent(aReferral('12345678901234')) as { contact: object; requests: object[] };
    const on = '2026-11-20';
    const later = {
      ...json,
      contact: { ...json.contact, pronouns: 'they' },
      requests: [
        ...json.requests,
        {
          programme: 'dentalTransport',
          screen: null,
          answers: [{ fact: 'lovesDogs', said: 'known', value: true, on }],
        },
      ],
    };
    assert.deepEqual(faults(later), []);
  });

  it('sends nothing itself that the shape does not know', () => {
    fc.assert(
      fc.property(anyReferral(), (referral) => {
        assert.deepEqual(ReferralJson.safeParse(sent(referral)).error?.issues ?? [], []);
      }),
    );
    const json = sent(aReferral('12345678901234')) as object;
    assert.equal(ReferralJson.safeParse({ ...json, caseId: 'case 1' }).success, false);
  });

  it('has no phone and no address that nobody may use', () => {
    fc.assert(
      fc.property(anyReferral(1), (referral) => {
        const { contact } = referralJson(referral, plan);
        const { doNotContact, mayCall, mayText, mayLeaveVoicemail, mayMail } = referral.contact;
        const { textMe, voicemail } = referral.consents;
        assert.deepEqual(
          [contact.mayCall, contact.mayText, contact.mayLeaveVoicemail, contact.mayMail],
          [mayCall, mayText && textMe, mayLeaveVoicemail && voicemail, mayMail].map((way) => way && !doNotContact),
        );
        const byPhone = contact.mayCall || contact.mayText || contact.mayLeaveVoicemail;
        assert.equal(contact.phone, byPhone ? referral.contact.phone : null);
        if (!contact.mayMail) assert.equal(contact.mailingAddress, null);
        if (doNotContact && referral.contact.phone !== null)
          assert.ok(!JSON.stringify(contact).includes(referral.contact.phone), 'the phone is there');
      }),
      { numRuns: 300 },
    );
  });

  it('loses no letter of what was typed', () => {
    const letters = (text: string | null) => (text ?? '').replace(/[\p{C}\s]/gu, '');
    fc.assert(
      fc.property(anyReferral(1), (referral) => {
        const { member, contact, trusted, fastReason, filedBy } = referralJson(referral, plan);
        const told = [
          member.name,
          member.cardNumber,
          trusted,
          fastReason,
          contact.spokenLanguage,
          contact.writtenLanguage,
        ];
        const typed = [
          ...[referral.person.name, referral.person.cardNumber, referral.trusted, referral.fastReason],
          ...[referral.contact.spokenLanguage, referral.contact.writtenLanguage],
        ];
        assert.deepEqual(told.map(kept), typed.map(letters));
        if (filedBy.kind === 'helper' && referral.filer.kind === 'helper') {
          const { name, organization, title, phone } = referral.filer;
          assert.deepEqual(
            [filedBy.name, filedBy.organization, filedBy.title, filedBy.phone].map(kept),
            [name, organization, title, phone].map(letters),
          );
        }
        // What cannot be kept is marked where it was, and not passed over.
        function kept(text: string | null): string {
          return letters((text ?? '').replaceAll('\ufffd', ''));
        }
      }),
    );
  });

  it('says of every field what it is', () => {
    const untold: string[] = [];
    eachField(published, '', (name, field) => {
      const { title, description } = field.$ref === undefined ? field : { ...defined(field.$ref), ...field };
      if (!title || !description) untold.push(name);
    });
    assert.deepEqual(untold, []);
  });

  it('has nothing in it that a strict reader or a database cannot keep', () => {
    fc.assert(
      fc.property(anyReferral(), (referral) => {
        const told = JSON.stringify(referralJson(referral, plan));
        assert.doesNotMatch(told, /\\u(?:00[01]|d[89a-f])|[\x7f-\x9f]/u);
      }),
    );
  });

  it('holds no id of ours', () => {
    const referral = aReferral('12345678901234', { caseId: 'b0f0c0de-case' });
    assert.doesNotMatch(JSON.stringify(sent(referral)), /case/i);
  });

  it('is the same, letter by letter, however the answers were stored', () => {
    fc.assert(
      fc.property(anyReferral(), (referral) => {
        const shuffled = {
          ...turned(referral),
          requests: referral.requests.map((request) => ({
            ...turned(request),
            answers: {
              choice: turned(request.answers.choice),
              date: turned(request.answers.date),
              count: turned(request.answers.count),
              yesNo: turned(request.answers.yesNo),
            },
          })),
        };
        assert.equal(JSON.stringify(referralJson(shuffled, plan)), JSON.stringify(referralJson(referral, plan)));
      }),
    );
  });

  it('keeps apart "no", "I do not know" and "I would rather not say", and says what is counted', () => {
    const referral = aReferral('12345678901234');
    const [first] = referral.requests;
    const on = '2026-11-20';
    const answers = {
      ...first!.answers,
      yesNo: {
        staysInShelter: { kind: 'known', value: false, on },
        doubledUp: { kind: 'declined', on },
        disability: { kind: 'notSure', on },
      },
      count: { emergencyVisitsIn12Months: { kind: 'known', value: { from: 5, to: null }, on } },
    } as const;
    const json = referralJson({ ...referral, requests: [{ ...first!, answers }] }, plan);
    assert.deepEqual(json.requests[0]?.answers, [
      { fact: 'disability', said: 'notSure', on },
      { fact: 'doubledUp', said: 'declined', on },
      { fact: 'emergencyVisitsIn12Months', said: 'known', value: { from: 5, to: null, unit: 'visits' }, on },
      { fact: 'staysInShelter', said: 'known', value: false, on },
    ]);
  });

  it('marks what the screen found as for outreach, and never as a decision', () => {
    const [request] = referralJson(aReferral('12345678901234'), plan).requests;
    assert.equal(request?.screen?.use, 'outreachNotDecision');
    assert.equal(request.screen.result, 'mayQualify');
  });

  describe('its page', () => {
    const row = (name: string, meaning: string): string => `| \`${name}\` | ${meaning} |`;
    const has = (rows: readonly string[]) => {
      const plain = page.replace(/ +/g, ' ');
      assert.deepEqual(
        rows.filter((one) => !plain.includes(one)),
        [],
        'rows that docs/referral-json.md does not have',
      );
    };

    it('shows a whole referral that holds to the schema', () => {
      const [, example = '{}'] = /```json\n(\{\n {2}"schema": "[^"]*referral-1\.json"[\s\S]*?)```/.exec(page) ?? [];
      assert.deepEqual(faults(JSON.parse(example)), []);
    });

    it('says what each programme is', () => has(ProgrammeId.options.map((id) => row(id, programmeName(id)))));
    it('says what each fact means', () =>
      has([...YesNoFact.options, ...DateFact.options].map((fact) => row(fact, words.facts[fact]))));
    it('says what each count counts', () =>
      has(CountFact.options.map((fact) => row(fact, `${words.facts[fact]} | ${units[fact]}`))));
    it('says what each state can be', () =>
      has(
        ChoiceFact.options.map((fact) =>
          row(fact, `${words.facts[fact]} | ${choiceValues[fact].map((value) => `\`${value}\``).join(', ')}`),
        ),
      ));
    it('says what only the plan can judge', () =>
      has(judged().map((id) => row(id, (words.planDecides as Readonly<Record<string, string>>)[id] ?? ''))));
  });
});

/** What only the plan can judge, by its names, in whatever is asked for. */
const judged = (): readonly string[] =>
  ProgrammeId.options
    .flatMap((id) => conditionsOf(id, catalogOn('2026-11-21')).flatMap(judgementsIn))
    .map(({ planDecides }) => planDecides);

type Schema = z.core.JSONSchema.JSONSchema;

function eachField(schema: Schema, at: string, look: (name: string, field: Schema) => void): void {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (typeof field === 'boolean') continue;
    look(`${at}.${name}`, field);
    eachField(field, `${at}.${name}`, look);
  }
  for (const part of [
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...Object.values(schema.$defs ?? {}),
    schema.items,
  ])
    if (part !== undefined && typeof part === 'object' && !Array.isArray(part)) eachField(part, at, look);
}

const defined = (ref: string): Schema => published.$defs?.[ref.replace('#/$defs/', '')] as Schema;

/** The same, with its fields in the opposite order. */
const turned = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).reverse()) as T;
