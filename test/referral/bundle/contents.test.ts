// What the plan reads in a Bundle: all that it needs, and nothing that it must not have.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {
  Bundle,
  Consent,
  FhirResource,
  Patient,
  Provenance,
  QuestionnaireResponse,
  RelatedPerson,
  ServiceRequest,
  Task,
} from 'fhir/r4.js';
import { noAnswers, type Answers } from '../../../policy/facts.ts';
import { bundleOf } from '../../../referral/bundle.ts';
import { codes, theirs } from '../../../referral/bundle/systems.ts';
import { Consents, type Contact, type Filer, type Referral } from '../../../referral/referral.ts';
import { referencesIn } from '../../fhir/atomic.ts';
import { codingsIn, resourcesIn } from '../../fhir/judge.ts';
import { helped, referral } from '../../server/storage/samples.ts';
import { anyReferral } from '../any-referral.ts';

const plan = { id: 'iehp', name: 'Inland Empire Health Plan' };
const number = '12345678901234';
const day = '2026-11-21';

type Types = { [R in FhirResource as R['resourceType']]: R };
function all<T extends keyof Types>(bundle: Bundle, type: T): readonly Types[T][] {
  return resourcesIn(bundle).filter((one): one is Types[T] & FhirResource => one.resourceType === type);
}
function only<T extends keyof Types>(filed: Referral, type: T): Types[T] {
  const [found, ...more] = all(bundleOf(filed, plan), type);
  assert.ok(found);
  assert.equal(more.length, 0);
  return found;
}
const first = <T extends keyof Types>(filed: Referral, type: T): Types[T] => {
  const [found] = all(bundleOf(filed, plan), type);
  assert.ok(found);
  return found;
};

const plain = referral(number);
const contacted = (contact: Partial<Contact>): Referral => ({ ...plain, contact: { ...plain.contact, ...contact } });
const everyWay = { mayCall: true, mayText: true, mayLeaveVoicemail: true, mayMail: true };
const allGiven = { sendToPlan: true, textMe: true, voicemail: true, tellHelper: true };
const codesIn = ({ orderDetail = [] }: ServiceRequest) => orderDetail.map(({ coding }) => coding?.[0]?.code);
const notesIn = ({ note = [] }: Task) => note.map(({ text }) => text).join('\n');

describe('a Bundle: who it is about', () => {
  it('has the member by name, birth date, county, card and a number of ours', () => {
    const patient: Patient = only({ ...plain, person: { ...plain.person, cardNumber: '98765432C' } }, 'Patient');
    assert.deepEqual(
      patient.identifier?.map(({ value }) => value),
      ['98765432C', number],
    );
    assert.equal(patient.identifier[0]?.type?.coding?.[0]?.code, 'MA');
    assert.deepEqual(
      [patient.name?.[0]?.text, patient.birthDate, patient.gender],
      ['Xiomara Quetzalli', '1964-03-09', 'unknown'],
    );
    assert.deepEqual(patient.address, [{ use: 'home', district: 'Riverside', state: 'CA', country: 'US' }]);
    assert.deepEqual(patient.generalPractitioner, [{ display: 'Clínica del Sol' }]);
  });

  it('has only our own number where no card is known', () => {
    assert.deepEqual(
      only(plain, 'Patient').identifier?.map(({ value }) => value),
      [number],
    );
  });

  const spoken: readonly (readonly [string, Partial<Contact>, unknown])[] = [
    ['one language for both', { spokenLanguage: 'es', writtenLanguage: 'es' }, [['es', true, 'ESP RSP RWR']]],
    [
      'one to speak and one to read',
      { spokenLanguage: 'es', writtenLanguage: 'en' },
      [
        ['es', true, 'ESP RSP'],
        ['en', undefined, 'RWR'],
      ],
    ],
    [
      'a dialect beside Hmong',
      { spokenLanguage: 'hmn', writtenLanguage: 'hmn', dialect: 'green' },
      [['hmn hnj', true, 'ESP RSP RWR']],
    ],
    [
      'Mien, of which computers know no name',
      { spokenLanguage: 'ium', writtenLanguage: 'ium' },
      [['ium', true, 'ESP RSP RWR']],
    ],
    [
      'a language as it was written',
      { spokenLanguage: 'Mixteco bajo', writtenLanguage: 'es' },
      [
        ['Mixteco bajo', true, 'ESP RSP'],
        ['es', undefined, 'RWR'],
      ],
    ],
    [
      'Chinese in the letters that are read',
      { spokenLanguage: 'zh-Hant', writtenLanguage: 'zh-Hans' },
      [
        ['zh-Hant', true, 'ESP RSP'],
        ['zh-Hans', undefined, 'RWR'],
      ],
    ],
    [
      'a language that was written by its name',
      { spokenLanguage: 'Tiếng Việt', writtenLanguage: 'Vietnamese' },
      [
        ['vi', true, 'ESP RSP'],
        ['vi', undefined, 'RWR'],
      ],
    ],
    [
      'American Sign Language by its own tag, and not the language of Asilulu',
      { spokenLanguage: 'ASL', writtenLanguage: 'en' },
      [
        ['ase', true, 'ESP RSP'],
        ['en', undefined, 'RWR'],
      ],
    ],
    [
      'letters that happen to be the tag of another language as letters',
      { spokenLanguage: 'dar', writtenLanguage: 'Chinese' },
      [
        ['dar', true, 'ESP RSP'],
        ['Chinese', undefined, 'RWR'],
      ],
    ],
  ];
  for (const [what, contact, expected] of spoken)
    it(`tells ${what}`, () => {
      const found = only(contacted(contact), 'Patient').communication?.map(({ language, preferred, extension }) => [
        language.coding?.map(({ code }) => code).join(' ') ?? language.text,
        preferred,
        extension?.[0]?.extension?.map(({ valueCoding }) => valueCoding?.code).join(' '),
      ]);
      assert.deepEqual(found, expected);
    });
});

describe('a Bundle: how to reach the member', () => {
  it('says nothing where nothing is to be heeded', () => {
    const bundle = bundleOf({ ...calm, trusted: null }, plan);
    for (const one of all(bundle, 'ServiceRequest')) assert.ok(!('orderDetail' in one));
    for (const one of all(bundle, 'Task')) assert.ok(!('note' in one));
  });

  const calm: Referral = {
    ...contacted({ ...everyWay, bestTime: null }),
    consents: allGiven,
  };
  const limits: readonly (readonly [string, Partial<Contact>, Partial<Consents>, string, RegExp])[] = [
    ['not by phone', { mayCall: false }, {}, 'doNotCall', /Do not call\./],
    ['not by text', { mayText: false }, {}, 'doNotText', /Do not text\./],
    ['no message', { mayLeaveVoicemail: false }, {}, 'doNotLeaveMessage', /Do not leave a message\./],
    ['no mail', { mayMail: false }, {}, 'doNotMail', /Do not send mail\./],
    ['in confidence', { confidential: true }, {}, 'confidentialCommunication', /confidential communication only/],
    ['in the evening', { bestTime: 'evening' }, {}, 'bestTimeEvening', /in the evening/],
    ['in braille', { alternativeFormat: 'braille' }, {}, 'braille', /in braille/],
    ['text as a way, but not agreed to', {}, { textMe: false }, 'doNotText', /Do not text\./],
    [
      'a message as a way, but not agreed to',
      {},
      { voicemail: false },
      'doNotLeaveMessage',
      /Do not leave a message\./,
    ],
  ];
  for (const [what, contact, consents, code, said] of limits)
    it(`tells it to machines and to people: ${what}`, () => {
      const filed = {
        ...calm,
        contact: { ...calm.contact, ...contact },
        consents: { ...calm.consents, ...consents },
      };
      for (const one of all(bundleOf(filed, plan), 'ServiceRequest')) assert.deepEqual(codesIn(one), [code]);
      for (const one of all(bundleOf(filed, plan), 'Task')) assert.match(notesIn(one), said);
    });

  it('"do not contact: I will call" is in the code that the guide has for it, and no phone or address goes along', () => {
    const silent = contacted({ ...everyWay, doNotContact: true, mailingAddress: '12 Main St, Riverside' });
    const bundle = bundleOf({ ...silent, consents: allGiven }, plan);
    for (const one of all(bundle, 'ServiceRequest')) {
      assert.deepEqual(one.orderDetail?.[0]?.coding?.[0], {
        system: theirs.gravity,
        code: 'contacting-subject-prohibited',
        display: 'Contacting Subject Prohibited',
      });
      assert.deepEqual(codesIn(one).slice(1, 5), ['doNotCall', 'doNotText', 'doNotLeaveMessage', 'doNotMail']);
    }
    assert.doesNotMatch(JSON.stringify(bundle), /555-0134|Main St|bestTime|Best time/);
    assert.deepEqual(
      all(bundle, 'Consent').map(({ identifier, provision }) => [
        identifier?.[0]?.value?.split('.')[1],
        provision?.type,
      ]),
      [
        ['sendToPlan', 'permit'],
        ['textMe', 'deny'],
        ['voicemail', 'deny'],
      ],
      'what was agreed to of texts and messages is taken back by it',
    );
  });

  it('whoever must not be found is restricted wherever they are named, and the label does not say why', () => {
    const labels = (contact: Partial<Contact>) =>
      [bundleOf(contacted(contact), plan)]
        .flatMap((bundle) => [bundle, ...resourcesIn(bundle)])
        .map(({ meta, resourceType }) => [
          resourceType,
          meta?.security?.map(({ system, code }) => `${system ?? ''}#${code ?? ''}`),
        ]);
    for (const contact of [{ confidential: true }, { doNotContact: true }])
      for (const [type, label] of labels(contact))
        assert.deepEqual(label, type === 'Organization' ? undefined : [`${theirs.confidentiality}#R`], String(type));
    for (const [type, label] of labels({})) assert.equal(label, undefined, String(type));
  });

  it('a phone is there for what is allowed, and for nothing else', () => {
    const ways = (contact: Partial<Contact>) =>
      only(contacted(contact), 'Patient').telecom?.map(({ system }) => system);
    assert.deepEqual(ways({ mayCall: true, mayText: true }), ['phone', 'sms']);
    assert.deepEqual(ways({ mayCall: true, mayText: false }), ['phone']);
    assert.deepEqual(ways({ mayCall: false, mayText: true }), ['sms']);
    assert.deepEqual(ways({ mayCall: false, mayText: false }), undefined);
    assert.deepEqual(ways({ phone: null }), undefined);
  });

  it('a mailing address is there where mail is allowed', () => {
    const at = (mayMail: boolean) =>
      only(contacted({ mayMail, mailingAddress: 'c/o Ana, 12 Main St' }), 'Patient').address?.map(({ text }) => text);
    assert.deepEqual([at(true), at(false)], [['c/o Ana, 12 Main St', undefined], [undefined]]);
  });
});

describe('a Bundle: who filed', () => {
  it('the member, who asks; this service, which brings it; the plan, which is to act', () => {
    const bundle = bundleOf(plain, plan);
    const [theirPlan, us] = all(bundle, 'Organization');
    const [patient] = all(bundle, 'Patient');
    const at = (one: FhirResource | undefined) => `${one?.resourceType ?? ''}/${one?.id ?? ''}`;
    assert.equal(all(bundle, 'RelatedPerson').length, 0);
    assert.deepEqual([theirPlan?.name, us?.name], ['Inland Empire Health Plan', 'CalAIM Navigator']);
    for (const one of all(bundle, 'ServiceRequest')) {
      assert.deepEqual([one.requester?.reference, one.subject.reference], [at(patient), at(patient)]);
      assert.deepEqual(
        one.performer?.map(({ reference }) => reference),
        [at(theirPlan)],
      );
    }
    for (const one of all(bundle, 'Task'))
      assert.deepEqual(
        [one.requester?.reference, one.owner?.reference, one.for?.reference],
        [at(us), at(theirPlan), at(patient)],
      );
  });

  const filers: readonly (readonly [Partial<Extract<Filer, { kind: 'helper' }>>, unknown, string])[] = [
    [{ relation: 'child', awareness: 'agrees' }, [['CHILD child', undefined]], 'memberAgrees'],
    [{ relation: 'friend', awareness: 'doesNotKnow' }, [['FRND friend', undefined]], 'memberDoesNotKnow'],
    [
      { relation: 'organization', awareness: 'cannotAgree', organization: 'Casa Ejemplo', title: 'Promotora' },
      [
        ['organization', 'Casa Ejemplo'],
        [undefined, 'Promotora'],
      ],
      'memberCannotAgree',
    ],
  ];
  for (const [who, relationship, awareness] of filers)
    it(`a helper: ${who.relation ?? ''}`, () => {
      const base = helped(number);
      const filed = { ...base, filer: { ...base.filer, ...who } } as Referral;
      const helper: RelatedPerson = only(filed, 'RelatedPerson');
      assert.deepEqual(
        helper.relationship?.map(({ coding, text }) => [coding?.map(({ code }) => code).join(' '), text]),
        relationship,
      );
      assert.deepEqual([helper.name?.[0]?.text, helper.telecom?.[0]?.value], ['Itzel Quetzalli', '951-555-0177']);
      const reference = `RelatedPerson/${helper.id ?? ''}`;
      for (const one of all(bundleOf(filed, plan), 'ServiceRequest')) {
        assert.equal(one.requester?.reference, reference);
        assert.ok(codesIn(one).includes(awareness) && codesIn(one).includes('doNotTellFiler'));
      }
      const { agent, target, recorded, occurredDateTime }: Provenance = only(filed, 'Provenance');
      assert.deepEqual(
        agent.map(({ type, who: by, onBehalfOf }) => [
          type?.coding?.[0]?.code,
          by.reference?.split('/')[0],
          onBehalfOf?.reference?.split('/')[0],
        ]),
        [
          ['author', 'RelatedPerson', 'Patient'],
          ['composer', 'Organization', undefined],
        ],
      );
      assert.deepEqual([occurredDateTime, recorded], [day, `${day}T20:00:00Z`]);
      assert.equal(
        target.length,
        resourcesIn(bundleOf(filed, plan)).length - 3,
        'all but two organizations and itself',
      );
    });

  it('a plan worker who writes down what a caller says', () => {
    const { agent } = only({ ...plain, channel: 'desk' }, 'Provenance');
    assert.deepEqual(
      agent.map(({ type, who }) => [type?.coding?.[0]?.code, who.reference?.split('/')[0]]),
      [
        ['author', 'Patient'],
        ['enterer', 'Organization'],
        ['composer', 'Organization'],
      ],
    );
  });

  it('each consent by itself, given or withheld', () => {
    fc.assert(
      fc.property(
        fc.record(
          {
            sendToPlan: fc.boolean(),
            textMe: fc.boolean(),
            voicemail: fc.boolean(),
            tellHelper: fc.boolean(),
          },
          { noNullPrototype: true },
        ),
        (consents) => {
          const bundle = bundleOf({ ...helped(number), consents }, plan);
          const found = all(bundle, 'Consent').map((one: Consent) => [
            one.category[1]?.coding?.[0]?.code,
            one.category[1]?.text?.split(':')[0],
            one.status,
            one.provision?.type,
            one.policyRule?.coding?.[0]?.code,
          ]);
          assert.deepEqual(
            found,
            Consents.keyof().options.map((name) =>
              consents[name]
                ? [name, 'Agreed', 'active', 'permit', 'OPTIN']
                : [name, 'NOT agreed', 'active', 'deny', 'OPTOUT'],
            ),
          );
          const agreed = all(bundle, 'QuestionnaireResponse').find(({ questionnaire }) =>
            questionnaire?.endsWith('/agreed'),
          );
          assert.deepEqual(
            Object.fromEntries(agreed?.item?.map(({ linkId, answer }) => [linkId, answer?.[0]?.valueBoolean]) ?? []),
            consents,
          );
        },
      ),
    );
  });

  it('what a helper agreed to is not verified with the member, and what the member agreed to needs none', () => {
    for (const one of all(bundleOf(helped(number), plan), 'Consent'))
      assert.deepEqual(one.verification, [{ verified: false }]);
    for (const one of all(bundleOf(plain, plan), 'Consent')) assert.equal(one.verification, undefined);
  });

  it('nothing is said of a helper where there is none', () => {
    const bundle = bundleOf(plain, plan);
    assert.deepEqual(
      all(bundle, 'Consent').map(({ category }) => category[1]?.coding?.[0]?.code),
      ['sendToPlan', 'textMe', 'voicemail'],
    );
    assert.doesNotMatch(JSON.stringify(bundle), /tellHelper|doNotTellFiler|RelatedPerson/);
  });
});

describe('a Bundle: what is asked for', () => {
  const answers: Answers = {
    ...noAnswers,
    yesNo: {
      asthma: { kind: 'known', value: true, on: day },
      lacksFood: { kind: 'notSure', on: day },
      fleeingViolence: { kind: 'declined', on: day },
      staysInShelter: { kind: 'known', value: false, on: '2026-05-01' },
      disability: { kind: 'known', value: false, on: day },
    },
    count: {
      age: { kind: 'known', value: { from: 62, to: 62 }, on: day },
      unplannedStaysIn6Months: { kind: 'known', value: { from: 5, to: null }, on: day },
      emergencyVisitsIn6Months: { kind: 'known', value: { from: 3, to: 4 }, on: day },
      daysInFacility: { kind: 'notSure', on: day },
    },
    date: { birthDate: { kind: 'known', value: '1964-03-09', on: day } },
    choice: { ihss: { kind: 'known', value: 'notFinished', on: day }, medicare: { kind: 'declined', on: day } },
  };

  it('each programme has a request, a task and its answers, and the task leads to both', () => {
    const bundle = bundleOf(
      { ...plain, requests: [{ programme: 'ecm', finding: null, answers }, ...plain.requests.slice(1)] },
      plan,
    );
    const [ecm, meals] = all(bundle, 'Task');
    assert.deepEqual(
      [ecm?.input?.length, meals?.input?.length],
      [2, 1],
      'where nothing was answered there are no answers',
    );
    for (const one of all(bundle, 'Task')) {
      const [request, answered] = (one.input ?? []).map(
        ({ valueReference }) => valueReference?.reference?.split('/')[0],
      );
      assert.deepEqual([one.focus?.reference?.split('/')[0], request], ['ServiceRequest', 'ServiceRequest']);
      assert.equal(one.focus?.reference, one.input?.[0]?.valueReference?.reference);
      assert.ok(answered === undefined || answered === 'QuestionnaireResponse');
      assert.deepEqual([one.groupIdentifier?.value, one.status], [number, 'requested']);
    }
    assert.deepEqual(
      all(bundle, 'ServiceRequest').map(({ code }) => code?.coding?.map((coding) => coding.code)),
      [
        ['ecm', '410606002'],
        ['medicallyTailoredMeals', '410606002'],
      ],
    );
  });

  it('tells what was answered, and what the member does not know or would not say', () => {
    const filed = { ...plain, requests: [{ programme: 'ecm' as const, finding: null, answers }] };
    const [, response] = all(bundleOf(filed, plan), 'QuestionnaireResponse');
    const found = Object.fromEntries(
      (response as QuestionnaireResponse).item?.map(({ linkId, answer, extension }) => [
        linkId,
        answer ?? extension?.[0]?.valueCode,
      ]) ?? [],
    );
    assert.deepEqual(found, {
      asthma: [{ valueBoolean: true }],
      lacksFood: 'asked-unknown',
      fleeingViolence: 'asked-declined',
      staysInShelter: [{ valueBoolean: false }],
      disability: [{ valueBoolean: false }],
      age: [{ valueInteger: 62 }],
      unplannedStaysIn6Months: [{ valueQuantity: { value: 5, comparator: '>=', unit: 'stays' } }],
      emergencyVisitsIn6Months: [
        { valueQuantity: { value: 3, comparator: '>=', unit: 'visits' } },
        { valueQuantity: { value: 4, comparator: '<=', unit: 'visits' } },
      ],
      daysInFacility: 'asked-unknown',
      birthDate: [{ valueDate: '1964-03-09' }],
      ihss: [
        { valueCoding: { system: `${codes.choice}/ihss`, code: 'notFinished', display: 'began and did not finish' } },
      ],
      medicare: 'asked-declined',
    });
    const texts = response?.item?.map(({ text }) => text) ?? [];
    assert.ok(
      texts.some((text) => /^Lives in a shelter.* \(said on 2026-05-01\)$/.test(text ?? '')),
      texts.join('; '),
    );
    assert.ok(texts.includes('unplanned stays in 6 months'), texts.join('; '));
  });

  it('asking for fast is a priority, with the words in which it was asked', () => {
    const asks = { ...plain, asksForFast: true, fastReason: 'my *insulin* is <b>out</b> [see](http://bad.example)' };
    const bundle = bundleOf(asks, plan);
    for (const one of [...all(bundle, 'Task'), ...all(bundle, 'ServiceRequest')]) assert.equal(one.priority, 'urgent');
    const note = first(asks, 'Task').note?.at(-1);
    assert.equal(note?.authorReference?.reference?.split('/')[0], 'Patient');
    assert.match(
      note.text,
      /for the plan to say.*"my \\\*insulin\\\* is \\<b\\>out\\<\/b\\> \\\[see\\\]\(http\\:\/\/bad/,
    );
  });

  it('nothing of it stands there where nobody asks for fast', () => {
    const bundle = bundleOf({ ...plain, fastReason: 'I was going to say' }, plan);
    for (const one of [...all(bundle, 'Task'), ...all(bundle, 'ServiceRequest')]) assert.equal(one.priority, 'routine');
    assert.doesNotMatch(JSON.stringify(bundle), /going to say/);
  });

  it('a reason says whether the answers meet it, so that "not in a shelter" is not read as "in a shelter"', () => {
    const cite = { source: 'ecmPolicyGuide2026', place: 'p. 12', standing: 'verified' } as const;
    const because = (['asthma', 'disability', 'doubledUp', 'staysInShelter'] as const).map((fact) => ({
      test: 'is' as const,
      fact,
      cite,
    }));
    const finding = { truth: 'unmet' as const, populations: [], because, missing: [], planDecides: [], after: null };
    const { input = [] } = only({ ...plain, requests: [{ programme: 'ecm', finding, answers }] }, 'Task');
    const reasons = input
      .filter(({ type }) => type.coding?.[0]?.code?.startsWith('reason'))
      .map(({ type, valueCodeableConcept }) => [type.coding?.[0]?.code, valueCodeableConcept?.coding?.[0]?.code]);
    assert.deepEqual(reasons, [
      ['reasonMet', 'asthma'],
      ['reasonNotMet', 'disability'],
      ['reason', 'doubledUp'],
      ['reason', 'staysInShelter'],
    ]);
  });

  it('cites the documents by their titles', () => {
    const cite = { source: 'ecmPolicyGuide2026', place: 'p. 12 (i)', standing: 'verified' } as const;
    const because = [{ test: 'is' as const, fact: 'asthma' as const, cite }];
    const finding = { truth: 'met' as const, populations: [], because, missing: [], planDecides: [], after: null };
    const { input = [] } = only({ ...plain, requests: [{ programme: 'ecm', finding, answers }] }, 'Task');
    assert.equal(
      input.at(-1)?.valueCodeableConcept?.text,
      'Has asthma (CalAIM Enhanced Care Management Policy Guide, p. 12 (i); verified)',
    );
  });

  it('each part of a finding is marked as for outreach, not for the decision', () => {
    fc.assert(
      fc.property(anyReferral(4), (filed) => {
        for (const [index, one] of all(bundleOf(filed, plan), 'Task').entries()) {
          const parts = (one.input ?? []).filter(({ valueCodeableConcept }) => valueCodeableConcept);
          for (const { type } of parts) assert.match(type.text ?? '', /^For outreach, not for the decision: /);
          const { finding } = filed.requests[index] ?? assert.fail();
          const expected = finding
            ? 1 +
              finding.populations.length +
              finding.because.length +
              finding.missing.length +
              finding.planDecides.length +
              (finding.after ? 1 : 0)
            : 0;
          assert.equal(parts.length, expected);
        }
      }),
    );
  });
});

describe('a Bundle: the least that is needed', () => {
  const factsIn = (value: unknown): readonly (string | undefined)[] => [
    ...codingsIn(value)
      .filter(({ system }) => system === codes.fact)
      .map(({ code }) => code),
    ...((value as QuestionnaireResponse | undefined)?.item ?? []).map(({ linkId }) => linkId),
  ];

  it('what hangs on one programme names only what its own request holds', () => {
    fc.assert(
      fc.property(anyReferral(5), (filed) => {
        const bundle = bundleOf(filed, plan);
        const byAddress = new Map(bundle.entry?.map(({ request, resource }) => [request?.url, resource]));
        for (const [index, one] of all(bundle, 'Task').entries()) {
          const { answers, finding } = filed.requests[index] ?? assert.fail();
          const own: readonly string[] = [
            ...[answers.yesNo, answers.count, answers.date, answers.choice].flatMap((part) => Object.keys(part)),
            ...(finding?.because.map(({ fact }) => fact) ?? []),
            ...(finding?.missing ?? []),
          ];
          const hangs = (one.input ?? []).map(({ valueReference }) => byAddress.get(valueReference?.reference));
          const named = [one, ...hangs].flatMap(factsIn);
          assert.deepEqual(
            named.filter((fact) => !own.includes(fact ?? '')),
            [],
          );
          assert.deepEqual([...new Set(named)].sort(), [...new Set(own)].sort());
        }
        const reached = all(bundle, 'Task').flatMap(({ input = [] }) =>
          input.map(({ valueReference }) => valueReference?.reference),
        );
        const screens = all(bundle, 'QuestionnaireResponse').filter(({ questionnaire }) =>
          questionnaire?.endsWith('/screen'),
        );
        for (const { id } of screens)
          assert.equal(reached.filter((at) => at === `QuestionnaireResponse/${id ?? ''}`).length, 1);
      }),
    );
  });

  it('the case, the channel and the language of the talk stay here', () => {
    fc.assert(
      fc.property(anyReferral(2), (filed) => {
        assert.ok(!JSON.stringify(bundleOf(filed, plan)).includes(filed.caseId));
      }),
    );
  });

  it('no address tells the number or the person, and none can be found by trying all numbers', () => {
    fc.assert(
      fc.property(anyReferral(3), fc.uuid(), (filed, otherCase) => {
        const addresses = (one: Referral) => bundleOf(one, plan).entry?.map(({ request }) => request?.url ?? '') ?? [];
        const mine = addresses(filed);
        for (const at of mine)
          assert.match(at, /^[A-Z][A-Za-z]+\/[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        assert.deepEqual(addresses({ ...filed, person: { ...filed.person, name: 'Another Example' } }), mine);
        const theirs = addresses({ ...filed, caseId: otherCase }).filter((at) => !at.startsWith('Organization/'));
        assert.deepEqual(
          theirs.filter((at) => mine.includes(at)),
          [],
        );
      }),
    );
  });

  it('the same referral is the same Bundle, to the letter', () => {
    fc.assert(
      fc.property(anyReferral(), (filed) => {
        const shuffled = JSON.parse(JSON.stringify(filed), (_key, value: unknown) =>
          value !== null && typeof value === 'object' && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).reverse())
            : value,
        ) as Referral;
        assert.equal(JSON.stringify(bundleOf(shuffled, plan)), JSON.stringify(bundleOf(filed, plan)));
      }),
    );
  });

  it('what was typed brings no control characters, no half letters and no marks that turn the text', () => {
    fc.assert(
      fc.property(anyReferral(3), (filed) => {
        const texts: string[] = [];
        JSON.stringify(
          bundleOf(filed, plan),
          (_key, value: unknown) => (typeof value === 'string' && texts.push(value), value),
        );
        for (const text of texts) {
          assert.doesNotMatch(text, /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
          assert.equal(text, text.trim());
          assert.notEqual(text, '');
        }
      }),
    );
  });

  it('a name that leaves nothing to read is no name, and the request still goes', () => {
    const nameless = { ...plain, person: { ...plain.person, name: '\u0000 \u202e' } };
    assert.equal(only(nameless, 'Patient').name?.[0]?.text, undefined);
    assert.ok(referencesIn(first(nameless, 'Task')).length > 0);
  });
});
