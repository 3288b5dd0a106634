import { emptyDraft, type Case } from './case.ts';
import type { State } from './state.ts';
import type { World } from './world.ts';

/** Opens a case of its own for one more person, and talks about that one from now on. */
export function newCase(state: State, whose: Case['whose'], world: World): State {
  const opened: Case = {
    id: world.ids.caseId,
    whose,
    helper: {},
    replies: [],
    everything: false,
    // Violence was named before we knew whom it is about: rather too careful than found out.
    confidential: state.danger?.violence ?? false,
    draft: emptyDraft,
    filed: [],
  };
  return { ...state, cases: [...state.cases, opened], active: opened.id };
}

/** Changes the case that is talked about, and no other. */
export function updateCase(state: State, change: (about: Case) => Case): State {
  return { ...state, cases: state.cases.map((each) => (each.id === state.active ? change(each) : each)) };
}
