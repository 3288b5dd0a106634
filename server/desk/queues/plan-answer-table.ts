/** Answers of the plan's system that were not taken: no member hears of them until somebody has looked. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { time } from '../desk-time.ts';
import { csrfField, said } from '../layout.ts';
import { programmeName } from '../names.ts';
import type { PlanAnswer } from './plan-answer-store.ts';
import { mayWrite, type Session } from '../sign-in/session.ts';
import { hiddenCaption, table, type Column } from '../table.ts';
import { fill, words } from '../words.ts';

const w = words.planAnswers;

export type PlanAnswersView = {
  /** The oldest first. */
  readonly answers: readonly PlanAnswer[];
  /** The address of a referral, without its number. */
  readonly address: (number: string) => string;
  readonly session: Session;
};

/** Nothing where there are none. */
export function planAnswerTable(view: PlanAnswersView): Html | false {
  const { answers } = view;
  if (answers.length === 0) return false;
  return html`<section aria-labelledby="plan-answers">
    <h2 id="plan-answers">${w.title}</h2>
    <p>${w.lead}</p>
    ${table(answers, columns(view), { caption: hiddenCaption(w.title) })}
  </section>`;
}

function columns({ address, session }: PlanAnswersView): readonly Column<PlanAnswer>[] {
  return [
    { title: w.since, cell: ({ at }) => time(at) },
    {
      title: w.request,
      cell: ({ number, programme }) => html`<a href="${address(number)}">${programmeName(programme)}</a>`,
      names: true,
    },
    { title: w.problem, cell: problemCell },
    { title: w.act, cell: (answer) => actCell(answer, session) },
  ];
}

function problemCell({ problem, answer }: PlanAnswer): Fragment {
  return [
    w.problems[problem],
    answer !== null &&
      answer !== '' &&
      html`<details>
        <summary>${w.answer}</summary>
        <pre class="answer">${said(answer)}</pre>
      </details>`,
  ];
}

function actCell({ id, programme }: PlanAnswer, session: Session): Fragment {
  if (!mayWrite(session.role)) return w.waits;
  return html`<form method="post" action="/desk/not-delivered/dealt-with">
    ${csrfField(session)}<input type="hidden" name="id" value="${id}" />
    <button aria-label="${fill(words.tasks.for, { act: w.done, what: programmeName(programme) })}">${w.done}</button>
  </form>`;
}
