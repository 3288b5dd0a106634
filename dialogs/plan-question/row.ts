/** One answer to the plan as the member reads it. */
import type { InfoAnswer, InfoField } from '../../referral/info-ask.ts';
import { line } from '../asking.ts';
import { replyRows } from '../replies.ts';
import type { Line, Row } from '../say.ts';
import type { World } from '../world.ts';
import { screened } from './questions.ts';

export function answerRow({ ask, said }: InfoAnswer, whose: 'self' | 'other', { today }: World): readonly Row[] {
  const question = screened(ask);
  switch (said.kind) {
    case 'chosen':
    case 'count':
      return question
        ? replyRows({ whose, replies: [{ question: question.id, reply: said, on: today }] }, () => undefined)
        : [];
    case 'text':
      return row(ask, ask === 'phone' ? { phone: said.text } : said.text);
    case 'date':
      return row(ask, { date: said.date });
    case 'notSure':
      return [{ label: labelOf(ask), values: [line('common.dontKnow')] }];
    case 'declined':
      return [{ label: labelOf(ask), values: [line('common.ratherNotSay')] }];
  }
}

type Value = NonNullable<Line['params']>[string];

function row(ask: InfoAnswer['ask'], value: Value): readonly Row[] {
  const masked = ask === 'name' || ask === 'birthDate' ? { masked: true } : {};
  return [{ label: labelOf(ask), values: [line('common.value', { value })], ...masked }];
}

function labelOf(ask: InfoAnswer['ask']): Line {
  const question = screened(ask);
  return question ? line(`questions.${question.id}.short`) : line(`file.rows.${ask as Exclude<InfoField, 'county'>}`);
}
