// A whole talk by choices alone: screen, findings, request; the same for every bot that is tried with it.
import assert from 'node:assert/strict';
import type { Outcome } from '../../bot/inbound.ts';
import { optionsIn } from './said.ts';
import type { Talk, Turn } from './talk.ts';

/** What is picked or typed at each question; "I'd rather not say" wherever nothing stands here. */
const answers: Readonly<Record<string, readonly string[] | string>> = {
  menu: ['screen'],
  'whom.whose': ['self'],
  privacy: ['here'],
  'screen.ecm': ['none'],
  'screen.concerns': ['housing', 'hospital', 'dailyHelp'],
  'screen.age': '62',
  'screen.housing': ['outside'],
  'screen.stays': '3',
  'screen.keepUp': ['yes'],
  'screen.health': ['longIllness', 'hardAlone'],
  'screen.leaving': ['no'],
  'screen.heal': ['no'],
  'screen.ihss': ['notFinished'],
  'screen.dailyNeeds': ['body', 'household'],
  findings: ['file'],
  'file.programmes': ['ecm'],
  'file.name': 'Luis Example',
  'file.birthDate': '3/7/1964',
  'file.safeWays': ['call', 'text'],
  'file.phone': '951-555-0142',
  'file.consentText': ['yes'],
  'file.consentVoicemail': ['no'],
  'file.fast': ['no'],
  'file.preview': ['send'],
  'whom.relation': ['parent'],
  'whom.awareness': ['agrees'],
  'whom.helperName': 'Ana Example',
  'whom.helperPhone': '951-555-0177',
};
type Answers = typeof answers;

/** Answers what is asked, sensibly. */
export function answerTo({ outcome, says }: Turn, talk: Talk, told: Answers = answers): Promise<Turn> {
  // By text one digit says of a member's own phone what takes two ticks elsewhere.
  if (optionsIn(says).includes('callOrText')) return talk.picks('callOrText');
  const answer = told[outcome.question ?? ''] ?? ['act:decline'];
  return typeof answer === 'string' ? talk.types(answer) : talk.picks(...answer);
}

export type Played = {
  readonly turns: readonly Turn[];
  readonly number: string;
  readonly findings: Outcome['findings'];
};

/** Plays it to the number. `between`: what happens before each answer. */
export async function play(
  talk: Talk,
  { changed = {}, between }: { changed?: Answers; between?: (turn: Turn) => Promise<Turn> } = {},
): Promise<Played> {
  const told: Answers = { ...answers, ...changed };
  const turns: Turn[] = [await talk.picks('act:menu')];
  let findings: Outcome['findings'] = null;
  for (;;) {
    assert.ok(turns.length < 60, 'the talk does not end');
    const before = turns.at(-1) as Turn;
    const asked = between ? await between(before) : before;
    findings = asked.outcome.findings ?? findings;
    const turn = await answerTo(asked, talk, told);
    turns.push(turn);
    if (turn.outcome.confirmation !== null) return { turns, number: turn.outcome.confirmation, findings };
  }
}
