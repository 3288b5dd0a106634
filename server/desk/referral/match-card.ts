/** Whether the person is a member of the plan: recorded, with the next step and the message that goes with it. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { matchMessages, MemberMatch } from '../../../referral/member-match.ts';
import { card } from '../card.ts';
import { matchedBy } from './case-facts.ts';
import { caseForm, choice, type CaseView } from './case-form.ts';
import { time } from '../desk-time.ts';
import { said } from '../layout.ts';
import { howItGoes, messageForm } from './message-forms.ts';
import { sourceName } from '../names.ts';
import { mayWrite } from '../sign-in/session.ts';
import { fillHtml, words } from '../words.ts';

const w = words.match;

/** Where each next step is written, in the ECM Policy Guide. */
const places: Readonly<Record<MemberMatch, string>> = {
  found: 'p. 10',
  notOurs: 'p. 10, p. 81, p. 104',
  noCoverage: 'p. 10, p. 81, p. 104',
  shareOfCost: 'p. 10, footnote 6, p. 104',
  alreadyInEcm: 'p. 104, p. 113',
  alreadyOpen: 'p. 100',
};

export function matchCard(view: CaseView): Html {
  const matched = matchedBy(view.file);
  return card(
    'match',
    w.title,
    [],
    [
      matched ? standing(matched, view) : html`<p class="note">${w.none}</p>`,
      mayWrite(view.session.role) && recordForm(view),
    ],
  );
}

function standing({ at, by, what: { match } }: NonNullable<ReturnType<typeof matchedBy>>, view: CaseView): Fragment {
  const message = matchMessages[match];
  return [
    html`<p><strong>${fillHtml(w.recorded, { what: w.kinds[match], who: said(by), when: time(at) })}</strong></p>
      <h3>${w.next}</h3>
      <p>${w.steps[match]}</p>
      <p class="hint">${w.where}${sourceName('ecmPolicyGuide2026')}, ${places[match]}</p>`,
    message !== null &&
      mayWrite(view.session.role) &&
      html`<h3>${w.message}</h3>
        ${howItGoes(view)} ${messageForm(message, view)}`,
  ];
}

function recordForm(view: CaseView): Html {
  const options = MemberMatch.options.map((id) => [id, w.kinds[id]] as const);
  return caseForm('match', view, [
    choice('match-field', 'match', w.field, words.work.choose, options, view.typed['match']),
    html`<button>${w.save}</button>`,
  ]);
}
