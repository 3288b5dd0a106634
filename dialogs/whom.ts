/** Who it is for: asked before any question about health, so that every later one is about the right person. */
import type { Concern, ProgrammeId } from '../policy/rule.ts';
import { Awareness, Relation } from '../referral/referral.ts';
import { ask, goTo, heardOne, line, one, option, say, step } from './asking.ts';
import { beginFiling, fileFor } from './file.ts';
import { lacks } from './read/lack.ts';
import { readName } from './read/name.ts';
import { readPhone } from './read/phone.ts';
import { beginScreening } from './screen.ts';
import { newCase, updateCase } from './cases.ts';
import { addConcerns } from './concerns.ts';
import { atWork } from './at-work.ts';
import type { Ask, Option } from './say.ts';
import { activeCase, type State } from './state.ts';
import type { Goal, Waiting } from './waiting.ts';
import { notMine, type Dialog, type NotMine, type Step } from './step.ts';
import type { Heard } from './heard.ts';
import type { World } from './world.ts';

type Whom = Extract<Waiting, { dialog: 'whom' }>;
type WhomStep = Whom['step'];

const whose: readonly Option[] = [
  option('self', 'whom.whose.options.self'),
  option('other', 'whom.whose.options.other'),
  option('organization', 'whom.whose.options.organization'),
];
const relations: readonly Option[] = [
  option('child', 'whom.relation.options.child'),
  option('parent', 'whom.relation.options.parent'),
  option('spouse', 'whom.relation.options.spouse'),
  option('relative', 'whom.relation.options.relative'),
  option('friend', 'whom.relation.options.friend'),
];
const awarenesses: readonly Option[] = Awareness.options.map((id) => option(id, `whom.awareness.options.${id}`));

function question({ step: asked }: Whom): Ask {
  const common = { id: `whom.${asked}`, line: line(`whom.${asked}.ask`), mayAskWhy: true };
  switch (asked) {
    case 'whose':
      return ask({ ...common, input: one(whose) });
    case 'relation':
      return ask({ ...common, input: one(relations) });
    case 'awareness':
      return ask({ ...common, hint: line('whom.awareness.hint'), input: one(awarenesses) });
    case 'helperName':
    case 'organization':
    case 'title':
      return ask({ ...common, mayDecline: asked === 'title', input: { kind: 'text' } });
    case 'helperPhone':
      return ask({ ...common, mayDecline: true, input: { kind: 'phone' } });
  }
}

/** What was said before we knew whom it is about: it is theirs as soon as that is known. */
type Wish = { readonly concerns?: readonly Concern[]; readonly programmes?: readonly ProgrammeId[] };

/** Goes to the goal, by way of "who is this for?" when that is not yet known. */
export function forWhom(state: State, goal: Goal, world: World, wish: Wish = {}): Step {
  return activeCase(state) ? reach(wished(wish, state, world), goal, world) : askWhose(state, goal, wish);
}

function wished({ concerns = [], programmes = [] }: Wish, state: State, world: World): State {
  return fileFor(programmes, addConcerns(concerns, state, world), world);
}

/** Asks whom it is for; each other person gets a case of their own, never mixed with another's. */
export function askWhose(state: State, goal: Goal, { concerns = [], programmes = [] }: Wish = {}): Step {
  const waiting: Whom = {
    dialog: 'whom',
    step: 'whose',
    goal,
    ...(concerns.length > 0 ? { concerns: [...concerns] } : {}),
    ...(programmes.length > 0 ? { programmes: [...programmes] } : {}),
  };
  return moved(state, waiting);
}

function reach(state: State, goal: Goal, world: World): Step {
  if (goal === 'screen') return beginScreening(state, world);
  const next = missingHelperStep(state);
  if (!next) return beginFiling(state, world);
  const waiting: Whom = { dialog: 'whom', step: next, goal };
  return step(goTo(state, waiting), [question(waiting)]);
}

/** What the plan must still know of a helper before something is filed. */
function missingHelperStep(state: State): WhomStep | undefined {
  const about = activeCase(state);
  if (about?.whose !== 'other') return undefined;
  const { name, phone, relation, organization, title } = about.helper;
  if (name === undefined) return 'helperName';
  if (relation === 'organization' && organization === undefined) return 'organization';
  if (relation === 'organization' && title === undefined) return 'title';
  return phone === undefined ? 'helperPhone' : undefined;
}

function hear(waiting: Whom, heard: Heard, state: State, world: World): Step | NotMine {
  const asked = question(waiting);
  switch (waiting.step) {
    case 'whose': {
      const chosen = heardOne(whose, heard, state);
      if (chosen === 'self') return reach(wished(waiting, openSelf(state, world), world), waiting.goal, world);
      if (chosen !== 'other' && chosen !== 'organization') return notMine;
      const opened = wished(waiting, newCase(state, 'other', world), world);
      return chosen === 'other'
        ? moved(opened, { ...waiting, step: 'relation' })
        : moved(withHelper(opened, { ...atWork(state), relation: 'organization' }), { ...waiting, step: 'awareness' });
    }
    case 'relation': {
      const chosen = Relation.exclude(['self']).safeParse(heardOne(relations, heard, state));
      if (!chosen.success) return notMine;
      return moved(withHelper(state, { relation: chosen.data }), { ...waiting, step: 'awareness' });
    }
    case 'awareness': {
      const chosen = Awareness.safeParse(heardOne(awarenesses, heard, state));
      if (!chosen.success) return notMine;
      const reached = reach(withHelper(state, { awareness: chosen.data }), waiting.goal, world);
      return { ...reached, says: [say(`whom.awareness.then.${chosen.data}`), ...reached.says] };
    }
    case 'helperName':
    case 'organization':
    case 'title': {
      const isLeft = lacks(heard) || (heard.kind === 'act' && heard.act !== 'back');
      const named = isLeft && asked.mayDecline ? null : readName(heard);
      if (named === undefined || (named === null && waiting.step !== 'title')) return notMine;
      const field = waiting.step === 'helperName' ? 'name' : waiting.step;
      return reach(withHelper(state, { [field]: named }), 'file', world);
    }
    case 'helperPhone': {
      if (lacks(heard) || (heard.kind === 'act' && (heard.act === 'decline' || heard.act === 'notSure')))
        return reach(withHelper(state, { phone: null }), 'file', world);
      const phone = readPhone(heard);
      return phone === undefined ? notMine : reach(withHelper(state, { phone }), 'file', world);
    }
  }
}

function moved(state: State, waiting: Whom): Step {
  return step(goTo(state, waiting), [question(waiting)]);
}

function openSelf(state: State, world: World): State {
  const mine = state.cases.find(({ whose: of }) => of === 'self');
  return mine ? { ...state, active: mine.id } : newCase(state, 'self', world);
}

function withHelper(state: State, said: Partial<NonNullable<ReturnType<typeof activeCase>>['helper']>): State {
  return updateCase(state, (about) => ({ ...about, helper: { ...about.helper, ...said } }));
}

export const whom: Dialog<Whom> = {
  ask: (waiting) => [question(waiting)],
  hear,
  why: (waiting) => [say(`whom.${waiting.step}.why`)],
};
