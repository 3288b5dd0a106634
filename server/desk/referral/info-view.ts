/** What the plan asked of one request, how far it is answered, and until when it waits. */
import { html, type Fragment } from '../../channels/web/html.ts';
import { isAnswered, openAsks, voidDue } from '../../../referral/info-ask.ts';
import type { RequestStatus } from '../../../referral/status.ts';
import { day } from '../desk-time.ts';
import { answerWords, askName } from './info-asks.ts';
import { fillHtml, words } from '../words.ts';

const w = words.infoAsks;

export function infoView({ programme, decision, decidedOn, info }: RequestStatus): Fragment {
  if (decision !== 'pendingInfo') return null;
  const isDone = isAnswered(info);
  const waits = !isDone && decidedOn && html`<p>${fillHtml(w.voidBy, { when: day(voidDue(decidedOn)) })}</p>`;
  if (!info)
    return html`<p class="note">${w.byPhone}</p>
      ${waits}`;
  const id = `asked-${programme}`;
  return html`<section class="card" aria-labelledby="${id}">
    <h3 id="${id}">${isDone ? html`<strong class="flag warn">${w.answeredTitle}</strong>` : w.askedTitle}</h3>
    <dl>
      ${info.answers.map(
        (answer) =>
          html`<div>
            <dt>${askName(answer.ask)}</dt>
            <dd>
              ${answerWords(answer)}${(answer.ask === 'phone' || answer.ask === 'address') && answer.said.kind === 'text' && html`<br /><strong>${w.notContact}</strong>`}
            </dd>
          </div>`,
      )}
      ${openAsks(info).map(
        (ask) =>
          html`<div>
            <dt>${askName(ask)}</dt>
            <dd class="dim">${w.open}</dd>
          </div>`,
      )}
    </dl>
    ${waits}
  </section>`;
}
