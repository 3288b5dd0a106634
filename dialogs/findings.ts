/** What was found, the likeliest first, each with its reason and its source; then what can be done with it. */
import type { Finding } from '../policy/findings.ts';
import type { Citation } from '../policy/citation.ts';
import { stateLines } from '../policy/state-lines.ts';
import { ask, goTo, heardOne, line, one, option, planParams, say, step } from './asking.ts';
import { updateCase } from './cases.ts';
import { countyIn } from './county.ts';
import { found, likelyProgrammes } from './file/programmes.ts';
import { beside, reasons } from './finding-lines.ts';
import type { Heard } from './heard.ts';
import { toKnown } from './known.ts';
import { toMenu } from './menu.ts';
import { perspectiveOf } from './perspective.ts';
import type { Option, Say } from './say.ts';
import { beginScreening } from './screen.ts';
import type { Case } from './case.ts';
import { activeCase, type State } from './state.ts';
import type { Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import { forWhom } from './whom.ts';
import type { World } from './world.ts';

type Findings = Extract<Waiting, { dialog: 'findings' }>;

export function tellFindings(state: State, world: World): Step {
  const moved = goTo(state, { dialog: 'findings' });
  return step(moved, told(moved, world));
}

function told(state: State, world: World): readonly Say[] {
  const about = activeCase(state);
  if (!about) return [];
  const all = found(about, world);
  return [
    say(`findings.intro.${perspectiveOf(about)}`, planParams(world)),
    ...notServed(about, world),
    ...all.map((finding) => card(finding, all, about, world)),
    say('findings.canStillAsk', planParams(world)),
    ask({ id: 'findings', line: line('findings.ask'), input: one(optionsOf(about)) }),
  ];
}

/** Who lives in a county that the plan does not serve may belong to another one. */
function notServed({ replies }: Case, world: World): readonly Say[] {
  const county = countyIn(replies);
  if (county === null || world.plan.counties.includes(county)) return [];
  const options = { phone: stateLines.healthCareOptions.number };
  return [say('findings.otherCounty', { ...planParams(world), county, options })];
}

function card(finding: Finding, all: readonly Finding[], about: Case, world: World): Say {
  return {
    kind: 'finding',
    programme: finding.programme,
    truth: finding.truth,
    lines: reasons(finding, all, about, world),
    more: world.channel === 'sms' ? [] : beside(finding, about, world),
    cites: citesOf(finding),
    offers: [
      option(`ask:${finding.programme}`, 'findings.askForThis', planParams(world)),
      option(`topic:${finding.programme}`, 'findings.learn'),
    ],
  };
}

/** Where it is written: what decided, else what the plan judges. One line a place. */
function citesOf({ because, unsure, planDecides }: Finding): readonly Citation[] {
  const cites = [...because, ...unsure, ...planDecides].map(({ cite }) => cite);
  const places = new Map(cites.map((cite) => [`${cite.source} ${cite.place}`, cite]));
  return [...places.values()].slice(0, 3);
}

function optionsOf(about: Case): readonly Option[] {
  const askPlan = about.whose === 'self' ? 'findings.options.file' : 'findings.options.fileOther';
  return [
    option('file', askPlan),
    option('choose', 'findings.options.choose'),
    ...(about.everything ? [] : [option('everything', 'findings.options.everything')]),
    option('known', 'findings.options.known'),
    option('menu', 'findings.options.menu'),
  ];
}

function hear(_waiting: Findings, heard: Heard, state: State, world: World): Step | NotMine {
  const about = activeCase(state);
  if (!about) return notMine;
  switch (heardOne(optionsOf(about), heard, state)) {
    case 'file':
      return forWhom(state, 'file', world, { programmes: likelyProgrammes(about, world) });
    case 'choose':
      return forWhom(
        updateCase(state, (each) => {
          const draft = { ...each.draft };
          delete draft.programmes;
          return { ...each, draft };
        }),
        'file',
        world,
      );
    case 'everything':
      return beginScreening(
        updateCase(state, (each) => ({ ...each, everything: true })),
        world,
      );
    case 'known':
      return toKnown(state, world);
    case 'menu':
      return toMenu(state, world);
    default:
      return notMine;
  }
}

export const findingsDialog: Dialog<Findings> = { ask: (_waiting, state, world) => told(state, world), hear };
