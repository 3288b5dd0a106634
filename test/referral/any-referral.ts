// Referrals that nobody planned: every form of contact, consent and helper, and whatever people type.
import fc from 'fast-check';
import { criteriaIn, judgementsIn } from '../../policy/condition.ts';
import { catalogOn, conditionsOf } from '../../policy/catalog.ts';
import { choiceValues, ChoiceFact, CountFact, YesNoFact, type Answers } from '../../policy/facts.ts';
import { PopulationId, ProgrammeId, SupportId } from '../../policy/rule.ts';
import {
  AlternativeFormat,
  Awareness,
  type FindingRecord,
  Referral,
  Relation,
  type Request,
} from '../../referral/referral.ts';

const catalog = catalogOn('2026-11-21');

const nasty = [
  '<script>alert(1)</script>',
  '[free money](https://bad.example) ![](https://bad.example/p.png)',
  '\u0000\u0007\u001B[31m red',
  '\u202Eevil\u202C \u2066mixed\u2069',
  '\uD800 half a pair',
  '   ',
  '\u00a0\u3000',
  'Nguyễn Thị Ánh',
  'محمد علی',
  'ສົມພອນ 😀',
  'two\nlines\r\n\tand a tab',
  '"quotes" \\ and `ticks`',
  '__proto__',
];

/** What somebody types into a field that takes so many characters. */
export const typing = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.constantFrom(...nasty),
      fc.string({ maxLength }),
      fc.string({ unit: 'grapheme', maxLength: Math.floor(maxLength / 4) }),
      // As long as it may be.
      fc.string({ minLength: maxLength, maxLength }),
      fc.constantFrom('م', '漢', '\u{1e900}').map((letter) => letter.repeat(maxLength)),
    )
    .map((text) => text.slice(0, maxLength));

const nullable = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { nil: null });
const day = fc.constantFrom('2026-11-21', '2026-11-20', '2026-05-01');
const answered = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(
    fc.record({ kind: fc.constant('known' as const), value, on: day }),
    fc.record({ kind: fc.constantFrom('notSure' as const, 'declined' as const), on: day }),
  );
const count = fc.oneof(
  fc.nat(40).map((from) => ({ from, to: from })),
  fc.nat(40).map((from) => ({ from, to: null })),
  fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 })).map(([from, more]) => ({ from, to: from + more })),
);
const choices = Object.fromEntries(
  ChoiceFact.options.map((fact) => [fact, answered(fc.constantFrom<string>(...choiceValues[fact]))]),
);

/** Answers to facts that the programme's own rules test. */
function answersFor(programme: ProgrammeId): fc.Arbitrary<Answers> {
  const facts = new Set(
    conditionsOf(programme, catalog).flatMap((one) => criteriaIn(one).map(({ fact }): string => fact)),
  );
  const own = <T>(all: Readonly<Record<string, fc.Arbitrary<T>>>) =>
    fc.record(Object.fromEntries(Object.entries(all).filter(([fact]) => facts.has(fact))), { requiredKeys: [] });
  const record = <T>(options: readonly string[], value: fc.Arbitrary<T>) =>
    own(Object.fromEntries(options.map((fact) => [fact, value])));
  return fc.record({
    yesNo: record(YesNoFact.options, answered(fc.boolean())),
    count: record(CountFact.options, answered(count)),
    date: facts.has('age')
      ? fc.record({ birthDate: answered(fc.constant('1964-03-07')) }, { requiredKeys: [] })
      : fc.constant({}),
    choice: own(choices),
  });
}

function requestFor(programme: ProgrammeId): fc.Arbitrary<Request> {
  const conditions = conditionsOf(programme, catalog);
  const criteria = conditions.flatMap(criteriaIn);
  const finding: fc.Arbitrary<FindingRecord> = fc.record({
    truth: fc.constantFrom('met' as const, 'unmet' as const, 'unknown' as const),
    populations: programme === 'ecm' ? fc.subarray(PopulationId.options) : fc.constant([]),
    because: fc.subarray(criteria).map((some) => some.slice(0, 6)),
    missing: fc.subarray(criteria).map((some) => [...new Set(some.map(({ fact }) => fact))].slice(0, 6)),
    planDecides: fc.subarray(conditions.flatMap(judgementsIn)),
    after: nullable(fc.constantFrom(...SupportId.options)),
  });
  return fc.record({ programme: fc.constant(programme), finding: nullable(finding), answers: answersFor(programme) });
}

const filer: fc.Arbitrary<Referral['filer']> = fc.oneof(
  fc.constant({ kind: 'self' as const }),
  fc.record({
    kind: fc.constant('helper' as const),
    relation: fc.constantFrom(...Relation.exclude(['self']).options),
    awareness: fc.constantFrom(...Awareness.options),
    name: typing(200),
    phone: nullable(fc.constantFrom('(209) 555-0121', '+15305550177', ' ')),
    organization: nullable(typing(200)),
    title: nullable(typing(200)),
  }),
);

const contact: fc.Arbitrary<Referral['contact']> = fc.record({
  phone: nullable(fc.constantFrom('(951) 555-0134', '+19515550134')),
  mayCall: fc.boolean(),
  mayText: fc.boolean(),
  mayLeaveVoicemail: fc.boolean(),
  mayMail: fc.boolean(),
  doNotContact: fc.boolean(),
  mailingAddress: nullable(typing(300)),
  bestTime: nullable(fc.constantFrom('morning' as const, 'afternoon' as const, 'evening' as const, 'anytime' as const)),
  confidential: fc.boolean(),
  spokenLanguage: fc.oneof(fc.constantFrom('en', 'es', 'hmn', 'zh-Hant', 'ium', 'Mixteco', 'asl'), typing(60)),
  writtenLanguage: fc.oneof(fc.constantFrom('en', 'es', 'hmn'), typing(60)),
  dialect: nullable(fc.constantFrom('white' as const, 'green' as const)),
  alternativeFormat: nullable(fc.constantFrom(...AlternativeFormat.options)),
});

/** How many programmes at most; every one of them may be asked for. */
export const anyReferral = (most: number = ProgrammeId.options.length): fc.Arbitrary<Referral> =>
  fc
    .record({
      number: fc.stringMatching(/^\d{14}$/),
      plan: fc.constant('iehp'),
      filedOn: fc.constantFrom('2026-11-21', '2026-02-28', '2028-02-29'),
      channel: fc.constantFrom('web' as const, 'sms' as const, 'botframework' as const, 'desk' as const),
      language: fc.constantFrom('en', 'es', 'hmn'),
      caseId: fc.uuid(),
      person: fc.record({
        name: typing(200).filter((name) => name !== ''),
        birthDate: fc.constantFrom('1964-03-07', '2019-12-31'),
        cardNumber: nullable(fc.oneof(fc.constant('98765432C'), typing(20))),
        county: nullable(fc.constantFrom('Riverside', 'San Bernardino')),
      }),
      contact,
      filer,
      consents: fc.record({
        sendToPlan: fc.boolean(),
        textMe: fc.boolean(),
        voicemail: fc.boolean(),
        tellHelper: fc.boolean(),
      }),
      trusted: nullable(typing(300)),
      asksForFast: fc.boolean(),
      fastReason: nullable(typing(300)),
      requests: fc
        .subarray([...ProgrammeId.options], { minLength: 1, maxLength: most })
        .chain((programmes) => fc.tuple(...programmes.map(requestFor))),
    })
    .map((referral) => Referral.parse(referral));
