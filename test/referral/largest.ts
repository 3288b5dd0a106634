// The largest referral that there can be: a helper asks for all sixteen programmes, and left no answer out.
import { catalogOn, conditionsOf } from '../../policy/catalog.ts';
import { criteriaIn, judgementsIn, type Criterion } from '../../policy/condition.ts';
import { choiceValues, ChoiceFact, CountFact, YesNoFact, type Answers } from '../../policy/facts.ts';
import { ProgrammeId, PopulationId } from '../../policy/rule.ts';
import { Referral, type Request } from '../../referral/referral.ts';

const day = '2026-11-21' as const;
const catalog = catalogOn(day);
const known = <T>(value: T) => ({ kind: 'known' as const, value, on: day }) as const;
/** As long as a field may be, in letters that take four bytes. */
const long = (length: number) => '𞤀'.repeat(length / 2);

export function largestReferral(): Referral {
  return Referral.parse({
    number: '70000000000005',
    plan: 'iehp',
    filedOn: day,
    channel: 'desk',
    language: 'hmn',
    caseId: '0b3a7c52-0000-4000-8000-000000000001',
    person: { name: long(200), birthDate: '1964-03-07', cardNumber: '90000000A', county: long(60) },
    contact: {
      phone: '(951) 555-0134',
      mayCall: true,
      mayText: true,
      mayLeaveVoicemail: true,
      mayMail: true,
      doNotContact: false,
      mailingAddress: long(400),
      bestTime: 'evening',
      confidential: true,
      spokenLanguage: 'hmn',
      writtenLanguage: long(60),
      dialect: 'green',
      alternativeFormat: 'largePrint',
    },
    filer: {
      kind: 'helper',
      relation: 'organization',
      awareness: 'cannotAgree',
      name: long(200),
      phone: '(951) 555-0177',
      organization: long(200),
      title: long(200),
    },
    consents: { sendToPlan: true, textMe: true, voicemail: true, tellHelper: true },
    trusted: long(300),
    asksForFast: true,
    fastReason: long(300),
    requests: ProgrammeId.options.map(requestFor),
  });
}

/** With an answer to each fact that its rules test: to every third "I don't know", to every fifth "I'd rather not say". */
function requestFor(programme: ProgrammeId): Request {
  const conditions = conditionsOf(programme, catalog);
  const because = distinct(conditions.flatMap(criteriaIn));
  const facts = because.map(({ fact }) => fact);
  // A programme that asks nothing of its own still has the birth date, so that each has answers.
  const answers: Answers = {
    yesNo: told(
      YesNoFact.options.filter((fact) => facts.includes(fact)),
      () => true,
    ),
    count: told(
      CountFact.options.filter((fact) => facts.includes(fact)),
      () => ({ from: 3, to: 5 }),
    ),
    date: { birthDate: known('1964-03-07' as const) },
    choice: told(
      ChoiceFact.options.filter((fact) => facts.includes(fact)),
      (fact) => choiceValues[fact][0] as string,
    ),
  };
  return {
    programme,
    finding: {
      truth: 'unknown',
      populations: programme === 'ecm' ? [...PopulationId.options] : [],
      because,
      missing: facts,
      planDecides: conditions.flatMap(judgementsIn),
      after: 'housingTransitionNavigation',
    },
    answers,
  };
}

type Said<T> = { kind: 'known'; value: T; on: typeof day } | { kind: 'notSure' | 'declined'; on: typeof day };

function told<F extends string, T>(facts: readonly F[], value: (fact: F) => T): Partial<Record<F, Said<T>>> {
  const said: Partial<Record<F, Said<T>>> = {};
  for (const [index, fact] of facts.entries()) {
    if (index % 5 === 4) said[fact] = { kind: 'declined', on: day };
    else said[fact] = index % 3 === 2 ? { kind: 'notSure', on: day } : known(value(fact));
  }
  return said;
}

const distinct = (criteria: readonly Criterion[]): Criterion[] => [
  ...new Map(criteria.map((one) => [JSON.stringify(one), one] as const)).values(),
];
