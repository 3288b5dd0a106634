/** The reviewed messages that can be sent, in both languages, and what will truly happen to one. */
import { html, type Fragment, type Html } from '../../channels/web/html.ts';
import { DeskMessage, tellsRecords } from '../../../referral/desk-message.ts';
import { matchMessages } from '../../../referral/member-match.ts';
import { card } from '../card.ts';
import { caseForm, type CaseView } from './case-form.ts';
import { unreadWarnings } from './grave-warnings.ts';
import { matchOf } from './case-facts.ts';
import { otherWays, reachOf } from './message-reach.ts';
import { fill, words } from '../words.ts';

const w = words.messages;

/** All messages but the one that stands with the member match. */
export function messageCard(view: CaseView): Html {
  const match = matchOf(view.file);
  const withMatch = match && matchMessages[match];
  const others = DeskMessage.options.filter((id) => id !== withMatch);
  return card(
    'messages',
    w.title,
    [],
    [
      html`<p class="dim">${w.lead}</p>`,
      howItGoes(view),
      others.map(
        (id) =>
          html`<details ${view.typed['message'] === id && 'open'}>
            <summary>${w.names[id]}</summary>
            ${messageForm(id, view)}
          </details>`,
      ),
    ],
  );
}

/** One message as it will be read, with the button that sends it, where it can be sent. */
export function messageForm(id: DeskMessage, view: CaseView): Html {
  const { english, own } = view.messages.texts[id];
  const { own: language, draft } = view.messages;
  const name = fill(w.sendOne, { name: w.names[id] });
  return html`<div class="message">
    <p lang="en"><strong>${w.english}:</strong> ${english ?? fill(w.noWords, { id })}</p>
    ${
      language &&
      (own
        ? html`<p>
            <strong>${language.englishName}:</strong> <span lang="${language.tag}" dir="${language.dir}">${own}</span>
          </p>`
        : html`<p><strong>${language.englishName}:</strong> ${w.noOwnWords}</p>`)
    }
    ${draft && html`<p class="hint">${w.draft}</p>`}
    ${
      reachOf(view.file).kind === 'sent' &&
      (unreadWarnings(view.file, view.session.by).length > 0
        ? html`<p class="note">${words.warnings.first}</p>`
        : caseForm(
            'message',
            view,
            html`<input type="hidden" name="message" value="${id}" />${tellsRecords(id) && ownChat(id)}<button>
                ${name}
              </button>`,
          ))
    }
  </div>`;
}

/** The tick without which nothing of the plan's records is told. */
export const ownChatId = (message = ''): string => `own-chat-${message}`;

function ownChat(id: DeskMessage): Html {
  const box = ownChatId(id);
  return html`<p>
    <label class="tick"
      ><input type="checkbox" id="${box}" name="ownChat" value="yes" aria-describedby="${box}-hint" />
      ${w.ownChat}</label
    ><span class="hint" id="${box}-hint">${w.ownChatHint}</span>
  </p>`;
}

/** What happens when one is sent; or why none is, and what can be done instead. */
export function howItGoes({ file }: Pick<CaseView, 'file'>): Fragment {
  const reach = reachOf(file);
  if (reach.kind === 'sent') {
    return html`<p>${file.referral.filer.kind === 'helper' && w.helper} ${w.reach[reach.how]}</p>`;
  }
  const ways = otherWays(file).map((way) => w.ways[way]);
  const allowed = ways.length > 0 ? ways.join(w.waysJoin) : w.ways.none;
  return html`<p>
    <strong>${w.refused[reach.why]}</strong> ${reach.why !== 'doNotContact' && fill(w.instead, { ways: allowed })}
  </p>`;
}
