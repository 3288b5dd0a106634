/**
 * What is told for every pair of decision and loop, written by hand from what the plans' rules say: the decision in 5
 * working days (ECM Policy Guide, pp. 103-104), a provider in 10 more (p. 112), letters and rights (CalOptima GG.1507,
 * GG.1510, HH.1108), a letter for a delay, too (ECM Policy Guide, p. 104), who was assigned and how to reach them (closed-loop referral: told to the member by the plan).
 */
import assert from 'node:assert/strict';
import { layoutTexts } from '../../bot/channel.ts';
import type { Param, Say, StepMark } from '../../dialogs/say.ts';
import { statusSays } from '../../dialogs/status-says.ts';
import type { World } from '../../dialogs/world.ts';
import { languages } from '../../locales/languages.ts';
import { catalogOn } from '../../policy/catalog.ts';
import { ClosureReason, Decision, type Loop } from '../../referral/decision.ts';
import type { InfoAnswer } from '../../referral/info-ask.ts';
import { mayHear } from '../../referral/news.ts';
import type { ReferralStatus, RequestStatus } from '../../referral/status.ts';
import { planById } from '../../server/plans/index.ts';

/** Filed Friday 20 November 2026; Thanksgiving and the day after are no working days. */
const days = { filed: '2026-11-20', decided: '2026-11-24', mailed: '2026-11-25', loop: '2026-11-30' } as const;
const casaSana = { name: 'Casa Sana', phone: '9515550188' };

type Row = readonly [
  decision: Decision,
  letter: 'mailed' | '-',
  loop: string,
  provider: 'Casa Sana' | '-',
  /** The steps after "the request was sent" and "the plan has it". */
  steps: string,
  /** What is said after the steps, before "Questions?". */
  after:
    | '-'
    | 'nobodyCalled'
    | 'nobodyCalls'
    | 'rights'
    | 'nobodyCalled rights'
    | 'nobodyCalls rights'
    | 'delay'
    | 'ended'
    | 'complaint',
  /** Whether we start to tell it: on the page by a message, by SMS with a text that carries nothing of it. */
  start: 'news' | 'silence',
  /** Whether "the plan has to check something first" still stands where the plan's system has refused it. */
  refused: 'stands' | 'is over',
];

const deciding = 'deciding by 12-01';
const letter = 'letter 11-25';
/** With no day: the plan has ten working days to find them (p. 112), and no source says by when they call. */
const calls = 'provider Casa Sana 9515550188';

// prettier-ignore
const table: readonly Row[] = [
  // Nothing but the plan's own word is told; what the plan still does is told when somebody asks.
  ['pending',          '-',      '-',                         '-',         deciding,                                 '-', 'silence', 'stands'],
  ['pendingInfo',      '-',      '-',                         '-',         'pendingInfo',                            '-', 'news', 'is over'],
  // A delay of which a letter was mailed: the letter and its rights, and still what the plan wants to know.
  ['pendingInfo',      'mailed', '-',                         '-',         'delayLetter 11-25, pendingInfo',         'delay', 'news', 'is over'],
  ['void',             '-',      '-',                         '-',         'void',                                   'complaint', 'news', 'is over'],
  ['withdrawn',        '-',      '-',                         '-',         'withdrawn',                              '-', 'silence', 'is over'],
  // A denial: as if undecided until its letter was mailed; then the letter, and the rights that go with it.
  ['denied',           '-',      '-',                         '-',         deciding,                                 '-', 'silence', 'stands'],
  ['denied',           'mailed', '-',                         '-',         letter,                                   'rights', 'news', 'is over'],
  // A yes: who will call, from which number, by when.
  ['approved',         '-',      '-',                         '-',         'approved 11-24, findingProvider by 12-10',               'nobodyCalled', 'news', 'is over'],
  ['approved',         '-',      'pending',                   '-',         'approved 11-24, findingProvider by 12-10',               'nobodyCalled', 'news', 'is over'],
  ['approved',         '-',      'pending',                   'Casa Sana', `approved 11-24, ${calls}`,                               'nobodyCalls', 'news', 'is over'],
  ['approved',         '-',      'accepted',                  '-',         'approved 11-24, accepted 11-30',                         'nobodyCalls', 'news', 'is over'],
  ['approved',         '-',      'accepted',                  'Casa Sana', `approved 11-24, accepted 11-30, ${calls}`,               'nobodyCalls', 'news', 'is over'],
  ['approved',         '-',      'outreachInitiated',         '-',         'approved 11-24, outreach 11-30',                         '-', 'news', 'is over'],
  ['approved',         '-',      'outreachInitiated',         'Casa Sana', 'approved 11-24, provider Casa Sana 9515550188, outreach 11-30', '-', 'news', 'is over'],
  // A provider's no is the plan's to mend: the same words as before anybody was asked, and nobody is named.
  ['approved',         '-',      'declined',                  '-',         'approved 11-24, findingProvider by 12-10',               'nobodyCalled', 'news', 'is over'],
  ['approved',         '-',      'declined',                  'Casa Sana', 'approved 11-24, findingProvider by 12-10',               'nobodyCalled', 'news', 'is over'],
  ['approved',         '-',      'closed servicesReceived',   '-',         'approved 11-24, closed.servicesReceived 11-30',          '-', 'news', 'is over'],
  ['approved',         '-',      'closed servicesReceived',   'Casa Sana', 'approved 11-24, closed.servicesReceived 11-30',          '-', 'news', 'is over'],
  ['approved',         '-',      'closed providerDeclined',   '-',         'approved 11-24, closed.providerDeclined 11-30',          '-', 'news', 'is over'],
  ['approved',         '-',      'closed providerDeclined',   'Casa Sana', 'approved 11-24, closed.providerDeclined 11-30',          '-', 'news', 'is over'],
  ['approved',         '-',      'closed unableToReach',      '-',         'approved 11-24, closed.unableToReach 11-30',             '-', 'news', 'is over'],
  ['approved',         '-',      'closed unableToReach',      'Casa Sana', 'approved 11-24, closed.unableToReach 11-30',             '-', 'news', 'is over'],
  ['approved',         '-',      'closed noLongerEligible',   '-',         'approved 11-24, closed.noLongerEligible 11-30',          'ended', 'news', 'is over'],
  ['approved',         '-',      'closed noLongerEligible',   'Casa Sana', 'approved 11-24, closed.noLongerEligible 11-30',          'ended', 'news', 'is over'],
  ['approved',         '-',      'closed noLongerNeeded',     '-',         'approved 11-24, closed.noLongerNeeded 11-30',            '-', 'news', 'is over'],
  ['approved',         '-',      'closed noLongerNeeded',     'Casa Sana', 'approved 11-24, closed.noLongerNeeded 11-30',            '-', 'news', 'is over'],
  ['approved',         '-',      'closed other',              '-',         'approved 11-24, closed.other 11-30',                     'ended', 'news', 'is over'],
  ['approved',         '-',      'closed other',              'Casa Sana', 'approved 11-24, closed.other 11-30',                     'ended', 'news', 'is over'],
  // What the plan ended with no letter that we know of: no days and no reason, but what can be done about it (above).
  // A yes with changes, its letter not mailed: the letter comes before all that follows from it.
  ['approvedModified', '-',      '-',                         '-',         deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'pending',                   '-',         deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'pending',                   'Casa Sana', deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'accepted',                  '-',         deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'accepted',                  'Casa Sana', deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'outreachInitiated',         '-',         deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'outreachInitiated',         'Casa Sana', deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'declined',                  '-',         deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'declined',                  'Casa Sana', deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'closed servicesReceived',   '-',         deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'closed servicesReceived',   'Casa Sana', deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'closed providerDeclined',   '-',         deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'closed providerDeclined',   'Casa Sana', deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'closed unableToReach',      '-',         deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'closed unableToReach',      'Casa Sana', deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'closed noLongerEligible',   '-',         deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'closed noLongerEligible',   'Casa Sana', deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'closed noLongerNeeded',     '-',         deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'closed noLongerNeeded',     'Casa Sana', deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'closed other',              '-',         deciding, '-', 'silence', 'stands'],
  ['approvedModified', '-',      'closed other',              'Casa Sana', deciding, '-', 'silence', 'stands'],
  // Its letter mailed: the letter in the place of the yes, with the rights; then who calls, as after any yes.
  ['approvedModified', 'mailed', '-',                         '-',         letter,                                                  'rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'pending',                   '-',         `${letter}, findingProvider by 12-10`,                   'nobodyCalled rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'pending',                   'Casa Sana', `${letter}, ${calls}`,                                   'nobodyCalls rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'accepted',                  '-',         `${letter}, accepted 11-30`,                             'nobodyCalls rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'accepted',                  'Casa Sana', `${letter}, accepted 11-30, ${calls}`,                   'nobodyCalls rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'outreachInitiated',         '-',         `${letter}, outreach 11-30`,                             'rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'outreachInitiated',         'Casa Sana', `${letter}, provider Casa Sana 9515550188, outreach 11-30`, 'rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'declined',                  '-',         `${letter}, findingProvider by 12-10`,                   'nobodyCalled rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'declined',                  'Casa Sana', `${letter}, findingProvider by 12-10`,                   'nobodyCalled rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'closed servicesReceived',   '-',         `${letter}, closed.servicesReceived 11-30`,              'rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'closed servicesReceived',   'Casa Sana', `${letter}, closed.servicesReceived 11-30`,              'rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'closed providerDeclined',   '-',         `${letter}, closed.providerDeclined 11-30`,              'rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'closed providerDeclined',   'Casa Sana', `${letter}, closed.providerDeclined 11-30`,              'rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'closed unableToReach',      '-',         `${letter}, closed.unableToReach 11-30`,                 'rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'closed unableToReach',      'Casa Sana', `${letter}, closed.unableToReach 11-30`,                 'rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'closed noLongerEligible',   '-',         `${letter}, closed.noLongerEligible 11-30`,              'rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'closed noLongerEligible',   'Casa Sana', `${letter}, closed.noLongerEligible 11-30`,              'rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'closed noLongerNeeded',     '-',         `${letter}, closed.noLongerNeeded 11-30`,                'rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'closed noLongerNeeded',     'Casa Sana', `${letter}, closed.noLongerNeeded 11-30`,                'rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'closed other',              '-',         `${letter}, closed.other 11-30`,                         'rights', 'news', 'is over'],
  ['approvedModified', 'mailed', 'closed other',              'Casa Sana', `${letter}, closed.other 11-30`,                         'rights', 'news', 'is over'],
];

const loops = [
  '-',
  ...['pending', 'accepted', 'declined', 'outreachInitiated'].flatMap((state) => [state, `${state} Casa Sana`]),
  ...ClosureReason.options.flatMap((reason) => [`closed ${reason}`, `closed ${reason} Casa Sana`]),
];

describe('What is told of a request', () => {
  it('is written down here for every pair of decision and loop that can be', () => {
    const pairs = [
      ...['pending', 'pendingInfo', 'void', 'withdrawn', 'denied'].map((decision) => `${decision} - -`),
      'pendingInfo mailed -',
      'denied mailed -',
      ...loops.map((loop) => `approved - ${loop}`),
      ...['-', 'mailed'].flatMap((mailed) => loops.map((loop) => `approvedModified ${mailed} ${loop}`)),
    ];
    const rows = table.map(([decision, mailed, loop, provider]) =>
      [decision, mailed, loop, ...(provider === '-' ? [] : [provider])].join(' '),
    );
    assert.deepEqual([...rows].sort(), [...pairs].sort());
    assert.deepEqual([...new Set(table.map(([decision]) => decision))].sort(), [...Decision.options].sort());
  });

  for (const row of table) {
    const [decision, mailed, loop, provider, steps, after, start, refused] = row;
    const request = requestOf(row);
    const where = [
      decision,
      mailed === 'mailed' && 'letter mailed',
      loop !== '-' && loop,
      provider !== '-' && provider,
    ];

    describe(where.filter(Boolean).join(', '), () => {
      for (const channel of ['web', 'sms'] as const) {
        it(`to the member: ${steps} (${channel})`, () => {
          assert.deepEqual(toldIn(statusOf(request), channel), [
            `sent 11-20, received 11-20, ${steps}`,
            ...lines(after, 'self', channel),
          ]);
        });

        it(`to a helper whom the member released: the same, about that person (${channel})`, () => {
          const status = { ...statusOf(request), perspective: 'other' } as const;
          assert.deepEqual(toldIn(status, channel), [
            `sent 11-20, received 11-20, ${steps}`,
            ...lines(after, 'other', channel),
          ]);
        });

        it(`to a helper whom nobody released: that it came (${channel})`, () => {
          const status = { ...statusOf(request), teller: 'helper', perspective: 'other' } as const;
          assert.deepEqual(toldIn(status, channel), ['helper']);
        });
      }

      it(`from us: ${start}`, () => assert.equal(mayHear(request), start === 'news'));

      it(`where the plan's system had refused it, that ${refused === 'stands' ? 'still stands' : 'is over'}`, () => {
        for (const held of ['weCall', 'youCall'] as const) {
          for (const perspective of ['self', 'other'] as const) {
            const status = { ...statusOf(request), receivedOn: null, held, perspective };
            const shown = held === 'weCall' ? `weCall.${perspective}, ` : 'youCall, ';
            const [told] = toldIn(status, 'web');
            assert.equal(told, `sent 11-20, ${refused === 'stands' ? shown : ''}${steps}`);
          }
        }
        const [told] = toldIn({ ...statusOf(request), receivedOn: null }, 'web');
        assert.equal(told, `sent 11-20, ${refused === 'stands' ? 'waiting, ' : ''}${steps}`);
      });
    });
  }

  it('names no provider, number or reason of staff in a text of its own, and never says that it is a no', () => {
    const no = /denied|denial|rejected|said no|negad|rechaz|dijo que no|tsis pom zoo|teb tias tsis tau/i;
    for (const { tag } of languages) {
      for (const row of table) {
        const written = layoutTexts(statusSays(statusOf(requestOf(row)), worldOn('sms')), tag, { medium: 'sms' });
        assert.doesNotMatch((written ?? []).join('\n'), no, `${tag}: ${row.slice(0, 4).join(' ')}`);
      }
    }
  });

  it('is in full sentences, with who calls and from where, and no day that no rule gives for the call', () => {
    const row = table.find(
      ([decision, , loop, provider]) => decision === 'approved' && loop === 'accepted' && provider !== '-',
    );
    const written = layoutTexts(statusSays(statusOf(requestOf(row!)), worldOn('sms')), 'en', { medium: 'sms' });
    const text = (written ?? []).join('\n');
    assert.match(text, /Casa Sana will call from 951-555-0188/);
    assert.match(text, /If nobody calls, call IEHP\./);
    assert.doesNotMatch(text, /December/);
  });

  it('gives the day until which the plan has time to find somebody', () => {
    const row = table.find(([decision, , loop]) => decision === 'approved' && loop === 'pending');
    const text = (
      layoutTexts(statusSays(statusOf(requestOf(row!)), worldOn('sms')), 'en', { medium: 'sms' }) ?? []
    ).join('\n');
    assert.match(text, /IEHP is looking for somebody to help \(it has until December 10, 2026\)/);
    assert.match(text, /If nobody has called by then, call IEHP\./);
  });

  it('tells who needs letters in another form from which letter their days count, once a letter was mailed', () => {
    const mailed = requestOf(['denied', 'mailed', '-', '-', '', 'rights', 'news', 'is over']);
    const delayed = requestOf(['pendingInfo', 'mailed', '-', '-', '', 'delay', 'news', 'is over']);
    const hidden = requestOf(['denied', '-', '-', '-', '', '-', 'silence', 'stands']);
    for (const perspective of ['self', 'other'] as const) {
      const line = `rights.format.${perspective}`;
      const isTold = (request: RequestStatus, alternativeFormat: ReferralStatus['alternativeFormat']): boolean =>
        toldIn({ ...statusOf(request), perspective, alternativeFormat }, 'web').includes(line);
      assert.deepEqual(
        [isTold(mailed, 'braille'), isTold(delayed, 'audio'), isTold(mailed, null), isTold(hidden, 'braille')],
        [true, true, false, false],
        perspective,
      );
    }
  });

  it('puts the letter of a delay above what the plan still asks, and above that it has the answers', () => {
    const delayed = requestOf(['pendingInfo', 'mailed', '-', '-', '', 'delay', 'news', 'is over']);
    const answer: InfoAnswer = { ask: 'card', said: { kind: 'notSure' } };
    const stepsOf = (answers: InfoAnswer[]): string | undefined =>
      toldIn(statusOf({ ...delayed, info: { asks: ['card'], answers } }), 'web')[0];
    assert.equal(stepsOf([]), 'sent 11-20, received 11-20, delayLetter 11-25, asks.self');
    assert.equal(stepsOf([answer]), 'sent 11-20, received 11-20, delayLetter 11-25, answered');
  });

  it('gives no day for the call where the plan found somebody, or began anew, after that day', () => {
    for (const state of ['accepted', 'declined'] as const) {
      const late = {
        ...requestOf(['approved', '-', state, 'Casa Sana', '', '-', 'news', 'is over']),
        loopOn: '2026-12-14',
      } as const;
      const [steps, ...after] = toldIn(statusOf(late), 'web');
      assert.doesNotMatch(steps ?? '', / by /);
      assert.deepEqual(after, lines('-', 'self', 'web'));
    }
  });
});

function requestOf([decision, mailed, loop, provider]: Row): RequestStatus {
  const [state = '-', reason] = loop.split(' ');
  return {
    programme: 'ecm',
    decision,
    decidedOn: decision === 'pending' ? null : days.decided,
    noticeMailedOn: mailed === 'mailed' ? days.mailed : null,
    loop: state === '-' ? null : ((reason ? { state, reason } : { state }) as Loop),
    loopOn: state === '-' ? null : days.loop,
    provider: provider === '-' ? null : casaSana,
  };
}

function statusOf(request: RequestStatus): ReferralStatus {
  return {
    number: '12345678901234',
    filedOn: days.filed,
    receivedOn: days.filed,
    held: null,
    asksForFast: false,
    requests: [request],
    teller: 'member',
    perspective: 'self',
    mayReleaseToHelper: false,
  };
}

function worldOn(channel: World['channel']): World {
  return {
    today: days.loop,
    plan: planById('iehp'),
    catalog: catalogOn(days.loop),
    channel,
    staffed: true,
    onCall: true,
    news: [],
    ids: { referralNumber: '', caseId: '', callBackId: '', complaintId: 'complaint', alertId: '' },
  };
}

function lines(after: Row[5], perspective: 'self' | 'other', channel: World['channel']): readonly string[] {
  const right = (name: string): string => `rights.${name}.${perspective}`;
  const isText = channel === 'sms';
  // Both can be made from here: by a button on the page, and by text with the word to write.
  const appeal = isText ? ['complaint.write.appeal'] : [];
  const both = [right('complaint'), isText ? 'complaint.write.grievance' : 'offers act:appeal act:complaint'];
  const one = [right('complaint'), isText ? 'complaint.write.grievance' : 'offers act:complaint'];
  const told: Readonly<Record<string, readonly string[]>> = {
    rights: [right('appeal'), ...appeal, right('keep'), right('hearing'), ...both],
    // A delay takes nothing away that could be kept.
    delay: [right('appeal'), ...appeal, right('hearing'), ...both],
    // No letter is known of, so nothing is said of its days.
    ended: [right('ended'), ...appeal, ...both],
    complaint: one,
  };
  const [first = '', second = first] = after.split(' ');
  return [...(first.startsWith('nobody') ? [first] : []), ...(told[second] ?? []), `questions.${perspective}`];
}

/** Each thing said, by its key; of steps also who calls, from where, on which day or by when. */
function toldIn(status: ReferralStatus, channel: World['channel']): readonly string[] {
  return statusSays(status, worldOn(channel)).map((each: Say) => {
    if (each.kind === 'line') return short(each.line.key);
    if (each.kind === 'offers') return ['offers', ...each.options.map(({ id }) => id)].join(' ');
    return each.kind === 'steps' ? each.steps.map(stepIn).join(', ') : each.kind;
  });
}

const short = (key: string): string => key.replace(/^status\.(steps\.)?/, '');

function stepIn({ line, on, by }: StepMark): string {
  const { name, number } = line.params ?? {};
  const who = line.key === 'status.steps.provider' ? [written(name), written(number)] : [];
  return [short(line.key), ...who, ...(on ? [on.slice(5)] : []), ...(by ? [`by ${by.slice(5)}`] : [])].join(' ');
}

function written(param: Param | undefined): string {
  if (typeof param !== 'object') return String(param);
  return 'phone' in param ? param.phone : JSON.stringify(param);
}
