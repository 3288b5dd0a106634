/** What the screen found for one request, with every reason and where it is written. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import type { Citation } from '../../../policy/citation.ts';
import type { Criterion, PlanDecides } from '../../../policy/condition.ts';
import type { FindingRecord, Request } from '../../../referral/referral.ts';
import { answered, criterionWords, factName, whoCanTell, type Answered } from './answer-words.ts';
import { day } from '../desk-time.ts';
import { said } from '../layout.ts';
import { planDecidesName, programmeName, sourceName, word } from '../names.ts';
import { hiddenCaption, table, type Column } from '../table.ts';
import { fill, words } from '../words.ts';

const w = words.request;

/** The finding, its reasons, what is open, and the answers that bear on it. */
export function findingView({ programme, finding, answers }: Request): Html {
  const given = answered(answers);
  return html`<div class="finding">
    <h3>${w.finding}</h3>
    <p class="truth">${finding ? w.findings[finding.truth] : w.findings.none}</p>
    ${finding && reasons(finding, given)}
    <h4>${w.answers}</h4>
    ${given.length === 0 ? html`<p class="dim">${w.noAnswers}</p>` : table(given, columns, { caption: hiddenCaption(`${w.answers}: ${programmeName(programme)}`) })}
  </div>`;
}

function reasons(
  { populations, after, because, missing, planDecides }: FindingRecord,
  given: readonly Answered[],
): Html {
  return html`${
    populations.length > 0 &&
    html`<p>${w.populations}: ${populations.map((id) => word(words.populations, id)).join('; ')}</p>`
  }
  ${after && html`<p>${fill(w.after, { programme: programmeName(after) })}</p>`}
  ${because.length > 0 && [html`<h4>${w.reasons}</h4>`, becauseList(because, given)]}
  ${missing.length > 0 && [html`<h4>${w.missing}</h4>`, missingList(missing, given)]}
  ${planDecides.length > 0 && [html`<h4>${w.planDecides}</h4>`, planDecidesList(planDecides)]}`;
}

function becauseList(because: readonly Criterion[], given: readonly Answered[]): Html {
  return html`<ul>
    ${because.map((criterion) => {
      const told = given.find(({ fact }) => fact === criterion.fact)?.value ?? w.notSent;
      return html`<li>${criterionWords(criterion)}. ${w.answer}: ${said(told)}. ${cited(criterion.cite)}</li>`;
    })}
  </ul>`;
}

function missingList(missing: FindingRecord['missing'], given: readonly Answered[]): Html {
  return html`<ul>
    ${missing.map((fact) => {
      const told = given.find((answer) => answer.fact === fact)?.value ?? w.notAsked;
      return html`<li>${factName(fact)} (${told}): ${whoCanTell(fact)}</li>`;
    })}
  </ul>`;
}

function planDecidesList(parts: readonly PlanDecides[]): Html {
  return html`<ul>
    ${parts.map(({ planDecides, cite }) => html`<li>${planDecidesName(planDecides)} ${cited(cite)}</li>`)}
  </ul>`;
}

function cited({ source, place, standing }: Citation): Fragment {
  return html`<cite>${sourceName(source)}, ${place} (${words.standings[standing]})</cite>`;
}

const columns: readonly Column<Answered>[] = [
  { title: w.question, cell: ({ fact }) => factName(fact), names: true },
  { title: w.answer, cell: ({ value }) => said(value) },
  { title: w.saidOn, cell: ({ on }) => day(on) },
];
