/** One round over the Tasks of open requests: what is new is recorded, what is not clear is kept for the desk. */
import type { IsoDate } from '../../../policy/calendar.ts';
import type { ProgrammeId } from '../../../policy/rule.ts';
import { idIn, organizationId } from '../../../referral/bundle/ids.ts';
import type { NotYet } from '../../../referral/plan-gateway.ts';
import {
  judgeTask,
  providerIn,
  readTask,
  type DayOf,
  type HeardTask,
  type KnownRequest,
  type Ours,
  type TaskProblem,
  type WhoCalls,
} from '../../../referral/task-answer.ts';
import type { DeskStore, ReferralFile } from '../../desk/desk-store.ts';
import { nameOf } from './answer.ts';
import { contentOf, shownOf } from './task-content.ts';
import { look, type Looked, type LookParts } from './task-look.ts';
import type { TaskWatch, WatchedTask } from './task-watch.ts';

/** In whose name it is recorded. */
export const planSystem = 'plan system';

export type RoundParts = LookParts & {
  readonly store: TaskWatch & Pick<DeskStore, 'referral' | 'record'>;
  /** The plan's id, and the base of its server without a slash at the end. */
  readonly plan: { readonly id: string; readonly name: string };
  readonly base: string;
  readonly today: () => IsoDate;
  readonly dayOf: DayOf;
};

/** How it went, in numbers for the log. `trouble`: why it ended early. */
export type Round = {
  readonly read: number;
  readonly recorded: number;
  readonly kept: number;
  readonly trouble: NotYet | null;
};

/** So many Tasks in one request: their answers together are far from what we can hold. */
const atOnce = 20;

/** Up to where the rounds have come. One that ended early is taken up there, so that nobody is left out for ever. */
export type Place = { after: Pick<WatchedTask, 'number' | 'place'> | null };

export async function hearTasks(parts: RoundParts, place: Place): Promise<Round> {
  const round = { read: 0, recorded: 0, kept: 0 };
  for (;;) {
    const page = await parts.store.watchedTasks(place.after, atOnce);
    const trouble = await look(
      page.flatMap((task) => asked(task, parts)),
      ({ names }) => `Task/${names.id}`,
      parts,
      async (looked) => {
        await hear(looked, parts, round);
        place.after = looked.wanted.task;
      },
    );
    if (trouble) return { ...round, trouble };
    place.after = page.length < atOnce ? null : (page.at(-1) ?? null);
    if (place.after === null) return { ...round, trouble: null };
  }
}

type Asked = { readonly task: WatchedTask; readonly names: Ours };

function asked(task: WatchedTask, { plan, base }: RoundParts): readonly Asked[] {
  const { number, caseId, programme } = task;
  if (caseId === null) return [];
  const of = { number, caseId };
  const names = {
    id: idIn(of, `task ${programme}`),
    request: idIn(of, `request ${programme}`),
    identifier: `${number}.${programme}`,
    plan: organizationId('plan', plan.id),
    base,
  };
  return [{ task, names }];
}

type Counts = { read: number; recorded: number; kept: number };

async function hear(looked: Looked<Asked>, parts: RoundParts, round: Counts): Promise<void> {
  const { task, names } = looked.wanted;
  const { store } = parts;
  round.read += 1;
  const keep = async (content: string, problem: TaskProblem, answer: string): Promise<void> => {
    if (await store.isHeard(task, content)) return;
    await store.hear(task, content, { problem, answer });
    round.kept += 1;
  };
  if (looked.kind === 'garbled') return keep(looked.answer, 'unreadable', looked.answer);

  const { response, resource } = looked.entry;
  // What was never there was sent in another way, before the plan had this server.
  if (response.status === 404 || response.status === 410) return task.isKnown ? keep('gone', 'gone', '') : undefined;
  if (isNoAnswer(response.status)) return;
  const content = contentOf(resource);
  if (content === null) return keep('', 'unreadable', '');
  if (await store.isHeard(task, content)) return;
  const read = readTask(resource, names, parts.dayOf);
  if (read.kind === 'wrong') return keep(content, read.problem, shownOf(resource));

  const who = await whoIn(read, parts);
  if (!who) return;
  const done = await record(task, read, who, parts);
  if (!done) return;
  round.recorded += done.recorded;
  if (done.problem) return keep(content, done.problem, shownOf(resource));
  await store.hear(task, content, null);
}

/** It may not be read now, or it broke there: another round asks again. */
const isNoAnswer = (status: number): boolean =>
  status >= 500 || status === 401 || status === 403 || status === 408 || status === 429;

type Who = Exclude<WhoCalls, { kind: 'there' }>;

/** Null: it cannot be told now. */
async function whoIn({ who }: HeardTask, parts: RoundParts): Promise<Who | null> {
  const found = who.kind === 'there' ? await whoThere(who, parts) : who;
  const name = found?.kind === 'named' ? found.provider.name : found?.kind === 'unusable' ? found.name : null;
  // Whatever id the plan's system has for itself: that it decides is no news.
  return name !== null && plain(name) === plain(parts.plan.name) ? { kind: 'nobody' } : found;
}

const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

async function whoThere({ at, display }: Extract<WhoCalls, { kind: 'there' }>, parts: RoundParts): Promise<Who | null> {
  const all: Looked<string>[] = [];
  const unusable: Who = { kind: 'unusable', name: display };
  await look(
    [at],
    (url) => url,
    parts,
    (looked) => Promise.resolve(void all.push(looked)),
  );
  const [looked] = all;
  if (!looked) return null;
  if (looked.kind === 'garbled') return unusable;
  const { response, resource } = looked.entry;
  if (isNoAnswer(response.status)) return null;
  return response.status === 200 && nameOf(resource) === at ? providerIn(resource, display) : unusable;
}

/** Null: the referral is not there any more. */
async function record(
  { number, programme }: WatchedTask,
  heard: HeardTask,
  who: Who,
  { store, today }: RoundParts,
): Promise<{ readonly recorded: number; readonly problem: TaskProblem | null } | null> {
  const file = await store.referral(number, planSystem);
  const known = file && knownOf(file, programme);
  if (!known) return null;
  const { changes, problem } = judgeTask(heard, who, known, today());
  // Asked for without a pause: nothing comes between, and they are told as one.
  const done = await Promise.all(changes.map((what) => store.record(number, { programme, what }, planSystem)));
  return {
    recorded: done.filter(Boolean).length,
    problem: problem ?? (done.includes(false) ? 'contradicts' : null),
  };
}

function knownOf({ referral, status, events }: ReferralFile, programme: ProgrammeId): KnownRequest | null {
  const found = status.find((one) => one.programme === programme);
  if (!found) return null;
  const own = events.filter((event) => event.programme === programme);
  return {
    number: referral.number,
    filedOn: referral.filedOn,
    status: found,
    events: own.map(({ what, by }) => ({ what, isPlans: by === planSystem })),
  };
}
