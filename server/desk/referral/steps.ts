/** How far one request has come, as a line of steps with dates: the same picture that the member sees. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { IsoDate } from '../../../policy/calendar.ts';
import { hasNotice, isApproved, type Loop, isOpen } from '../../../referral/decision.ts';
import { assignmentDue, decisionDue, hasUrgentClock, urgentDue } from '../../../referral/decision-due.ts';
import type { RequestStatus } from '../../../referral/status.ts';
import type { ReferralFile } from '../desk-store.ts';
import { day, time } from '../desk-time.ts';
import { phoneNumber, said } from '../layout.ts';
import { fillHtml, words } from '../words.ts';

const w = words.request;

/** The steps of one request, on a day. */
export function steps(file: ReferralFile, status: RequestStatus, today: IsoDate): Html {
  return html`<ol class="steps" aria-label="${w.steps}">
    ${step('done', w.filed, time(file.filedAt))}
    ${file.receivedAt ? step('done', w.received, time(file.receivedAt)) : step('next', w.received, w.notYet)}
    ${decisionStep(file, status, today)} ${mayLoop(status) && loopSteps(status)}
  </ol>`;
}

/** Whether the loop may be set: only after an approval. */
export function mayLoop({ decision }: Pick<RequestStatus, 'decision'>): boolean {
  return isApproved(decision);
}

/** A denial or change of which the member may be told nothing yet, because no letter has been mailed. */
export function isUntold({ decision, noticeMailedOn }: RequestStatus): boolean {
  return hasNotice(decision) && noticeMailedOn === null;
}

/** A step of the loop in words. */
export function loopWords(loop: Loop): string {
  return loop.state === 'closed'
    ? `${words.loops.closed}: ${words.closureReasons[loop.reason]}`
    : words.loops[loop.state];
}

type Standing = 'done' | 'next' | 'late';

function step(standing: Standing, name: string, what: Fragment): Html {
  return html`<li class="${standing}">
    <span class="hidden">${w[standing]}:</span> <strong>${name}</strong> <span>${what}</span>
  </li>`;
}

function decisionStep(file: ReferralFile, status: RequestStatus, today: IsoDate): Html {
  const what = words.decisions[status.decision];
  if (!isOpen(status.decision)) {
    const when = status.decidedOn ? fillHtml(w.decidedOn, { what, when: day(status.decidedOn) }) : what;
    const owed = file.lettersOwed.includes(status.programme) && !isUntold(status);
    const letter = owed && html`<br /><strong class="flag warn">${w.letterOwed}</strong>`;
    return step('done', w.decision, [when, noticeLine(status), letter]);
  }
  const by = decisionDue(status.programme, file.referral.filedOn);
  const late = by < today;
  const urgent =
    file.referral.asksForFast &&
    hasUrgentClock(status.programme) &&
    html`<br />${fillHtml(w.urgent, { when: time(urgentDue(file.filedAt)) })}`;
  return step(late ? 'late' : 'next', w.decision, [
    what,
    ', ',
    fillHtml(w.by, { when: day(by) }),
    late && html` <strong class="flag late">${w.overdue}</strong>`,
    urgent,
  ]);
}

function noticeLine(status: RequestStatus): Fragment {
  if (isUntold(status)) return html`<br /><strong class="flag warn">${w.memberNotTold}</strong>`;
  return status.noticeMailedOn && html`<br />${fillHtml(w.noticeMailed, { when: day(status.noticeMailedOn) })}`;
}

function loopSteps({ loop, loopOn, provider, decidedOn }: RequestStatus): Html {
  const contact = provider && html`${said(provider.name)}, ${phoneNumber(provider.phone)}`;
  const closed = loop?.state === 'closed';
  const state = loop && !closed ? html`<br />${loopWords(loop)}${loopOn && html`, ${day(loopOn)}`}` : null;
  const waited = decidedOn ? fillHtml(w.assignBy, { when: day(assignmentDue(decidedOn)) }) : w.notYet;
  return html`${step(contact && loop?.state !== 'declined' ? 'done' : 'next', w.provider, [contact ?? (closed ? words.referral.none : waited), state])}
  ${step(closed ? 'done' : 'next', w.closed, closed ? [loopWords(loop), loopOn && html`, ${day(loopOn)}`] : w.notYet)}`;
}
