/** The talk so far as entries, oldest first, each in the language in which it was said. */
import { newsMark, type Message } from '../../../bot/store.ts';
import { globalActs } from '../../../dialogs/heard.ts';
import type { Ask } from '../../../dialogs/say.ts';
import { formatDate } from '../../../locales/format.ts';
import { isIsoDate } from '../../../policy/calendar.ts';
import { actId, languageIn } from './controls.ts';
import { html, type Fragment, type Html } from './html.ts';
import { clipped, label, phrase } from './phrase.ts';
import { optionsOf, type Offered } from './offered.ts';
import { copyLink } from './own-requests.ts';
import { sayHtml, tellsThatFiled } from './say.ts';
import { languageOf, type Voice } from './voice.ts';

/**
 * The entries after `seq`; what came before is still read, for the words of what was chosen from it. `copy`: the way to
 * what was filed, where it is not the member's own page.
 */
export function entries(
  messages: readonly Message[],
  voice: Voice,
  after = -1,
  copy: (voice: Voice) => Fragment = copyLink,
): readonly Html[] {
  const latest = latestTurn(messages);
  const offered = new Map<string, Offered>();
  const filedHere = messages.some((message) => message.by === 'us' && message.says.some(tellsThatFiled));
  let said = voice;
  return messages.flatMap((message) => {
    if (message.by === 'us') {
      said = voice.in(message.language);
      for (const one of message.says.flatMap(optionsOf)) offered.set(one.option.id, one);
    }
    if (message.seq <= after || isNews(message)) return [];
    return message.by === 'us'
      ? [ours(message, said, { live: message.seq > latest, filedHere, copy: copy(said) })]
      : [theirs(message, said, offered)];
  });
}

/** The seq of the member's newest message: what we said after it is the latest turn. */
export function latestTurn(messages: readonly Message[]): number {
  return messages.findLast((message) => message.by === 'member' && !isNews(message))?.seq ?? 0;
}

/** The question that waits, and the entry it stands in. */
export function waitingAsk(messages: readonly Message[], question: string | null): { ask: Ask; seq: number } | null {
  const latest = latestTurn(messages);
  for (const message of messages.toReversed()) {
    if (message.by === 'member') continue;
    const ask = message.says.findLast((say): say is Ask => say.kind === 'ask');
    if (ask && (question === null ? message.seq > latest : ask.id === question)) return { ask, seq: message.seq };
  }
  return null;
}

/** We began by ourselves: there is no word of the member's to show. */
const isNews = (message: Message): boolean => message.by === 'member' && message.choices[0] === newsMark;

type Now = {
  /** What is offered can still be taken up. */
  readonly live: boolean;
  readonly filedHere: boolean;
  readonly copy: Fragment;
};

function ours(message: Extract<Message, { by: 'us' }>, voice: Voice, { live, filedHere, copy }: Now): Html {
  const { tag, dir } = voice.language;
  const said = message.says.map((say) => sayHtml(say, voice, { seq: message.seq, live, copy }));
  const isStatus = message.says.some(({ kind }) => kind === 'steps');
  return html`<div class="entry us" id="m${message.seq}" data-seq="${message.seq}" lang="${tag}" dir="${dir}">
    <span class="who">${label('page.weSaid', voice)}</span> ${said} ${isStatus && filedHere && copy}
    ${voice.missed && interpreter(voice)}
  </div>`;
}

/** Offered once for a whole entry, in the place of whatever could not be said. */
export function interpreter(voice: Voice): Html {
  const { number } = voice.plan.memberServices;
  const params = { phone: { phone: number }, tty: { digits: voice.plan.tty } };
  return html`<p class="interpreter">${label('page.interpreter', voice, params)}</p>`;
}

function theirs(
  message: Extract<Message, { by: 'member' }>,
  voice: Voice,
  offered: ReadonlyMap<string, Offered>,
): Html {
  const { tag, dir } = voice.language;
  const chosen = message.choices.map((id) => chosenWords(id, voice, offered)).filter((words) => words !== null);
  const words = [listed(chosen), message.text !== '' && typed(message.text, voice)];
  return html`<div class="entry me" id="m${message.seq}" data-seq="${message.seq}" lang="${tag}" dir="${dir}">
    <span class="who">${label('page.youSaid', voice)}</span>
    ${chosen.length > 0 || message.text !== '' ? words : untold}
  </div>`;
}

const listed = (chosen: readonly Fragment[]): Fragment =>
  chosen.length > 1
    ? html`<ul>
        ${chosen.map((one) => html`<li>${one}</li>`)}
      </ul>`
    : chosen.map((one) => html`<p>${one}</p>`);

/** Something was said that is not kept (a card's number) or whose words are gone. */
const untold = html`<p>…</p>`;

/** What somebody typed: no language is claimed for it, and its own direction is found by the browser. */
function typed(text: string, voice: Voice): Html {
  const words = isIsoDate(text) ? formatDate(voice.tag, text) : clipped(text);
  return html`<p class="typed" dir="auto">${words}</p>`;
}

function chosenWords(id: string, voice: Voice, offered: ReadonlyMap<string, Offered>): Fragment {
  const tag = languageIn(id);
  const one = offered.get(id);
  if (one && !tag) return [phrase(one.option.label, voice), one.of && [': ', one.of(voice)]];
  if (tag) return html`<span lang="${tag}">${languageOf(tag).endonym}</span>`;
  const act = globalActs.find((name) => actId(name) === id);
  return act ? label(`page.acts.${act}`, voice) : null;
}
