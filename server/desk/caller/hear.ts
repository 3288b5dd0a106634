/** What a caller said, as the worker writes it down. */
import type { RequestHandler } from 'express';
import type { Talker } from '../../../bot/inbound.ts';
import { Posted, saidBy, type SaidByForm } from '../../channels/web/posted.ts';
import { mintId } from '../../ids.ts';
import { callTitle, unstoredPage } from './page.ts';
import { callerAddress, idIn, refused, show, voiceOf, type CallerPart } from './show.ts';
import { callerKey, type CallerFile } from './store.ts';
import type { FormHandler } from '../gate.ts';
import { layout } from '../layout.ts';
import type { Session } from '../sign-in/session.ts';
import { words } from '../words.ts';

/** Danger is answered whoever's call it is, and whatever does not work. */
export function hear(part: CallerPart): FormHandler {
  const { store, talker, tellsOfDanger } = part;
  return async (form, request, response, session) => {
    const posted = Posted.safeParse({ ...form, choice: (form['choice'] ?? '').split('\n').filter((id) => id !== '') });
    if (!posted.success) return refused(part, response, session, 400, words.refused.badForm);
    const isDanger = tellsOfDanger(posted.data.text);
    const id = idIn(part, request);
    const found = id === null ? Promise.resolve(null) : store.callerTalk(id, session.by);
    const file = await found.catch((failed: unknown) => {
      if (isDanger) return null;
      throw failed;
    });
    if (!file && !isDanger) return refused(part, response, session, 409, words.caller.notOpen);
    const said = isDanger ? { text: posted.data.text, choices: [] } : saidBy(posted.data);
    if (typeof said === 'string' && file) {
      response.status(said === 'tooLong' ? 413 : 422);
      const again = { trouble: said, typed: posted.data };
      return show(part, response, session, { file, address: callerAddress(part, file.id), ...again });
    }
    const outcome = await talker.receive(inbound(file, posted.data, said as SaidByForm, session));
    if (file && outcome.messages.every(({ seq }) => seq > 0)) {
      return response.redirect(303, `${callerAddress(part, file.id)}#now`);
    }
    const body = unstoredPage(outcome, voiceOf(part, outcome));
    response.send(layout({ title: callTitle(outcome), plan: part.plan, session, body }).source);
  };
}

/** Danger that was told to no open call of this worker's is an alert in a talk of its own. */
function inbound(
  file: CallerFile | null,
  { id, question }: Posted,
  { text, choices }: SaidByForm,
  { by }: Session,
): Parameters<Talker['receive']>[0] {
  return {
    channel: 'desk',
    key: callerKey(file?.id ?? mintId()),
    id,
    text,
    choices,
    question: question === '' ? null : question,
    attachments: 0,
    suggestedLanguage: null,
    address: by,
    worker: by,
  };
}

/** The desk takes one value a field: several ticks come as one, line by line. */
export const ticksInOne: RequestHandler = (request, _response, next) => {
  const body: unknown = request.body;
  if (typeof body === 'object' && body !== null && 'choice' in body && Array.isArray(body.choice)) {
    body.choice = body.choice.join('\n');
  }
  next();
};
