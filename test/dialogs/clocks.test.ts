/** By when a decision is told: 5 working days (ECM Policy Guide, pp. 103-104), 90 days for changes to a home. */
import assert from 'node:assert/strict';
import { confirmation } from '../../dialogs/file/confirmation.ts';
import type { Line, Say } from '../../dialogs/say.ts';
import { statusSays } from '../../dialogs/status-says.ts';
import type { World } from '../../dialogs/world.ts';
import type { IsoDate } from '../../policy/calendar.ts';
import { catalogOn } from '../../policy/catalog.ts';
import { noAnswers } from '../../policy/facts.ts';
import type { ProgrammeId } from '../../policy/rule.ts';
import { decisionDue } from '../../referral/decision-due.ts';
import { Referral } from '../../referral/referral.ts';
import { planById } from '../../server/plans/index.ts';

const filedOn: IsoDate = '2026-11-23'; // a Monday; Thanksgiving and the day after are no working days
const inFiveWorkingDays: IsoDate = '2026-12-02';
const inNinetyDays: IsoDate = '2027-02-21';

const world: World = {
  today: filedOn,
  plan: planById('alliance'),
  catalog: catalogOn(filedOn),
  channel: 'web',
  staffed: true,
  onCall: true,
  news: [],
  ids: {
    referralNumber: '00000000000000',
    caseId: 'case',
    callBackId: 'call',
    complaintId: 'complaint',
    alertId: 'alert',
  },
};

function referralFor(...programmes: ProgrammeId[]): Referral {
  return Referral.parse({
    number: world.ids.referralNumber,
    plan: 'alliance',
    filedOn,
    channel: 'web',
    language: 'en',
    caseId: 'case',
    person: { name: 'Luis Example', birthDate: '1964-03-07', cardNumber: null, county: null },
    contact: {
      phone: null,
      mayCall: false,
      mayText: false,
      mayLeaveVoicemail: false,
      mayMail: false,
      doNotContact: true,
      mailingAddress: null,
      bestTime: null,
      confidential: false,
      spokenLanguage: 'en',
      writtenLanguage: 'en',
      dialect: null,
    },
    filer: { kind: 'self' },
    consents: { sendToPlan: true, textMe: false, voicemail: false, tellHelper: false },
    trusted: null,
    asksForFast: false,
    requests: programmes.map((programme) => ({ programme, finding: null, answers: noAnswers })),
  });
}

const linesOf = (says: readonly Say[]): readonly Line[] =>
  says.flatMap((each) => (each.kind === 'card' ? [...each.lines] : []));

describe('the day by which a decision is told', () => {
  it('is 5 working days after the filing, and 90 days for changes to a home', () => {
    assert.equal(decisionDue('ecm', filedOn), inFiveWorkingDays);
    assert.equal(decisionDue('personalCareHomemaker', filedOn), inFiveWorkingDays);
    assert.equal(decisionDue('homeModifications', filedOn), inNinetyDays);
  });

  it('is told with the number, and that changes to a home take longer where they were asked for', () => {
    const told = (...programmes: ProgrammeId[]): readonly unknown[] =>
      linesOf(confirmation(referralFor(...programmes), world))
        .filter(({ key }) => key === 'file.sent.decision' || key === 'file.sent.homeModifications')
        .map(({ key, params }) => [key, params?.['date']]);
    const [soon, later] = [{ date: inFiveWorkingDays }, { date: inNinetyDays }];
    const andLonger = ['file.sent.homeModifications', undefined];
    assert.deepEqual(told('ecm'), [['file.sent.decision', soon]]);
    assert.deepEqual(told('homeModifications', 'ecm'), [['file.sent.decision', soon], andLonger]);
    assert.deepEqual(told('homeModifications'), [['file.sent.decision', later], andLonger]);
  });

  it('is the same in the steps of each request', () => {
    const pending = { decision: 'pending', decidedOn: null, noticeMailedOn: null } as const;
    const says = statusSays(
      {
        number: world.ids.referralNumber,
        filedOn,
        receivedOn: filedOn,
        held: null,
        asksForFast: false,
        requests: (['ecm', 'homeModifications'] as const).map((programme) => ({
          programme,
          ...pending,
          loop: null,
          loopOn: null,
          provider: null,
        })),
        teller: 'member',
        perspective: 'self',
        mayReleaseToHelper: false,
      },
      world,
    );
    const by = says.flatMap((each) => (each.kind === 'steps' ? each.steps.flatMap((step) => step.by ?? []) : []));
    assert.deepEqual(by, [inFiveWorkingDays, inNinetyDays]);
  });
});
