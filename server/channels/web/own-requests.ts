/** `GET /copy`: the pages of what was filed in this browser's talk, the newest first. No name or number in the address. */
import type { Request, RequestHandler, Response } from 'express';
import { memberPage } from '../../../dialogs/member-page.ts';
import type { Tag } from '../../../locales/languages.ts';
import type { Referral } from '../../../referral/referral.ts';
import type { Answers } from './answers.ts';
import { assetUrl } from './assets.ts';
import { html, type Html } from './html.ts';
import type { Lock } from './lock.ts';
import { memberPageHtml } from './member-page.ts';
import type { WebChatParts } from './parts.ts';
import type { Patience } from './patience.ts';
import { label, plainLabel } from './phrase.ts';
import { sizeOf, sizePath } from './print-size.ts';
import type { Visits } from './session.ts';
import { Refusal } from './trouble.ts';
import type { Voice } from './voice.ts';

/** What was filed in one talk. */
export type Filed = {
  readonly language: Tag;
  /** The newest first; `careful`: violence was named in the talk, if only after the request had gone. */
  readonly requests: readonly { readonly referral: Referral; readonly careful: boolean }[];
};

/** Where the page is; it tells nothing, in a browser's history either. */
export const copyPath = '/copy';

type Parts = Pick<WebChatParts, 'filed' | 'plan' | 'settings'> & {
  readonly visits: Visits;
  readonly answers: Answers;
  readonly patience: Patience;
  readonly lock: Lock;
};

export function ownRequests({ filed, plan, settings, visits, answers, patience, lock }: Parts): RequestHandler {
  return async (req: Request, res: Response) => {
    await patience.page(req, res);
    const visit = await visits.find(req);
    if (visit?.locked) return lock.show(req, res, visit);
    const { language, requests } = visit ? await filed(visit.key) : { language: 'en' as const, requests: [] };
    // No visit, one that has ended, one in which nothing was filed: all look the same.
    if (requests.length === 0) throw new Refusal('notFound', 404);
    const own = answers.voice(language);
    const large = sizeOf(req, requests[0]?.referral) === 'large';
    const pages = requests.map(({ referral, careful }) => memberPage(referral, { plan }, { reader: 'filer', careful }));
    const around = { stylesheet: assetUrl('member-page.css'), script: assetUrl('page.js'), top: top(own, large) };
    const sheets = { pages, own, english: own.in('en'), large, draft: settings.draft };
    answers.send(res, memberPageHtml(sheets, around));
  };
}

function top(voice: Voice, large: boolean): Html {
  const other = large ? 'common' : 'large';
  return html`<header>
      <h1>${label('page.title', voice, { plan: voice.plan.shortName })}</h1>
      <form id="exit" method="post" action="/exit">
        <button type="submit" class="exit">${label('page.exit', voice)}</button>
      </form>
    </header>
    <nav aria-label="${plainLabel('page.acts.menu', voice)}">
      <button type="button" class="main" data-print hidden>${label('page.print', voice)}</button>
      <a class="button" href="${sizePath(copyPath, other)}">${label(`copy.size.${other}`, voice)}</a>
      <a class="button" href="/">${label('page.trouble.toChat', voice)}</a>
      <p data-no-script>${label('copy.howToPrint', voice)}</p>
    </nav>`;
}

/** The way to it, from where a request is told of. */
export function copyLink(voice: Voice): Html {
  return html`<p><a class="button" href="${copyPath}">${label('copy.open', voice)}</a></p>`;
}
