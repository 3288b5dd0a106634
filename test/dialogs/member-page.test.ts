import assert from 'node:assert/strict';
import { memberPage, type MemberPage, type Reader } from '../../dialogs/member-page.ts';
import type { Contact, Filer, Referral } from '../../referral/referral.ts';
import { planById } from '../../server/plans/index.ts';
import { aReferral } from '../server/desk-visit.ts';

const plan = planById('iehp');
const number = '12345678901234';

const daughter: Filer = {
  kind: 'helper',
  relation: 'child',
  awareness: 'agrees',
  name: 'Rosa Example',
  phone: '209-555-0121',
  organization: null,
  title: null,
};

function pageOf(more: Partial<Referral>, reader: Reader = 'filer', careful = false): MemberPage {
  return memberPage(aReferral(number, more), { plan }, { reader, careful });
}

function reachedBy(more: Partial<Contact>): Partial<Referral> {
  return { contact: { ...aReferral(number).contact, ...more } };
}

/** What is said, key by key, in order; a programme and the notices by their own names. */
function told({ sections }: MemberPage): string[] {
  return sections.flatMap(({ title, blocks }) => [
    ...(title ? [title.key] : []),
    ...blocks.flatMap((block) => {
      if (block.kind === 'line') return block.line.key;
      if (block.kind === 'list') return block.lines.map(({ key }) => key);
      return block.kind === 'programme' ? block.programme : block.kind;
    }),
  ]);
}

/** Nothing of these may stand on any page, whoever gets it. */
const secrets = /Pa Houa|Rosa|1964|90000000A|0134|0121|Riverside|Sun Clinic|p\. 1|staysInShelter|homelessness/;

describe('The page that a member keeps', () => {
  it('says what was asked for, what happens next and by when, and what to do if nobody calls', () => {
    assert.deepEqual(told(pageOf({})), [
      'file.sent.title',
      'file.sent.number',
      'copy.sentOn',
      'page.callUs',
      'common.hours.weekdays',
      'copy.youAsked',
      'ecm',
      'medicallyTailoredMeals',
      'copy.next',
      'file.sent.decision',
      'file.sent.theyCall',
      'file.sent.nobodyCalls',
      'file.sent.free',
      'copy.reach',
      'file.safeWays.options.call',
      'file.safeWays.options.voicemail',
      'file.safeWays.options.text',
      'file.safeWays.options.mail',
      'topics.languageHelp.title',
      'topics.languageHelp.short',
      'page.notices.title',
      'copy.rights',
      'notices',
    ]);
  });

  it('counts its days from the day of filing, however late it is opened', () => {
    const dates = [...JSON.stringify(pageOf({})).matchAll(/"date":"([^"]+)"/g)].map(([, date]) => date);
    // Friday 20 November 2026; Thanksgiving and the day after it are no working days.
    assert.deepEqual(dates, ['2026-11-20', '2026-12-01', '2026-12-15']);
  });

  it('repeats that they will call, and offers no other way, to who wants no contact', () => {
    const page = told(pageOf(reachedBy({ doNotContact: true, mayCall: false, mayText: false, mayMail: false })));
    assert.ok(page.includes('file.sent.youCall'), 'they will call');
    assert.deepEqual(
      page.filter((key) => /reach|safeWays|they(Call|Write)/.test(key)),
      [],
    );
  });

  it('lists the ways that were allowed, and no other', () => {
    const page = told(pageOf(reachedBy({ mayCall: false, mayText: false, mayLeaveVoicemail: false })));
    assert.deepEqual(
      page.filter((key) => key.startsWith('file.safeWays')),
      ['file.safeWays.options.mail'],
    );
  });

  it('tells of a fast decision where it was asked for, and of 90 days where a home is changed', () => {
    const [asked] = aReferral(number).requests;
    assert.ok(asked);
    const page = told(pageOf({ asksForFast: true, requests: [{ ...asked, programme: 'homeModifications' }] }));
    assert.ok(page.includes('file.sent.fast') && page.includes('file.sent.homeModifications'), page.join());
  });

  it('tells a helper that it came, and no programme, day or way to reach', () => {
    assert.deepEqual(told(pageOf({ filer: daughter })), [
      'file.sent.title',
      'file.sent.number',
      'copy.sentOn',
      'file.sent.helper',
      'file.sent.helperNext',
    ]);
  });

  it('is whole for a member whom the desk writes to, whoever filed, and lays nothing into their mouth', () => {
    const more = { filer: daughter, asksForFast: true, ...reachedBy({ doNotContact: true }) };
    const page = told(pageOf(more, 'member'));
    for (const key of ['copy.askedForYou', 'copy.asked', 'ecm', 'file.sent.decision', 'copy.rights'])
      assert.ok(page.includes(key), key);
    for (const key of ['copy.youAsked', 'file.sent.fast', 'file.sent.youCall', 'file.sent.title'])
      assert.ok(!page.includes(key), key);
  });

  const bare = ['copy.number', 'common.value', 'page.callUs', 'common.hours.weekdays'];
  it('holds only number, day and phone line where violence is near, at the desk too', () => {
    assert.deepEqual(told(pageOf(reachedBy({ confidential: true }))), bare);
    assert.deepEqual(told(pageOf(reachedBy({ confidential: true }), 'member')), bare);
  });

  it('holds only that, too, where violence was named after the request had gone', () => {
    assert.deepEqual(told(pageOf({}, 'filer', true)), bare);
  });

  it('never holds a name, birth date, card, phone, address, answer or reason', () => {
    const pages = [
      pageOf({}),
      pageOf({ filer: daughter }),
      pageOf({ filer: daughter }, 'member'),
      pageOf(reachedBy({ confidential: true })),
      pageOf({
        asksForFast: true,
        fastReason: 'Riverside',
        ...reachedBy({ mailingAddress: '1 Example St, Riverside' }),
      }),
    ];
    for (const page of pages) assert.doesNotMatch(JSON.stringify(page), secrets);
  });
});
