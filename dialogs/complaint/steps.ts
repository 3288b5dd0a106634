/** In which order a complaint is told, and what of it is known already. */
import type { Case } from '../case.ts';
import type { State } from '../state.ts';
import { ComplaintStep, type ComplaintDraft } from '../waiting.ts';

/** The first question that is still open; the preview when none is. */
export function nextStep(said: ComplaintDraft): ComplaintStep {
  return ComplaintStep.options.find((step) => isOpen(step, said)) ?? 'preview';
}

function isOpen(step: ComplaintStep, said: ComplaintDraft): boolean {
  const { whose, subject, reply } = said;
  switch (step) {
    case 'letterDate':
    case 'keep':
      return subject === 'letter' && said[step] === undefined;
    case 'reply':
      // The plan calls who helps; how it may reach the person is not for a helper to say here.
      return whose === 'self' && reply === undefined;
    case 'phone':
      return (whose === 'other' || reply === 'call') && said.phone === undefined;
    case 'address':
      return reply === 'letter' && said.address === undefined;
    case 'helperName':
      return whose === 'other' && said.helperName === undefined;
    case 'preview':
      return true;
    case 'whose':
    case 'subject':
    case 'words':
    case 'urgent':
    case 'name':
    case 'birthDate':
      return said[step] === undefined;
  }
}

/** The person whom it is about, if we have talked of them; null where that is not known. */
export function about(said: ComplaintDraft, state: State): Case | undefined {
  const active = state.cases.find(({ id }) => id === state.active);
  return active !== undefined && active.whose === said.whose ? active : undefined;
}

/** Nobody tells twice what they have told us: name, birth date and a safe phone are shown before anything goes. */
export function withKnown(said: ComplaintDraft, state: State): ComplaintDraft {
  const known = about(said, state);
  if (!known) return said;
  const { draft, helper } = known;
  const phone = known.whose === 'other' ? helper.phone : draft.phone;
  return {
    ...(draft.name === undefined ? {} : { name: draft.name }),
    ...(draft.birthDate === undefined ? {} : { birthDate: draft.birthDate }),
    // Null is "none given" there; here one is asked for.
    ...(phone ? { phone } : {}),
    ...(known.whose === 'other' && helper.name !== undefined ? { helperName: helper.name } : {}),
    ...said,
  };
}
