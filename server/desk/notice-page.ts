/** A page with one thing to say. */
import { html, type Fragment } from '../channels/web/html.ts';
import { layout } from './layout.ts';
import type { Session } from './sign-in/session.ts';
import { words } from './words.ts';

/** The whole page, as text to send. */
export function noticePage(notice: {
  readonly title: string;
  readonly text: Fragment;
  readonly plan: string;
  readonly session: Session | null;
}): string {
  const { title, text, plan, session } = notice;
  const body = html`<h1>${title}</h1>
    <p>${text}</p>
    ${session && html`<p><a href="/desk">${words.refused.back}</a></p>`}`;
  return layout({ title, plan, session, body }).source;
}
