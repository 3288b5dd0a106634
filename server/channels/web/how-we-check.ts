/** The public page of every rule: what it asks for, in words, and where each line is written. Made from the rules. */
import type { Request, RequestHandler } from 'express';
import { line, planParams } from '../../../dialogs/asking.ts';
import { ruleTree, type RuleNode } from '../../../dialogs/rule-words.ts';
import type { Line } from '../../../dialogs/say.ts';
import type { Key } from '../../../locales/index.ts';
import { languages } from '../../../locales/languages.ts';
import type { IsoDate } from '../../../policy/calendar.ts';
import { catalogOn, type Catalog, type Dated } from '../../../policy/catalog.ts';
import type { Citation } from '../../../policy/citation.ts';
import type { InForce, Limit, Population } from '../../../policy/rule.ts';
import { html, type Fragment, type Html } from './html.ts';
import { callUs, plainPage } from './page.ts';
import { keepLanguage, pageLanguage } from './page-language.ts';
import type { WebChatParts } from './parts.ts';
import { label, phrase } from './phrase.ts';
import { written } from './source.ts';
import { Voice } from './voice.ts';

/** `GET /how-we-check`, in the language of the address (`?lang=es`), of this browser, or of its header. */
export function howWeCheck({ plan, words, clock, languageFromHeader, settings }: WebChatParts): RequestHandler {
  return (req: Request, res) => {
    const tag = pageLanguage(req) ?? languageFromHeader(req.get('accept-language')) ?? 'en';
    keepLanguage(req, res, tag);
    res
      .type('html')
      .send(howWeCheckPage(new Voice(tag, words, plan), clock.todayInCalifornia(), settings.draft).source);
  };
}

export function howWeCheckPage(voice: Voice, today: IsoDate, draft: boolean): Html {
  const body = rules(voice, catalogOn(today));
  return plainPage(
    voice,
    label('rules.title', voice),
    html`<div class="rules">${otherLanguages(voice)} ${voice.missed && interpreter(voice)} ${body}</div>
      ${callUs(voice)}
      <p><a class="button" href="/">${label('page.trouble.toChat', voice)}</a></p>`,
    draft,
  );
}

function otherLanguages({ tag: current }: Voice): Html {
  return html`<ul class="row">
    ${languages.map(
      ({ tag, endonym }) =>
        html`<li>
          <a href="/how-we-check?lang=${tag}" lang="${tag}" ${tag === current && html`aria-current="page"`}
            >${endonym}</a
          >
        </li>`,
    )}
  </ul>`;
}

function interpreter(voice: Voice): Html {
  return html`<p class="warning">${label('page.interpreter', voice, planParams(voice))}</p>`;
}

function rules(voice: Voice, { populations, supports }: Catalog): Html {
  const groups = populations.map((dated) => ({ dated, name: groupName(dated.rule.id) }));
  const kinds = supports.map((dated) => ({ dated, name: line(`programmes.${dated.rule.id}.name`) }));
  return html`<p>${phrase(line('rules.intro', planParams(voice)), voice)}</p>
    <p>${phrase(line('rules.canStillAsk', planParams(voice)), voice)}</p>
    <nav aria-label="${voice.words.shown(voice.tag, 'rules.choose') ?? ''}">
      <ul>
        ${[...groups, ...kinds].map(
          ({ dated: { rule }, name }) => html`<li><a href="#${rule.id}">${phrase(name, voice)}</a></li>`,
        )}
      </ul>
    </nav>
    <h3>${phrase(line('rules.populations', { programme: { word: 'programmes.ecm.name' } }), voice)}</h3>
    ${groups.map(({ dated, name }) => ruleCard(dated, name, voice))}
    <h3>${phrase(line('rules.supports'), voice)}</h3>
    ${kinds.map(({ dated, name }) => {
      const { id, limits, planAlsoNeeds, alsoCalled = [] } = dated.rule;
      return ruleCard(dated, name, voice, {
        what: html`<p>${phrase(line(`programmes.${id}.what`), voice)}</p>
          ${alsoCalled.map(
            ({ name, cite }) =>
              html`<p>${phrase(line('programmes.alsoCalled', { name }), voice)} ${place(cite, voice)}</p>`,
          )}`,
        beside: [
          toldBeside('rules.limits', 'limits', limits, voice),
          toldBeside('rules.also', 'planAlsoNeeds', planAlsoNeeds, voice),
        ],
      });
    })}`;
}

/** A population is called as the topic that explains it. */
const groupName = (id: string): Line => line(`topics.for${id.charAt(0).toUpperCase()}${id.slice(1)}.title` as Key);

type Ruled = Pick<Population, 'inForce' | 'when'> & { readonly id: string };
type Besides = { readonly what?: Fragment; readonly beside?: Fragment };

function ruleCard({ rule, lapsedOn }: Dated<Ruled>, name: Line, voice: Voice, { what, beside }: Besides = {}): Html {
  return html`<section class="card" id="${rule.id}">
    <h4>${phrase(name, voice)}</h4>
    ${what}
    <p>${phrase(line('rules.fits'), voice)}</p>
    <ul>
      ${node(ruleTree(rule.when), voice)}
    </ul>
    ${beside}
    <p class="hint">${phrase(holds(rule.inForce, lapsedOn), voice)} ${place(rule.inForce.cite, voice)}</p>
  </section>`;
}

function holds({ from, to }: InForce, lapsedOn: IsoDate | undefined): Line {
  if (lapsedOn !== undefined) return line('rules.lapsed', { date: { date: lapsedOn } });
  const since = { date: { date: from } } as const;
  return to === undefined ? line('rules.since', since) : line('rules.sinceUntil', { ...since, until: { date: to } });
}

function node({ line: said, cite, below }: RuleNode, voice: Voice): Html {
  return html`<li>
    ${phrase(said, voice)} ${cite && place(cite, voice)}
    ${
      below.length > 0 &&
      html`<ul>
        ${below.map((each) => node(each, voice))}
      </ul>`
    }
  </li>`;
}

function toldBeside(title: Key, part: 'limits' | 'planAlsoNeeds', list: readonly Limit[], voice: Voice): Fragment {
  if (list.length === 0) return null;
  return html`<p>${phrase(line(title), voice)}</p>
    <ul>
      ${list.map(
        ({ id, cite }) =>
          html`<li>${phrase(line(`programmes.${part}.${id}` as Key), voice)} ${place(cite, voice)}</li>`,
      )}
    </ul>`;
}

/** The document by its own name, which stays in English, with its page and its date; and how far it can be trusted. */
function place({ source, place: at, standing }: Citation, voice: Voice): Html {
  const weight = standing === 'verified' ? null : line(standing === 'secondhand' ? 'rules.copy' : 'rules.unchecked');
  return html`<small class="place"
    ><bdi lang="en" dir="ltr">${written(source, [at])}</bdi>${weight && html` ${phrase(weight, voice)}`}</small
  >`;
}
