/** The single keys of the desk, told in a dialog, where they can also be turned off (WCAG 2.1.4). Without script there are none. */
import { html, type Html } from '../../channels/web/html.ts';
import { queueIds, queueKeys } from './queue-tabs.ts';
import { words } from '../words.ts';

const w = words.shortcuts;

/** As `desk.js` hears them. */
const keys = {
  next: ['j', '↓'],
  previous: ['k', '↑'],
  find: ['/'],
  take: ['t'],
  safe: ['s'],
  match: ['m'],
  decide: ['d'],
  loop: ['l'],
  nextPage: ['n'],
  previousPage: ['p'],
  help: ['?'],
} as const satisfies Record<keyof typeof w.what, readonly string[]>;
const whats = [
  'next',
  'previous',
  'find',
  'take',
  'safe',
  'match',
  'decide',
  'loop',
  'nextPage',
  'previousPage',
  'help',
] as const;

export function shortcutButton(): Html {
  return html`<button type="button" class="quiet" data-keys hidden>${w.button}</button>`;
}

export function shortcutDialog(): Html {
  return html`<dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">${w.title}</h2>
    <p>
      <label><input type="checkbox" data-keys-on checked /> ${w.on}</label>
    </p>
    <p class="dim">${w.lists}</p>
    <dl>
      ${whats.map((what) => line(keys[what].map(key), w.what[what], ` ${w.open} `))}
      ${queueIds.map((id) => line([key('g'), key(queueKeys[id])], words.queues[id], ` ${w.then} `))}
    </dl>
    <form method="dialog"><button>${w.close}</button></form>
  </dialog>`;
}

const key = (name: string): Html => html`<kbd>${name}</kbd>`;

function line(pressed: readonly Html[], what: string, between: string): Html {
  return html`<div>
    <dt>${pressed.map((each, at) => [at > 0 && between, each])}</dt>
    <dd>${what}</dd>
  </div>`;
}
