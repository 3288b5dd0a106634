/** The forms of the foot: what each carries, and which of them was found wanting. */
import type { Ask } from '../../../dialogs/say.ts';
import type { Tag } from '../../../locales/languages.ts';
import type { DateParts } from './date-fields.ts';
import { html, type Fragment, type Html } from './html.ts';
import type { Trouble } from './trouble.ts';

/** What the foot of one page needs. */
export type Asking = {
  readonly waits: { readonly ask: Ask; readonly seq: number } | null;
  /** The question's id as the page sends it back. */
  readonly question: string | null;
  /** Whether the question's words already stand last in the conversation. */
  readonly justSaid: boolean;
  /** Hidden in every form: the session's token, a message id of its own, the question, the language. */
  readonly token: string;
  readonly messageId: string;
  /** Last entry that is on the page. */
  readonly after: number;
  readonly lang: Tag;
  readonly trouble: Trouble | null;
  /** What was sent before it was found wanting. */
  readonly typed: Typed | null;
  /** Another page's own address for its forms, and what they carry there; those of the chat go to the chat. */
  readonly elsewhere?: { readonly action: string; readonly carries: Html };
};

type Typed = DateParts & {
  readonly text: string;
  /** By which of the forms it was sent: by its own button; both empty where it was the field for own words. */
  readonly ticked: string;
  readonly dated: string;
};

/** A form of the chat: it carries what makes it answer this question, of this session, once. */
export function form(asking: Asking, id: string, inside: Fragment): Html {
  const { token, messageId, question, after, lang, elsewhere } = asking;
  const { action, carries } = elsewhere ?? { action: '/chat', carries: null };
  return html`<form id="${id}" method="post" action="${action}#trouble" hx-post="${action}" autocomplete="off">
    ${carries}<input type="hidden" name="token" value="${token}" />
    <input type="hidden" name="id" value="${messageId}" />
    <input type="hidden" name="question" value="${question ?? ''}" />
    <input type="hidden" name="after" value="${after}" />
    <input type="hidden" name="lang" value="${lang}" />
    ${inside}
  </form>`;
}

/** The trouble belongs to the form that was sent; the other is not marked for it. */
export function ofForm(form: 'dated' | 'words', { typed, trouble }: Asking): Pick<Asking, 'typed' | 'trouble'> {
  const sent = typed?.dated ? 'dated' : typed?.ticked ? 'ticked' : 'words';
  return { typed, trouble: sent === form ? trouble : null };
}
