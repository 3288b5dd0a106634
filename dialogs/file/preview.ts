/** The exact request, shown before it goes: every row can be changed or left out. */
import { line, option } from '../asking.ts';
import { replyRows } from '../replies.ts';
import type { Line, Row, Say } from '../say.ts';
import type { Case, Draft, State } from '../state.ts';
import type { World } from '../world.ts';
import { askedFor, phoneOf } from './build.ts';
import { fileQuestion } from './questions.ts';

export function preview(about: Case, state: State, world: World): readonly Say[] {
  return [
    { kind: 'rows', title: line('file.preview.title', { plan: world.plan.shortName }), rows: askedRows(about, world) },
    { kind: 'rows', title: line('file.preview.person'), rows: personRows(about, world) },
    ...answerRows(about),
    { kind: 'line', line: line('file.preview.note', { plan: world.plan.shortName }) },
    fileQuestion('preview', about, state, world),
  ];
}

function askedRows(about: Case, world: World): readonly Row[] {
  const asked = askedFor(about, world);
  return asked.map((id) => ({
    label: line('file.preview.askedFor'),
    values: [line(`programmes.${id}.name`)],
    ...(asked.length > 1 ? { offer: option(`remove:${id}`, 'file.preview.leaveOut') } : {}),
  }));
}

function personRows(about: Case, world: World): readonly Row[] {
  const { draft } = about;
  const change = (step: string): { offer: Row['offer'] } => ({ offer: option(`change:${step}`, 'common.change') });
  const phone = phoneOf(about, world);
  return [
    ...(draft.name
      ? [{ label: line('file.rows.name'), values: [said(draft.name)], masked: true, ...change('name') }]
      : []),
    ...(draft.birthDate
      ? [
          {
            label: line('file.rows.birthDate'),
            values: [line('common.value', { value: { date: draft.birthDate } })],
            masked: true,
            ...change('birthDate'),
          },
        ]
      : []),
    ...(draft.cardNumber
      ? [{ label: line('file.rows.card'), values: [said(draft.cardNumber)], masked: true, ...change('card') }]
      : []),
    { label: line('file.rows.safeWays'), values: wayLines(draft), ...change('safeWays') },
    ...(phone
      ? [{ label: line('file.rows.phone'), values: [line('common.value', { value: { phone } })], ...change('phone') }]
      : []),
    ...(draft.mailingAddress
      ? [{ label: line('file.rows.address'), values: [said(draft.mailingAddress)], ...change('address') }]
      : []),
    ...(draft.trusted
      ? [{ label: line('file.rows.trusted'), values: [said(draft.trusted)], masked: true, ...change('trusted') }]
      : []),
    ...(draft.asksForFast ? [{ label: line('file.rows.fast'), values: [line('common.yes')], ...change('fast') }] : []),
    ...(about.whose === 'other' && about.helper.name
      ? [{ label: line('file.rows.helper'), values: [said(about.helper.name)], masked: true }]
      : []),
  ];
}

/** Answers of the screen, if there are any: for outreach, and only if the member leaves them in. */
function answerRows(about: Case): readonly Say[] {
  if (about.replies.length === 0) return [];
  const rows = replyRows(about, (question) =>
    about.draft.leftOut.includes(question)
      ? option(`include:${question}`, 'file.preview.putBack')
      : option(`leave:${question}`, 'file.preview.leaveOut'),
  );
  return [{ kind: 'rows', title: line('file.preview.answers'), rows }];
}

const said = (value: string): Line => line('common.value', { value });

function wayLines({ safeWays }: Draft): readonly Line[] {
  return (safeWays ?? []).map((way) => line(`file.safeWays.options.${way}`));
}
