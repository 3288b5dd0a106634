/** The frame of every page at the desk: head, queues, content. */
import { html, type Fragment, type Html } from '../channels/web/html.ts';
import { formatPhone } from '../../locales/format.ts';
import { queueTabs, type Counts, type QueueId } from './queues/queue-tabs.ts';
import { shortcutButton, shortcutDialog } from './queues/shortcuts.ts';
import { mayWrite, type Session } from './sign-in/session.ts';
import { fill, words } from './words.ts';

export type { Counts, QueueId } from './queues/queue-tabs.ts';
export { queuePath } from './queues/queue-tabs.ts';

export type Page = {
  readonly title: string;
  readonly plan: string;
  /** Null before sign-in: then no queue is shown either. */
  readonly session: Session | null;
  readonly counts?: Counts;
  readonly queue?: QueueId;
  readonly body: Fragment;
};

/** One whole page. */
export function layout({ title, plan, session, counts = {}, queue, body }: Page): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title} · ${words.desk} · ${plan}</title>
        <link rel="stylesheet" href="/desk/desk.css" />
        ${session && html`<script src="/desk/desk.js" defer></script>`}
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <header>
          <p class="brand"><a href="/desk">${plan} · ${words.desk}</a></p>
          ${session && signedInAs(session)}
        </header>
        ${session && queueTabs(counts, queue)}
        <main id="content" tabindex="-1">${body}</main>
        ${session && shortcutDialog()}
      </body>
    </html>`;
}

function signedInAs(session: Session): Html {
  return html`<form class="who" method="post" action="/desk/sign-out">
    ${csrfField(session)}
    ${
      mayWrite(session.role) &&
      html`<a href="/desk/caller">${words.caller.link}</a> <a href="/desk/return-file">${words.returnFile.link}</a>
        <a href="/desk/export">${words.export.link}</a>`
    }
    <a href="/desk/week">${words.week.link}</a>
    <span>${fill(words.signedInAs, { name: session.name, role: words.roles[session.role] })}</span>
    ${shortcutButton()} <button class="quiet">${words.signOut}</button>
  </form>`;
}

/** What each form must carry, so that no other page can send it. */
export function csrfField({ csrf }: Session): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}" />`;
}

/** A phone number in its usual groups, kept apart and on one line; as it was typed where it is no such number. */
export function phoneNumber(text: string): Html {
  return html`<bdi class="number">${formatPhone(text)}</bdi>`;
}

/** Text of a member, a helper or the plan's system: kept apart, so that its direction moves nothing around it. */
export function said(text: string): Html {
  return html`<bdi>${text.replace(turning, '').replace(unseen, '\ufffd')}</bdi>`;
}

/** Marks that turn what follows, and could end the keeping apart. */
const turning = /[\u202a-\u202e\u2066-\u2069]/gu;
const unseen = /(?![\n\t])\p{Cc}/gu;
