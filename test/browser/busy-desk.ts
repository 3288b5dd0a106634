// A desk in the middle of a day, in a browser.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { aComplaint } from '../referral/a-complaint.ts';
import { aReferral, file, store, type DeskHouse } from '../server/desk-visit.ts';

const pictures = process.env['PICTURES'];

/** A desk in the middle of a day: open, urgent, helped, confidential and decided referrals, calls and alerts. */
export async function busyDesk(house: DeskHouse): Promise<void> {
  const { contact, person } = aReferral('10000000000001');
  const named = (name: string) => ({ ...person, name });
  await file(house, aReferral('10000000000001'));
  await file(
    house,
    aReferral('10000000000002', {
      person: named('Xiomara Quetzalli'),
      language: 'es',
      asksForFast: true,
      contact: { ...contact, confidential: true, doNotContact: true, mayText: false, mayLeaveVoicemail: false },
      filer: {
        kind: 'helper',
        relation: 'child',
        awareness: 'doesNotKnow',
        name: 'Itzel Quetzalli',
        phone: '951-555-0177',
        organization: null,
        title: null,
      },
    }),
  );
  await file(house, aReferral('10000000000003', { person: named('David Reyes'), language: 'en' }));
  await house.store.recordCase('10000000000001', { kind: 'matched', match: 'found' }, 'Lee Xiong');
  const decidedOn = '2026-11-23';
  const decide = (programme: 'ecm' | 'medicallyTailoredMeals', decision: 'approved' | 'denied') =>
    house.store.record(
      '10000000000003',
      { programme, what: { kind: 'decision', decision, decidedOn, noticeMailedOn: null } },
      'Lee Xiong',
    );
  await decide('ecm', 'approved');
  await decide('medicallyTailoredMeals', 'denied');
  await house.store.record(
    '10000000000003',
    {
      programme: 'ecm',
      what: {
        kind: 'loop',
        loop: { state: 'accepted' },
        on: decidedOn,
        provider: { name: 'Sun Street Centers', phone: '951-555-0142' },
      },
    },
    'Lee Xiong',
  );
  const call = { phone: '951-555-0177', language: 'hmn', reason: 'asked' } as const;
  await store(house, 'c1', {
    callBack: { ...call, id: 'c1', name: 'Pa Houa', dialect: 'white', when: 'evening', voicemail: false },
  });
  await store(house, 'c2', {
    callBack: { ...call, id: 'c2', name: null, dialect: null, when: null, voicemail: null, reason: 'danger' },
  });
  const alert = { language: 'es', wantsCall: true, phone: '9515550134' } as const;
  await store(house, 'a1', { alert: { ...alert, id: 'a1', danger: 'abuse' }, at: '2026-11-23T17:20:00.000Z' });
  await store(house, 'a2', {
    alert: { ...alert, id: 'a2', danger: 'medical', wantsCall: false, phone: null },
    at: '2026-11-23T17:55:00.000Z',
  });
  await house.store.take('alert', 'a1', 'Lee Xiong');
  await store(house, 'g1', { complaint: aComplaint({ asksForFast: true }), at: '2026-11-16T17:55:00.000Z' });
  await store(house, 'g2', {
    complaint: aComplaint({
      id: 'g2',
      kind: 'appeal',
      subject: 'letter',
      letterDate: '2026-11-10',
      confidential: true,
    }),
  });
}

export async function signIn(house: DeskHouse, page: Page): Promise<void> {
  await page.goto(await house.link('worker'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/desk/danger');
}

export async function assertClean(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    [],
    where,
  );
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  assert.ok(wide <= 0, `${where} does not scroll sideways`);
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${where.replace(/\W+/g, '-')}.png`, fullPage: true });
}
