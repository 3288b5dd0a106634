// Every point at which a conversation can wait. A new one that is not listed here does not compile.
import { questionIds } from '../../dialogs/questions/shape.ts';
import type { Case } from '../../dialogs/case.ts';
import { freshState, type State } from '../../dialogs/state.ts';
import { CallBackStep, ComplaintStep, FileStep, WhomStep, type Waiting } from '../../dialogs/waiting.ts';
import type { Tag } from '../../locales/languages.ts';

type Waitings = { readonly [D in Waiting['dialog']]: readonly Extract<Waiting, { dialog: D }>[] };

const byDialog: Waitings = {
  root: [{ dialog: 'root' }],
  language: [{ dialog: 'language' }],
  privacy: [{ dialog: 'privacy', goal: 'screen' }],
  whom: WhomStep.options.map((step) => ({ dialog: 'whom', step, goal: 'file' })),
  screen: questionIds.map((question) => ({ dialog: 'screen', question })),
  findings: [{ dialog: 'findings' }],
  file: FileStep.options.map((step) => ({ dialog: 'file', step })),
  learn: [
    { dialog: 'learn', page: 0 },
    { dialog: 'learn', page: 1 },
    { dialog: 'learn', page: 0, group: 'rights' },
    { dialog: 'learn', page: 2, group: 'rights' },
  ],
  known: [{ dialog: 'known', page: 0 }],
  danger: [{ dialog: 'danger' }],
  continuity: [{ dialog: 'continuity' }],
  person: [{ dialog: 'person' }],
  status: [
    { dialog: 'status', step: 'number' },
    { dialog: 'status', step: 'birthDate', number: '10000000000009' },
  ],
  planQuestion: (['name', 'birthDate', 'county', 'question:health', 'question:stays'] as const).map((each) => ({
    dialog: 'planQuestion',
    number: '10000000000009',
    programme: 'ecm',
    asks: [each],
    whose: 'self',
  })),
  takeBack: [
    { dialog: 'takeBack', number: '10000000000009', programmes: ['ecm', 'recuperativeCare'], whose: 'self' },
    { dialog: 'takeBack', number: '10000000000009', programmes: ['ecm'], whose: 'other' },
  ],
  tellHelper: [{ dialog: 'tellHelper', number: '10000000000009' }],
  callBack: [
    ...CallBackStep.options.map((step) => ({ dialog: 'callBack', step, reason: 'asked', language: 'hmn' }) as const),
    { dialog: 'callBack', step: 'language', reason: 'languageNotOffered', language: 'other' },
    { dialog: 'callBack', step: 'phone', reason: 'danger', language: 'en', phone: 'another' },
  ],
  complaint: [
    ...ComplaintStep.options.map((step) => ({ dialog: 'complaint', step, said: { subject: 'care' } }) as const),
    { dialog: 'complaint', step: 'preview', said: { whose: 'self', subject: 'letter', words: 'flurbl snood' } },
    { dialog: 'complaint', step: 'words', said: { whose: 'other', subject: 'letter' } },
  ],
  checkIn: (['called', 'next'] as const).map((step) => ({
    dialog: 'checkIn',
    step,
    number: '10000000000009',
    programme: 'ecm',
    clock: 'decision',
    about: 'self',
  })),
  startOver: [{ dialog: 'startOver' }],
};

export const waitings: readonly Waiting[] = Object.values(byDialog).flat();

/** A name for a test: `file.name`, `screen.age`. */
export function nameOf(waiting: Waiting): string {
  const at = 'step' in waiting ? waiting.step : 'question' in waiting ? waiting.question : '';
  const asked = 'asks' in waiting ? (waiting.asks[0] ?? '') : at;
  return [waiting.dialog, asked].filter((part) => part !== '').join('.');
}

/** Somebody who has told a part of it, for themselves or for another, and is being asked this. */
export function stateAt(waiting: Waiting, language: Tag = 'en', whose: Case['whose'] = 'self'): State {
  const chosen = (question: string, ...ids: string[]) =>
    ({ question, reply: { kind: 'chosen', ids }, on: '2026-11-20' }) as const;
  const about: Case = {
    id: `case of ${whose}`,
    whose,
    helper: whose === 'self' ? {} : { relation: 'child', awareness: 'agrees', name: 'Ana Example', phone: null },
    replies: [chosen('ecm', 'none'), chosen('concerns', 'housing'), chosen('housing', 'outside')],
    everything: false,
    confidential: false,
    draft: {
      programmes: ['ecm'],
      name: 'Luis Example',
      birthDate: '1964-03-07',
      safeWays: ['call'],
      phone: '+19515550142',
      leftOut: [],
      consents: {},
    },
    filed: [],
  };
  return {
    ...freshState(language),
    languageChosen: true,
    greeted: true,
    privacy: 'here',
    cases: [about],
    active: about.id,
    waiting,
    trail: [{ dialog: 'findings' }],
  };
}
