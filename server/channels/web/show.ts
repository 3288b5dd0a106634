/** What an outcome of the bot looks like: as a page, as a piece to be put into an open page, as entries of a stream. */
import type { Outcome } from '../../../bot/inbound.ts';
import { mintId } from '../../ids.ts';
import { askingHtml, type Asking } from './asking.ts';
import { html, type Html } from './html.ts';
import { chatPage } from './page.ts';
import type { Trouble } from './trouble.ts';
import { entries, latestTurn, waitingAsk } from './transcript.ts';
import type { Voice } from './voice.ts';

export type Shown = {
  readonly outcome: Outcome;
  readonly formToken: string;
  readonly trouble?: Trouble;
  readonly typed?: Asking['typed'];
  readonly elsewhere?: Asking['elsewhere'];
};

export function wholePage(shown: Shown, voice: Voice, draft: boolean): Html {
  return chatPage({ entries: entries(shown.outcome.messages, voice), asking: askingOf(shown, voice) }, voice, draft);
}

/** Entries that the page has not got, and a new foot in the place of the old. */
export function pieceOfPage(shown: Shown, voice: Voice, after: number): Html {
  return html`${entries(shown.outcome.messages, voice, after)} ${askingHtml(askingOf(shown, voice), voice, true)}`;
}

/** The foot alone. */
export function footOf(shown: Shown, voice: Voice): Html {
  return askingHtml(askingOf(shown, voice), voice);
}

/** The place in the page where the newest turn begins. */
export function newestPlace({ messages }: Outcome): string {
  const latest = latestTurn(messages);
  const first = messages.find(({ seq }) => seq > latest);
  return first ? `#m${String(first.seq)}` : '';
}

/** The foot of the page that shows this. */
export function askingOf({ outcome, formToken, trouble, typed, elsewhere }: Shown, voice: Voice): Asking {
  const { messages, question } = outcome;
  const last = messages.at(-1);
  const waits = waitingAsk(messages, question);
  return {
    waits,
    question,
    justSaid: waits !== null && waits.seq === last?.seq,
    token: formToken,
    messageId: mintId(),
    after: last?.seq ?? -1,
    lang: voice.tag,
    trouble: trouble ?? null,
    typed: typed ?? null,
    ...(elsewhere && { elsewhere }),
  };
}
