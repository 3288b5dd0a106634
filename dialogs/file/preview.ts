/** The exact request, shown before it goes: every row can be changed or left out. */
import { line, option, say } from '../asking.ts';
import { replyRows } from '../replies.ts';
import type { Row, Say } from '../say.ts';
import type { Case } from '../case.ts';
import type { State } from '../state.ts';
import type { World } from '../world.ts';
import { askedFor, sentReplies } from './build.ts';
import { personRows } from './person-rows.ts';
import { fileQuestion } from './questions.ts';

export function preview(about: Case, state: State, world: World): readonly Say[] {
  return [
    { kind: 'rows', title: line('file.preview.title', { plan: world.plan.shortName }), rows: askedRows(about, world) },
    { kind: 'rows', title: line('file.preview.person'), rows: personRows(about, world) },
    ...answerRows(about, world),
    { kind: 'line', line: line('file.preview.note', { plan: world.plan.shortName }) },
    ...urgent(about, world),
    fileQuestion('preview', about, state, world),
  ];
}

/** By text nobody is asked whether it can wait: they are told how to say that it cannot. */
function urgent({ draft }: Case, { channel }: World): readonly Say[] {
  return channel === 'sms' && draft.asksForFast === undefined ? [say('file.preview.urgent')] : [];
}

function askedRows(about: Case, world: World): readonly Row[] {
  const asked = askedFor(about, world);
  return asked.map((id) => ({
    label: line('file.preview.askedFor'),
    values: [line(`programmes.${id}.name`)],
    ...(asked.length > 1 ? { offer: option(`remove:${id}`, 'file.preview.leaveOut') } : {}),
  }));
}

/** The answers that go with it, if there are any: for outreach, and only if the member leaves them in. */
function answerRows(about: Case, world: World): readonly Say[] {
  const sent = { ...about, replies: sentReplies(about, world) };
  if (sent.replies.length === 0) return [];
  const rows = replyRows(sent, (question) =>
    about.draft.leftOut.includes(question)
      ? option(`include:${question}`, 'file.preview.putBack')
      : option(`leave:${question}`, 'file.preview.leaveOut'),
  );
  return [{ kind: 'rows', title: line('file.preview.answers'), rows }];
}
