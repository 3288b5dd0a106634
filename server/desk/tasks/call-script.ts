/** What to say on the phone, in English and in the member's language side by side, as it stands in the catalogue. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { label, phrase } from '../../channels/web/phrase.ts';
import { tagFrom, Voice, type Words } from '../../channels/web/voice.ts';
import type { Plan } from '../../../dialogs/plan.ts';
import type { Line } from '../../../dialogs/say.ts';
import { mayLeaveVoicemail } from './call-limits.ts';
import type { CallBackTask } from '../desk-store.ts';
import { said } from '../layout.ts';
import { languageName } from '../names.ts';
import { hiddenCaption, table, type Column } from '../table.ts';
import { fill, fillHtml, words } from '../words.ts';

/** What members hear, and whether it may be a draft. */
export type ScriptWords = { readonly words: Words; readonly draft: boolean; readonly wholePlan: Plan };

const w = words.callBacks;
type StepId = keyof typeof w.scriptSteps;

export function callScript(task: CallBackTask, { words: catalogue, draft, wholePlan }: ScriptWords): Html {
  const { language, dialect } = task.callBack;
  const english = new Voice('en', catalogue, wholePlan);
  const own = ownVoice(task, english);
  const columns: readonly Column<StepId>[] = [
    { title: w.scriptWhen, cell: (step) => w.scriptSteps[step], names: true },
    { title: w.scriptEnglish, cell: (step) => label(`script.${step}`, english, paramsOf(task, wholePlan)) },
    ...(own
      ? [{ title: own.language.englishName, cell: (step: StepId) => inOwn(own, lineOf(step, task, wholePlan)) }]
      : []),
  ];
  return html`<section aria-labelledby="script">
    <h2 id="script">${w.script}</h2>
    <p class="banner"><strong>${w.scriptNot}</strong></p>
    ${!own && language !== 'en' && html`<p class="banner">${fillHtml(w.scriptInterpreter, { language: said(languageName(language)) })}</p>`}
    ${dialect && html`<p>${fill(w.scriptDialect, { dialect: words.contact.dialects[dialect] })}</p>`}
    ${draft && html`<p class="dim">${w.scriptDraft}</p>`}
    ${table(stepsOf(task), columns, { caption: hiddenCaption(w.script) })}
  </section>`;
}

/** Null where it is English, or where not all of it can be said. */
function ownVoice(task: CallBackTask, english: Voice): Voice | null {
  const tag = tagFrom(task.callBack.language);
  if (tag === null || tag === 'en') return null;
  const own = english.in(tag);
  for (const step of stepsOf(task)) phrase(lineOf(step, task, own.plan), own);
  return own.missed ? null : own;
}

function inOwn(own: Voice, line: Line): Fragment {
  return html`<div lang="${own.tag}" dir="${own.language.dir}">${phrase(line, own)}</div>`;
}

function stepsOf(task: CallBackTask): readonly StepId[] {
  const steps: readonly (StepId | false)[] = [
    'hello',
    'whoAsks',
    'notThere',
    'safe',
    // Without a request there is nothing to compare with.
    task.numbers.length > 0 && 'confirm',
    'from',
    task.callBack.reason === 'notDelivered' ? 'about' : 'asked',
    'interpreter',
    'help',
    'next',
    mayLeaveVoicemail(task) && 'voicemail',
  ];
  return steps.filter((step) => step !== false);
}

const lineOf = (step: StepId, task: CallBackTask, plan: Plan): Line => ({
  key: `script.${step}`,
  params: paramsOf(task, plan),
});

function paramsOf({ callBack }: CallBackTask, plan: Plan): NonNullable<Line['params']> {
  return {
    name: callBack.name === null ? '…' : givenName(callBack.name),
    plan: plan.shortName,
    phone: { phone: plan.memberServices.number },
  };
}

/** All but the last word, where there are more: a given name may be of two words. */
function givenName(name: string): string {
  const parts = name.trim().split(/\s+/u);
  return parts.slice(0, Math.max(1, parts.length - 1)).join(' ');
}
