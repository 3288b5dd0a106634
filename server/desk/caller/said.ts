/** What was said last, each thing in English and beside it in the caller's language, to be read aloud. */
import type { Message } from '../../../bot/store.ts';
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { sayHtml } from '../../channels/web/say.ts';
import { entries, interpreter, latestTurn } from '../../channels/web/transcript.ts';
import type { Voice } from '../../channels/web/voice.ts';
import { fillHtml, words } from '../words.ts';

const w = words.caller;

type Ours = Extract<Message, { by: 'us' }>;

/** `copy`: the way to what was filed. What is offered can be pressed where it stands in English, in both languages. */
export function saidNow(messages: readonly Message[], english: Voice, copy: Fragment): Html {
  const latest = latestTurn(messages);
  // What could not be stored has no number.
  const now = messages.filter((one): one is Ours => one.by === 'us' && (one.seq > latest || one.seq === 0));
  return html`<div class="said" id="now" tabindex="-1">${now.map((one) => oneSaid(one, english, copy))}</div>`;
}

/** All that was said before it, in English. */
export function saidBefore(messages: readonly Message[], english: Voice): readonly Html[] {
  const latest = latestTurn(messages);
  const before = messages.filter(({ seq }) => seq > 0 && seq <= latest);
  const inEnglish = before.map((one) => (one.by === 'us' ? { ...one, language: 'en' as const } : one));
  return entries(inEnglish, english.in('en'), -1, () => null);
}

function oneSaid({ seq, says, language }: Ours, english: Voice, copy: Fragment): Html {
  const own = language === 'en' ? null : english.in(language);
  const pairs = says.map((say) => {
    // Danger words stand in both languages in any case.
    if (say.kind === 'danger') return whole(sayHtml(say, own ?? english, { seq, live: true, copy }), own ?? english);
    const inEnglish = sayHtml(say, english, { seq, live: true, copy });
    if (!own || say.kind === 'offers' || say.kind === 'source') return whole(inEnglish, english);
    return pair(inEnglish, sayHtml(say, own, { seq, live: false, again: true, copy: null }), own);
  });
  return html`${own && titles(own)} ${pairs} ${own?.missed && pair(null, interpreter(own), own)}`;
}

function whole(inside: Fragment, { language: { tag, dir } }: Voice): Html {
  return html`<div class="whole" lang="${tag}" dir="${dir}">${inside}</div>`;
}

function titles(own: Voice): Html {
  const { tag, endonym } = own.language;
  const language = html`<bdi lang="${tag}">${endonym}</bdi>`;
  return html`<div class="tongues titles">
    <p>${w.english}</p>
    <p>${fillHtml(w.readAloud, { language })}</p>
  </div>`;
}

function pair(english: Fragment, aloud: Fragment, { language: { tag, dir } }: Voice): Html {
  return html`<div class="tongues">
    <div lang="en" dir="ltr">${english}</div>
    <div class="aloud" lang="${tag}" dir="${dir}">${aloud}</div>
  </div>`;
}
