/** The links on top of a referral: to the next of its queue and back, and to what stands further down. */
import { html, type Fragment } from '../../channels/web/html.ts';
import type { CaseView } from './case-form.ts';
import { programmeName } from '../names.ts';
import { mayWrite } from '../sign-in/session.ts';
import { queueAddress, wayText } from '../queues/way.ts';
import { fill, words } from '../words.ts';

const w = words.way;

/** Only where it was opened from a queue. */
export function wayLinks({ way, address }: CaseView): Fragment {
  if (!way) return null;
  const queue = words.queues[way.queue];
  return html`<nav class="way" aria-label="${w.label}">
    <a class="button" rel="next" href="${address}/next?in=${wayText(way)}">${fill(w.next, { queue })}</a>
    <a href="${queueAddress(way)}">${fill(w.back, { queue })}</a>
  </nav>`;
}

/** Each request with how it stands, so that one sees at once what is still to be decided. */
export function jumpLinks({ file: { referral, status }, session }: CaseView): Fragment {
  const requests = referral.requests.map(({ programme }) => {
    const decision = status.find((one) => one.programme === programme)?.decision;
    const name = programmeName(programme);
    return [`request-${programme}`, decision ? `${name}: ${words.decisions[decision]}` : name] as const;
  });
  const cards = [
    ['work', words.work.title],
    ['match', words.match.title],
    ...(mayWrite(session.role) ? [['messages', words.messages.title] as const] : []),
  ] as const;
  return html`<nav class="jump" aria-label="${w.page}">
    <ul>
      ${[...requests, ...cards, ['history', words.history.title] as const].map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
    </ul>
  </nav>`;
}
