/** A complaint as it will go, shown before it goes. */
import { kindOf } from '../../referral/complaint.ts';
import { line } from '../asking.ts';
import type { Line, Row, Say } from '../say.ts';
import type { State } from '../state.ts';
import type { World } from '../world.ts';
import { complaintQuestion, type ComplaintWaiting } from './questions.ts';

export function complaintPreview(waiting: ComplaintWaiting, state: State, world: World): readonly Say[] {
  return [
    {
      kind: 'rows',
      title: line('file.preview.title', { plan: world.plan.shortName }),
      rows: rowsOf(waiting),
    },
    complaintQuestion(waiting, state, world),
  ];
}

const typed = (value: string): Line => line('common.value', { value });

function rowsOf({ said }: ComplaintWaiting): readonly Row[] {
  const row = (label: Line['key'], value: Line | '' | null | false | undefined, masked = false): readonly Row[] =>
    value ? [{ label: line(label), values: [value], ...(masked ? { masked } : {}) }] : [];
  const { subject = 'care', letterDate, words, phone, address, name, birthDate, helperName } = said;
  return [
    ...row('complaint.rows.kind', line(`complaint.kinds.${kindOf(subject)}`)),
    ...row('complaint.rows.subject', line(`complaint.subject.options.${subject}`)),
    ...row('complaint.rows.letterDate', letterDate && line('common.value', { value: { date: letterDate } })),
    ...row('complaint.rows.keep', said.keep === true && line('common.yes')),
    ...row('complaint.rows.words', words ? typed(words) : null),
    ...row('complaint.rows.urgent', said.urgent === true && line('common.yes')),
    ...row('file.rows.name', name ? typed(name) : null, true),
    ...row('file.rows.birthDate', birthDate && line('common.value', { value: { date: birthDate } }), true),
    ...row('file.rows.helper', helperName ? typed(helperName) : null),
    ...row('file.rows.phone', phone && said.reply !== 'letter' && line('common.value', { value: { phone } })),
    ...row('file.rows.address', address && said.reply === 'letter' ? typed(address) : null),
  ];
}
