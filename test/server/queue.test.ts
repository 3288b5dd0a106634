import assert from 'node:assert/strict';
import type { IsoDate } from '../../policy/calendar.ts';
import type { ReferralRow } from '../../server/desk/desk-store.ts';
import { overdue } from '../../server/desk/queues/overdue.ts';
import { paged } from '../../server/desk/queues/paging.ts';
import { isIn, referralQueues } from '../../server/desk/queues/queue.ts';
import { found, noSearch, type Search } from '../../server/desk/queues/search.ts';

type Request = ReferralRow['requests'][number];

/** Filed on Friday 20 November 2026; Thanksgiving and the day after follow. */
const row = (more: Partial<ReferralRow> = {}, ...requests: readonly Partial<Request>[]): ReferralRow => ({
  number: '12345678901234',
  name: 'Xiómara Ñúñez-Li',
  phone: '(951) 555-0134',
  cardNumber: '90000000A',
  county: 'Riverside',
  filedOn: '2026-11-20',
  filedAt: '2026-11-20T22:30:00.000Z',
  receivedAt: null,
  language: 'es',
  writtenLanguage: 'en',
  asksForFast: false,
  byHelper: false,
  confidential: false,
  doNotContact: false,
  assignedTo: null,
  match: null,
  textsStopped: false,
  wrongNumber: false,
  requests: (requests.length === 0 ? [{}] : requests).map((request) => ({
    programme: 'ecm',
    decision: 'pending',
    decidedOn: null,
    answered: false,
    providerNamed: false,
    letterOwed: false,
    loop: null,
    ...request,
  })),
  ...more,
});

const decidedOn: IsoDate = '2026-11-23';
const at = (day: string) => new Date(`${day}T20:00:00.000Z`);

describe('the queues of the desk', () => {
  const queuesOf = (one: ReferralRow) =>
    referralQueues.filter((queue) => queue !== 'all' && isIn(queue, one, { by: 'Ana', now: at('2026-11-23') }));

  const cases: readonly (readonly [title: string, one: ReferralRow, queues: readonly string[]])[] = [
    ['undecided', row(), ['new']],
    ['undecided, and asks for fast', row({ asksForFast: true }), ['new', 'fast']],
    ['decided, and asked for fast', row({ asksForFast: true }, { decision: 'denied' }), []],
    ['one programme decided, one not', row({}, { decision: 'approved', decidedOn }, {}), ['new']],
    ['asked for more, and not answered', row({}, { decision: 'pendingInfo', decidedOn }), ['pendingInfo']],
    ['asked for more, and answered', row({}, { decision: 'pendingInfo', answered: true }), ['new']],
    ['STOP was said, and a request is open', row({ textsStopped: true }), ['new', 'optedOut']],
    ['STOP was said, and all is decided', row({ textsStopped: true }, { decision: 'void' }), []],
    ['a denial whose letter has no day', row({}, { decision: 'denied', decidedOn, letterOwed: true }), ['letters']],
    ['the same, taken back since', row({}, { decision: 'withdrawn', decidedOn, letterOwed: true }), ['letters']],
    ['taken by whoever looks', row({ assignedTo: 'Ana' }), ['new', 'mine']],
    ['taken by another', row({ assignedTo: 'Ben' }), ['new']],
  ];
  for (const [title, one, queues] of cases) {
    it(`${title}: ${queues.join(', ') || 'in none but all'}`, () => {
      assert.deepEqual(queuesOf(one), queues);
    });
  }
});

describe('what is overdue', () => {
  const approved = (loop: Request['loop'], providerNamed = false) =>
    row({}, { decision: 'approved', decidedOn, loop, providerNamed });
  const fast = row({ asksForFast: true });
  const home = row({}, { programme: 'homeModifications' });
  const cases: readonly (readonly [title: string, one: ReferralRow, now: Date, clocks: readonly string[]])[] = [
    ['the decision on its last day', row(), at('2026-12-01'), []],
    ['the decision the day after', row(), at('2026-12-02'), ['decision']],
    ['a home modification after 5 working days', home, at('2026-12-02'), []],
    ['a home modification after 90 days', home, at('2027-02-19'), ['decision']],
    ['an urgent one before 72 hours have passed', fast, new Date('2026-11-23T22:29:59.000Z'), []],
    ['an urgent one after 72 hours', fast, new Date('2026-11-23T22:30:01.000Z'), ['urgent']],
    ['a yes with nobody on its last day', approved(null), at('2026-12-09'), []],
    ['a yes with nobody the day after', approved(null), at('2026-12-10'), ['assignment']],
    ['a yes that somebody accepted, with no name', approved({ state: 'accepted' }), at('2026-12-10'), ['assignment']],
    ['a yes with a provider named', approved({ state: 'accepted' }, true), at('2026-12-10'), []],
    ['a yes whose provider declined', approved({ state: 'declined' }, true), at('2026-12-10'), ['assignment']],
    ['a home modification, asked for fast', { ...home, asksForFast: true }, at('2026-11-30'), []],
    ['a yes with a call', approved({ state: 'outreachInitiated' }), at('2026-12-10'), []],
    ['a yes that is closed', approved({ state: 'closed', reason: 'noLongerNeeded' }), at('2026-12-10'), []],
    ['a denial', row({}, { decision: 'denied', decidedOn }), at('2027-06-01'), []],
  ];
  for (const [title, one, now, clocks] of cases) {
    it(`${title}: ${clocks.join(', ') || 'not yet, or never'}`, () => {
      assert.deepEqual(overdue(one, now), clocks);
    });
  }
});

describe('a search at the desk', () => {
  const isFound = (search: Partial<Search>) =>
    found([row({ assignedTo: 'Ben' })], { ...noSearch, ...search }).length === 1;
  const cases: readonly (readonly [title: string, search: Partial<Search>, isFound: boolean])[] = [
    ['nothing at all', {}, true],
    ['parts of the name, in another order, without accents', { words: 'LI xiomara nune' }, true],
    ['a name that is not there', { words: 'xiomara vang' }, false],
    ['the number', { words: '12345678901234' }, true],
    ['the number in groups', { words: '1234 5678 9012 34' }, true],
    ['another number', { words: '99345678901234' }, false],
    ['the phone, as a carrier writes it', { words: '+1 951-555-0134' }, true],
    ['the last digits of the phone', { words: '0134' }, true],
    ['another phone', { words: '951-555-0199' }, false],
    ['the card', { words: '90000000a' }, true],
    ['signs alone, which say nothing', { words: ' .- ' }, true],
    ['its language', { language: 'es' }, true],
    ['another language', { language: 'hmn' }, false],
    ['the language of letters', { written: 'en' }, true],
    ['its county', { county: 'Riverside' }, true],
    ['its programme', { programme: 'ecm' }, true],
    ['another programme', { programme: 'asthmaRemediation' }, false],
    ['who has it', { worker: 'Ben' }, true],
    ['those that nobody has', { worker: '' }, false],
    ['two filters of which one does not hold', { language: 'es', county: 'San Bernardino' }, false],
  ];
  for (const [title, search, expected] of cases) {
    it(`${title}: ${expected ? 'found' : 'not found'}`, () => {
      assert.equal(isFound(search), expected);
    });
  }

  it('shows fifty at a time, and the nearest page to one that is not there', () => {
    const rows = Array.from({ length: 120 }, (_, place) => place);
    assert.deepEqual(paged(rows, '3'), { rows: rows.slice(100), page: 3, pages: 3, total: 120 });
    assert.deepEqual(
      ['9', '0', '-1', 'x', undefined, ['2']].map((asked) => paged(rows, asked).page),
      [3, 1, 1, 1, 1, 1],
    );
    assert.deepEqual(paged([], '2'), { rows: [], page: 1, pages: 1, total: 0 });
  });
});
