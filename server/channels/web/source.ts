/** "Where this is written": documents by their own names, which stay in English. */
import type { Citation } from '../../../policy/citation.ts';
import { sources } from '../../../policy/sources.ts';
import { html, type Fragment, type Html } from './html.ts';
import { label } from './phrase.ts';
import type { Voice } from './voice.ts';

/** Folded away until it is wanted; nothing where nothing is cited. */
export function sourceNote(cites: readonly Citation[], voice: Voice): Html | null {
  if (cites.length === 0) return null;
  return html`<details class="source">
    <summary>${label('page.source', voice)}</summary>
    ${documents(cites)}
  </details>`;
}

/** More on the matter, and where it is written, under one fold. */
export function folded(more: readonly Fragment[], cites: readonly Citation[], voice: Voice): Html | null {
  if (more.length === 0) return sourceNote(cites, voice);
  return html`<details class="source">
    <summary>${label('page.more', voice)}</summary>
    ${more} ${cites.length > 0 && html`<p class="written">${label('page.source', voice)}:</p>`} ${documents(cites)}
  </details>`;
}

function documents(cites: readonly Citation[]): Html | null {
  if (cites.length === 0) return null;
  return html`<ul lang="en" dir="ltr">
    ${byDocument(cites).map(([source, places]) => document(source, places))}
  </ul>`;
}

function document(id: Citation['source'], places: readonly string[]): Html {
  return html`<li>${written(id, places)}</li>`;
}

/** A document by its own name, with its date and the places in it. */
export function written(id: Citation['source'], places: readonly string[]): Html {
  const { title, date, url } = sources[id];
  const name = url?.startsWith('https://')
    ? html`<a href="${url}" target="_blank" rel="noopener noreferrer">${title}</a>`
    : title;
  return html`<cite>${name}</cite>${date ? ` (${date})` : ''}: ${places.join('; ')}`;
}

function byDocument(cites: readonly Citation[]): [Citation['source'], string[]][] {
  const places = new Map<Citation['source'], Set<string>>();
  for (const { source, place } of cites) places.set(source, (places.get(source) ?? new Set()).add(place));
  return [...places].map(([source, found]) => [source, [...found]]);
}
