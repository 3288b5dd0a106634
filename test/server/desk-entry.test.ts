import assert from 'node:assert/strict';
import { Decision, type Loop } from '../../referral/decision.ts';
import type { RequestStatus } from '../../referral/status.ts';
import type { ReferralFile } from '../../server/desk/desk-store.ts';
import { askChoices } from '../../server/desk/referral/info-asks.ts';
import { readEntry, type Form } from '../../server/desk/referral/request-entry.ts';
import { aReferral, filedAt } from './desk-visit.ts';

const today = '2026-12-01';

/** A referral filed on 20 November, with this standing of its first request. */
function fileWith(status: Partial<RequestStatus>): ReferralFile {
  const fresh = { noticeMailedOn: null, loop: null, loopOn: null, provider: null };
  return {
    referral: aReferral('12345678901234'),
    filedAt,
    receivedAt: null,
    status: [{ programme: 'ecm', decision: 'pending', decidedOn: null, ...fresh, ...status }],
    events: [],
    notes: [{ at: filedAt, by: 'Lee Xiong', what: { kind: 'matched', match: 'found' } }],
    samePerson: [],
    lettersOwed: [],
    confidentialSince: null,
    textsStopped: false,
    wrongNumber: false,
  };
}

function problems(kind: 'decision' | 'loop', form: Form, status: Partial<RequestStatus> = {}): readonly string[] {
  const entry = readEntry(kind, { programme: 'ecm', seen: '1', ...form }, fileWith(status), today);
  return entry.kind === 'wrong' ? entry.entered.errors.map(({ text }) => text) : [entry.kind];
}

describe('what a worker enters for a request', () => {
  const decision = { decision: 'denied', decidedOn: '2026-11-30', noticeMailedOn: '2026-12-01' };
  const more = { decision: 'pendingInfo', noticeMailedOn: '' };
  const ecm = ['name', 'birthDate', 'card', 'phone', 'address'];
  const decisions: readonly [what: string, form: Form, found: readonly string[]][] = [
    ['a denial with the day of its letter', {}, ['event']],
    ['a denial whose letter is not out yet', { noticeMailedOn: '' }, ['event']],
    ['a decision of today', { decidedOn: today }, ['event']],
    ['a decision of tomorrow', { decidedOn: '2026-12-02', noticeMailedOn: '' }, ['Decided on: lies in the future.']],
    ['a decision of the day of filing', { decidedOn: '2026-11-20' }, ['event']],
    ['a decision before filing', { decidedOn: '2026-11-19' }, ['Decided on: lies before the day of filing.']],
    ['a day that does not exist', { decidedOn: '2026-11-31' }, ['Decided on: not a date.']],
    ['no day', { decidedOn: ' ' }, ['Decided on: needed.']],
    ['a letter of tomorrow', { noticeMailedOn: '2026-12-02' }, ['Notice mailed on: lies in the future.']],
    [
      'a letter before the decision',
      { noticeMailedOn: '2026-11-29' },
      ['Notice mailed on: lies before the day of the decision.'],
    ],
    [
      'an approval with the letter of a denial',
      { decision: 'approved' },
      ['Notice mailed on: belongs only to a denial, a change, or a delay where more information is needed.'],
    ],
    ['a change with its letter', { decision: 'approvedModified' }, ['event']],
    ['a delay with its letter', { decision: 'pendingInfo' }, ['event']],
    ['a decision that there is not', { decision: 'maybe', noticeMailedOn: '' }, ['Decision: not one of the choices.']],
    ['a programme that was not asked for', { programme: 'homeModifications' }, ['unreadable']],
    ['what ECM may wait for', { ...more, ...Object.fromEntries(ecm.map((ask) => [`ask.${ask}`, 'on'])) }, ['event']],
    ...['county', 'trusted', 'question:housing'].map((ask): [what: string, form: Form, found: readonly string[]] => [
      `${ask}, for which ECM may not wait`,
      { ...more, 'ask.card': 'on', [`ask.${ask}`]: 'on' },
      ['Ask the member: not all that was ticked may be asked of this programme. Reload the page and choose again.'],
    ]),
    ['nothing at all', { programme: undefined, decision: undefined }, ['unreadable']],
  ];
  for (const [what, form, found] of decisions) {
    it(`reads ${what}: ${found.join(' ')}`, () =>
      assert.deepEqual(problems('decision', { ...decision, ...form }), found));
  }

  const approved = { decision: 'approved', decidedOn: '2026-11-25' } as const;
  const loop = { loop: 'accepted', loopOn: '2026-11-30', reason: '', providerName: '', providerPhone: '' };
  const provider = { providerName: 'Sun Street Centers', providerPhone: '(951) 555-0142' };
  const loops: readonly [what: string, form: Form, found: readonly string[]][] = [
    ['acceptance by a provider', provider, ['event']],
    ['a step of tomorrow', { loopOn: '2026-12-02' }, ['As of: lies in the future.']],
    ['a step before the approval', { loopOn: '2026-11-24' }, ['As of: lies before the day of the decision.']],
    ['no step', { loop: '' }, ['Loop: needed.']],
    ['a step that there is not', { loop: 'lost' }, ['Loop: not one of the choices.']],
    ['closing for a reason', { loop: 'closed', reason: 'servicesReceived' }, ['event']],
    ['closing for no reason', { loop: 'closed' }, ['Reason for closing: needed.']],
    [
      'closing for an unknown reason',
      { loop: 'closed', reason: 'bored' },
      ['Reason for closing: not one of the choices.'],
    ],
    ['a reason without closing', { reason: 'other' }, ['Reason for closing: belongs only to a closed loop.']],
    [
      'a provider without a phone',
      { ...provider, providerPhone: '' },
      ["Provider's phone: name and phone go together."],
    ],
    ['a phone without a provider', { ...provider, providerName: '' }, ["Provider's name: name and phone go together."]],
    [
      'a phone of seven digits',
      { ...provider, providerPhone: '555-0142' },
      ["Provider's phone: a phone number of ten digits."],
    ],
    [
      'a link in place of a name',
      { ...provider, providerName: 'see https://example.org' },
      ["Provider's name: one line of at most 100 signs, without links."],
    ],
  ];
  for (const [what, form, found] of loops) {
    it(`reads ${what}: ${found.join(' ')}`, () =>
      assert.deepEqual(problems('loop', { ...loop, ...form }, approved), found));
  }

  it('takes a step of the loop only for what is approved', () => {
    const takers = Decision.options.filter(
      (one) => problems('loop', loop, { ...approved, decision: one })[0] === 'event',
    );
    assert.deepEqual(takers, ['approved', 'approvedModified']);
  });

  it('keeps a provider’s "declined" apart from a denial', () => {
    const entry = readEntry(
      'loop',
      { programme: 'ecm', seen: '1', ...loop, loop: 'declined' },
      fileWith(approved),
      today,
    );
    const declined: Loop = { state: 'declined' };
    assert.ok(entry.kind === 'event' && entry.event.what.kind === 'loop');
    assert.deepEqual(entry.event.what.loop, declined);
  });

  it('refuses a form that was made before somebody else recorded something', () => {
    const [problem] = problems('decision', { ...decision, seen: '3' });
    assert.match(problem ?? '', /somebody recorded something for this request meanwhile/);
  });
});

describe('what can be asked of a member by code', () => {
  it('is for ECM who they are and how to reach them, and nothing else', () =>
    assert.deepEqual(askChoices('ecm', '2026-11-20'), ['name', 'birthDate', 'card', 'phone', 'address']));

  it('is for a Community Support what bears on it, too', () => {
    const choices = askChoices('medicallyTailoredMeals', '2026-11-20');
    assert.deepEqual(choices.slice(0, 7), ['name', 'birthDate', 'card', 'phone', 'address', 'county', 'trusted']);
    assert.equal(choices.length > 7, true, String(choices));
  });
});
