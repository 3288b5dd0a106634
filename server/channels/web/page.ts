/** The page around the talk: head, banner, foot; all of it in one language. */
import { askingHtml, type Asking } from './asking.ts';
import { assetUrl } from './assets.ts';
import { actButton } from './controls.ts';
import { html, type Fragment, type Html } from './html.ts';
import { notices } from './notices.ts';
import { label, plainLabel } from './phrase.ts';
import { tools } from './tools.ts';
import type { Voice } from './voice.ts';

/** The whole page of a talk. */
export function chatPage(talk: { entries: readonly Html[]; asking: Asking }, voice: Voice, draft: boolean): Html {
  return shell(
    voice,
    { live: true, draft },
    html`${tools(voice)}
      <main
        id="main"
        hx-target="#log"
        hx-swap="beforeend"
        hx-sync="this:drop"
        data-offline="${plainLabel('page.trouble.offline', voice)}"
      >
        <div
          id="log"
          role="log"
          aria-live="polite"
          aria-label="${plainLabel('page.conversation', voice)}"
          tabindex="-1"
        >
          ${talk.entries}
        </div>
        ${askingHtml(talk.asking, voice)}
      </main>`,
    html`<nav class="rest" aria-label="${plainLabel('page.acts.menu', voice)}">
      ${actButton('person', voice)} ${actButton('language', voice)} ${actButton('file', voice)}
      ${actButton('menu', voice)} ${actButton('known', voice)} ${actButton('startOver', voice)}
    </nav>`,
  );
}

/** A page that stands by itself: locked, not found, out of order. */
export function plainPage(voice: Voice, title: Fragment, body: Fragment, draft = false): Html {
  return shell(
    voice,
    { live: false, draft },
    html`<main id="main" class="plain">
      <h2>${title}</h2>
      ${body}
    </main>`,
  );
}

/** The plan's line, in one sentence. */
export function callUs(voice: Voice): Html {
  const { shortName, memberServices, tty } = voice.plan;
  const params = { plan: shortName, phone: { phone: memberServices.number }, tty: { digits: tty } };
  return html`<p class="call">${label('page.callUs', voice, params)}</p>`;
}

type Kind = { readonly live: boolean; readonly draft: boolean };

function shell(voice: Voice, { live, draft }: Kind, body: Html, foot?: Html): Html {
  const { tag, dir } = voice.language;
  const title = plainLabel('page.title', voice, { plan: voice.plan.shortName });
  return html`<!doctype html>
    <html lang="${tag}" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title}</title>
        <link rel="icon" href="${assetUrl('icon.svg')}" />
        <link rel="stylesheet" href="${assetUrl('page.css')}" />
        <meta name="htmx-config" content="${htmxConfig}" />
        ${live && html`<script src="${assetUrl('htmx.js')}" defer></script>`}
        <script src="${assetUrl('page.js')}" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">${label('page.skip', voice)}</a>
        <header>
          <h1>${title}</h1>
          <form id="exit" method="post" action="/exit">
            <button type="submit" class="exit">${label('page.exit', voice)}</button>
          </form>
        </header>
        <aside aria-label="${plainLabel('page.assistant', voice)}">
          <p class="assistant">${label('page.assistant', voice)}</p>
          ${draft && html`<p class="draft">${label('page.draft', voice)}</p>`}
        </aside>
        ${body}
        <footer>
          ${foot} ${callUs(voice)}
          <p><a class="act" href="/how-we-check?lang=${tag}">${label('rules.title', voice)}</a></p>
          <p>${label('page.exitHint', voice)} ${label('page.privacy', voice)}</p>
          ${notices(voice)}
        </footer>
      </body>
    </html>`;
}

/** Nothing evaluated, nothing inlined, nothing from elsewhere; what is refused is told beside the field. */
const htmxConfig = JSON.stringify({
  includeIndicatorStyles: false,
  allowEval: false,
  allowScriptTags: false,
  historyEnabled: false,
  selfRequestsOnly: true,
  // Without `style`: copying that attribute would be inline style, which this page refuses.
  attributesToSettle: ['class', 'width', 'height'],
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '[45]..', swap: true, error: true, target: '#trouble', swapOverride: 'innerHTML' },
  ],
});
