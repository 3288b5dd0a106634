/** The plan's part in one programme asked for: to take it up, and to tell by its status what becomes of it. */
import type { Annotation, QuestionnaireResponse, Task } from 'fhir/r4.js';
import type { Referral, Request } from '../referral.ts';
import { hasAnswers } from './answers.ts';
import { concept, linkTo, some, type Made } from './elements.ts';
import type { Filing } from './filing.ts';
import { findingInputs, inputType } from './finding.ts';
import { reachingInWords } from './reaching.ts';
import { numbers, profiles, theirs } from './systems.ts';
import { programmeWords, quoted } from './wording.ts';

/** With a link to the answers, or with the answers inside it (`inside`). */
export function task(filing: Filing, request: Request, inside?: QuestionnaireResponse): Task & Made {
  const { referral, ids, links } = filing;
  const { programme } = request;
  return {
    resourceType: 'Task',
    id: ids.task(programme),
    meta: { profile: [profiles.task] },
    ...(inside ? { contained: [{ ...inside, id: within }] } : {}),
    identifier: [{ system: numbers.request, value: `${referral.number}.${programme}` }],
    groupIdentifier: { system: numbers.referral, value: referral.number },
    status: 'requested',
    intent: 'order',
    priority: referral.asksForFast ? 'urgent' : 'routine',
    code: concept(theirs.taskCode, 'fulfill', 'Fulfill the focal request'),
    description: `Asked for: ${programmeWords(programme)}`,
    focus: linkTo({ resourceType: 'ServiceRequest', id: ids.request(programme) }),
    for: links.patient,
    authoredOn: referral.filedOn,
    requester: links.platform,
    owner: links.plan,
    ...some('note', notes(filing)),
    input: [...inputs(filing, request, inside !== undefined), ...findingInputs(request, filing.referral)],
  };
}

/** What the guide wants a Task to bring (refer-7): the request, and the answers where there are any. */
function inputs({ ids }: Filing, { programme, answers }: Request, isInside: boolean): NonNullable<Task['input']> {
  const request = linkTo({ resourceType: 'ServiceRequest', id: ids.request(programme) });
  const answered = isInside
    ? { reference: `#${within}` }
    : linkTo({ resourceType: 'QuestionnaireResponse', id: ids.answers(programme) });
  return [
    { type: inputType('request'), valueReference: request },
    ...(hasAnswers(answers) ? [{ type: inputType('answers'), valueReference: answered }] : []),
  ];
}

/** The id of answers that are inside a Task. */
const within = 'answers';

/** For staff, who read sentences. Each line says whose words it is. */
function notes({ referral, links }: Filing): Annotation[] {
  const ours = [reachingInWords(referral), trusted(referral)];
  return [
    ...ours.flatMap((text) => (text === undefined ? [] : [{ authorReference: links.platform, text }])),
    ...fast(referral).map((text) => ({ authorReference: links.filer, text })),
  ].map((note) => ({ ...note, time: referral.filedOn }));
}

function trusted(referral: Referral): string | undefined {
  const who = quoted(referral.trusted);
  return who === undefined ? undefined : `The member already trusts: ${who}`;
}

function fast({ asksForFast, fastReason }: Referral): readonly string[] {
  if (!asksForFast) return [];
  const reason = quoted(fastReason);
  const asked = 'Asks for a fast decision. Whether it is urgent is for the plan to say.';
  return [reason === undefined ? asked : `${asked} In their words: "${reason}"`];
}
