/** One call: what was said last in both languages, what can be answered, what is known, what was filed. */
import type { Outcome } from '../../../bot/inbound.ts';
import { activeCase, type State } from '../../../dialogs/state.ts';
import type { World } from '../../../dialogs/world.ts';
import { askingHtml, type Asking } from '../../channels/web/asking.ts';
import { actButton } from '../../channels/web/controls.ts';
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { askingOf } from '../../channels/web/show.ts';
import type { Trouble } from '../../channels/web/trouble.ts';
import type { Voice } from '../../channels/web/voice.ts';
import { knownHtml } from './known.ts';
import { saidBefore, saidNow } from './said.ts';
import type { CallerFile } from './store.ts';
import { csrfField } from '../layout.ts';
import { languageName } from '../names.ts';
import type { Session } from '../sign-in/session.ts';
import { fill, fillHtml, words } from '../words.ts';

const w = words.caller;

export type CallerView = {
  readonly file: CallerFile;
  readonly state: State;
  readonly outcome: Outcome;
  readonly world: World;
  /** English, with the caller's language beside it. */
  readonly english: Voice;
  readonly session: Session;
  /** Of this call; nothing of the caller stands in it. */
  readonly address: string;
  readonly referral: (number: string) => string;
  readonly trouble?: Trouble;
  readonly typed?: Asking['typed'];
};

export function callerPage(view: CallerView): Html {
  const { file, state, outcome, world, english, session, address } = view;
  const before = saidBefore(outcome.messages, english);
  const known = file.member ? w.known : w.answered;
  return html`<div class="call">
    <h1>${callTitle(outcome)}</h1>
    <p class="lead">${file.member && w.takenOver} <a href="/desk/caller">${w.back}</a></p>
    ${activeCase(state)?.confidential && html`<p class="safe">${words.warnings.confidential}</p>`} ${filed(view)}
    ${knownHtml(state, world, english.in('en'), known, file.member !== null && before.length === 0)} ${before.at(-1)}
    ${saidNow(outcome.messages, english, lastFiled(view))} ${asking(view)}
    <nav class="ways" aria-label="${w.acting}">
      ${(['language', 'file', 'known', 'menu'] as const).map((act) => actButton(act, english))}
    </nav>
    ${
      before.length > 1 &&
      html`<details class="card">
        <summary>${w.earlier}</summary>
        ${before.slice(0, -1)}
      </details>`
    }
    <form method="post" action="${address}/close" class="close">
      ${csrfField(session)}
      <p class="hint">${w.closeHint}</p>
      <button class="quiet">${w.close}</button>
    </form>
  </div>`;
}

/** What could not be stored: read out now, and with nothing to answer. */
export function unstoredPage(outcome: Outcome, english: Voice): Html {
  return html`<div class="call">
    <h1>${callTitle(outcome)}</h1>
    <p class="safe"><strong>${w.unstored}</strong></p>
    ${saidNow(outcome.messages, english, null)}
    <p><a href="/desk/caller">${w.back}</a></p>
  </div>`;
}

export const callTitle = ({ language }: Pick<Outcome, 'language'>): string =>
  fill(w.one, { language: languageName(language) });

function asking({ outcome, english, session, address, trouble, typed }: CallerView): Html {
  const elsewhere = { action: address, carries: csrfField(session) };
  const shown = { outcome, formToken: '', elsewhere, ...(trouble && { trouble }), ...(typed && { typed }) };
  return askingHtml(askingOf(shown, english), english);
}

/** The member may have filed by themselves meanwhile: then the worker sees it before filing again. */
function filed({ file, state, referral }: CallerView): Fragment {
  const here = numbers(state);
  const since = file.member?.state ? numbers(file.member.state).filter((number) => !here.includes(number)) : [];
  const told = (text: string, number: string): Html =>
    html`<p class="banner">
      ${fillHtml(text, { number: html`<strong>${number}</strong>` })}
      <a href="${referral(number)}">${w.openReferral}</a>
    </p>`;
  return [
    since.map((number) => html`<div role="alert">${told(w.filedSince, number)}</div>`),
    here.map((number) => told(w.filedHere, number)),
  ];
}

function lastFiled({ state, referral }: CallerView): Fragment {
  const last = activeCase(state)?.filed.at(-1);
  return last !== undefined && html`<p><a class="button" href="${referral(last)}">${w.openReferral}</a></p>`;
}

const numbers = ({ cases }: State): readonly string[] => cases.flatMap(({ filed: each }) => each);
