/** The page that a member keeps, as HTML: the member's language beside English, matter by matter, on sheets that print. */
import type { Block, MemberPage, Section } from '../../../dialogs/member-page.ts';
import { line, planParams } from '../../../dialogs/asking.ts';
import { formatDigits } from '../../../locales/format.ts';
import type { ProgrammeId } from '../../../policy/rule.ts';
import { html, type Fragment, type Html } from './html.ts';
import { noticeTexts } from './notices.ts';
import { label, phrase, plainLabel } from './phrase.ts';
import type { Voice } from './voice.ts';

export type Sheets = {
  /** Each begins on a sheet of its own. */
  readonly pages: readonly MemberPage[];
  /** The member's language; null where it is none of ours. */
  readonly own: Voice | null;
  readonly english: Voice;
  /** 20 point or more throughout, for those who asked for large print. */
  readonly large: boolean;
  readonly draft: boolean;
};

/** What is around the sheets on a screen, and never on paper. */
export type Around = {
  readonly stylesheet: string;
  readonly script: string;
  readonly top: Html;
};

export function memberPageHtml(sheets: Sheets, { stylesheet, script, top }: Around): Html {
  const voice = sheets.own ?? sheets.english;
  const { tag, dir } = voice.language;
  // A saved file and a browser's own head line are named by this: it says no more than the chat's.
  const title = plainLabel('page.title', voice, { plan: voice.plan.shortName });
  return html`<!doctype html>
    <html lang="${tag}" dir="${dir}" class="${sheets.large && 'large'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title}</title>
        <link rel="stylesheet" href="${stylesheet}" />
        <script src="${script}" defer></script>
      </head>
      <body>
        ${top}
        <main id="main" data-watch>${sheets.pages.map((page) => sheet(page, sheets))}</main>
      </body>
    </html>`;
}

function sheet(page: MemberPage, { own, english, draft }: Sheets): Html {
  const wanted = own === null || own.tag === 'en' ? [english] : [own, english];
  // Each language whole, or not at all: half a page would hide that there is more.
  const spoken = wanted.filter((voice) => isWhole(page, voice));
  const toldIn = spoken.length > 0 ? spoken : [english];
  const isWanting = own === null || spoken.length < wanted.length;
  return html`<article class="${toldIn.length > 1 ? 'sheet two' : 'sheet'}">
    <div class="rows">
      <p class="plan"><bdi>${english.plan.name}</bdi></p>
      ${draft && row(toldIn.map((voice) => cell(html`<p class="draft">${label('page.draft', voice)}</p>`, voice)))}
      ${isWanting && interpreter(own ?? english)}
      ${
        spoken.length > 0
          ? page.sections
              .flatMap(inRows)
              .map((section) => row(spoken.map((voice) => cell(sectionHtml(section, voice), voice))))
          : html`<p class="digits">${digits(page)}</p>
              <p>${label('page.callUs', english, planParams(english))}</p>`
      }
    </div>
    <div class="foot" lang="en" dir="ltr">
      <p>
        <span>${label('page.callUs', english, planParams(english))}</span> <span class="digits">${digits(page)}</span>
      </p>
    </div>
  </article>`;
}

/** One programme beside its English, then the next: a finger on the one finds the other. */
function inRows({ title, blocks }: Section): readonly Section[] {
  if (!blocks.some(({ kind }) => kind === 'programme')) return [{ title, blocks }];
  return blocks.map((block, at) => (at === 0 ? { title, blocks: [block] } : { blocks: [block] }));
}

const digits = ({ number }: MemberPage): Fragment => html`<bdi dir="ltr">${formatDigits(number)}</bdi>`;

const row = (cells: readonly Html[]): Html => html`<section class="row">${cells}</section>`;

function cell(inside: Fragment, { language: { tag, dir } }: Voice): Html {
  return html`<div lang="${tag}" dir="${dir}">${inside}</div>`;
}

function isWhole({ sections }: MemberPage, voice: Voice): boolean {
  const tried = voice.in(voice.tag);
  sections.forEach((section) => sectionHtml(section, tried));
  return !tried.missed;
}

function interpreter(voice: Voice): Html {
  const { tag, dir } = voice.language;
  return html`<p class="interpreter" lang="${tag}" dir="${dir}">
    ${label('page.interpreter', voice, planParams(voice))}
  </p>`;
}

function sectionHtml({ title, blocks }: Section, voice: Voice): Html {
  return html`${title && html`<h2>${phrase(title, voice)}</h2>`} ${blocks.map((block) => blockHtml(block, voice))}`;
}

function blockHtml(block: Block, voice: Voice): Fragment {
  switch (block.kind) {
    case 'line':
      return html`<p>${phrase(block.line, voice)}</p>`;
    case 'list':
      return html`<ul class="short">
        ${block.lines.map((one) => html`<li>${phrase(one, voice)}</li>`)}
      </ul>`;
    case 'programme':
      return html`<p>
        <strong>${programmeName(block.programme, voice)}</strong><br />
        ${phrase(line(`programmes.${block.programme}.what`), voice)}
      </p>`;
    case 'notices':
      return noticeTexts(voice);
  }
}

/** The plan's own name for it, or ours. The English one stands beside it in any case. */
function programmeName(programme: ProgrammeId, voice: Voice): Fragment {
  return voice.plan.names[voice.tag]?.[programme] ?? phrase(line(`programmes.${programme}.name`), voice);
}
