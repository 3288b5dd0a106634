/** A small bot with every kind of thing that can be said, and a store that can be told to fail. */
import type { Inbound, Outcome, Talker } from '../../bot/inbound.ts';
import type { Message } from '../../bot/store.ts';
import type { Ask, Line, Params, Say } from '../../dialogs/say.ts';
import type { Tag } from '../../locales/languages.ts';
import { key } from './web-words.ts';

const line = (name: string, params?: Params): Line => (params ? { key: key(name), params } : { key: key(name) });
const option = (id: string, name: string) => ({ id, label: line(name) });
const said = (name: string, params?: Params): Say => ({ kind: 'line', line: line(name, params) });
const cite = { source: 'ecmPolicyGuide2026', place: 'p. 12 (v)', standing: 'verified' } as const;
const usual = { kind: 'ask', mayDecline: false, mayAskWhy: false, mayGoBack: false } as const;
const about = { ...usual, mayDecline: true, mayAskWhy: true, mayGoBack: true } as const;

export const asks = {
  menu: {
    ...usual,
    id: 'menu',
    line: line('menu'),
    input: { kind: 'one', options: [option('screen', 'screen'), option('file', 'file')] },
  },
  concerns: {
    ...about,
    id: 'concerns',
    line: line('concerns'),
    input: {
      kind: 'many',
      options: [option('housing', 'housing'), option('hospital', 'hospital')],
      none: option('none', 'none'),
    },
    left: 4,
  },
  age: { ...about, id: 'age', line: line('age'), hint: line('ageHint'), input: { kind: 'number' }, left: 1 },
  birth: { ...about, id: 'birth', line: line('birth'), input: { kind: 'date' } },
} as const satisfies Record<string, Ask>;

const everything: readonly Say[] = [
  {
    kind: 'finding',
    programme: 'ecm',
    truth: 'met',
    lines: [line('fits')],
    cites: [cite],
    more: [],
    offers: [option('ask:ecm', 'askPlan')],
  },
  { kind: 'source', cites: [cite] },
  { kind: 'offers', options: [option('ask:ecm', 'askPlan')] },
  {
    kind: 'rows',
    title: line('preview'),
    rows: [
      {
        label: line('name'),
        values: [line('nameIs', { name: '<b>Ana</b> & Co' })],
        masked: true,
        offer: option('edit:name', 'change'),
      },
    ],
  },
  { kind: 'card', title: line('card'), lines: [line('number', { number: { digits: '12345678901234' } })] },
  {
    kind: 'steps',
    title: line('steps'),
    steps: [
      { line: line('sent'), on: '2026-11-21', state: 'done' },
      { line: line('decides'), by: '2026-11-30', state: 'now' },
      { line: line('calls'), state: 'next' },
    ],
  },
];

/** A request as it will be sent; any of its answers may be left out, and put back. */
const request = (leftOut: string | null): readonly Say[] => [
  {
    kind: 'rows',
    title: line('preview'),
    rows: ['age', 'concerns', 'birth'].map((id) => ({
      label: line(id),
      values: [line('age'), line('concerns')],
      offer: id === leftOut ? option(`include:${id}`, 'putBack') : option(`leave:${id}`, 'leaveOut'),
    })),
  },
];

export class FakeTalker implements Talker {
  /** Everything that reached the bot. */
  readonly heard: Inbound[] = [];
  readonly talks = new Map<string, { messages: Message[]; language: Tag; question: string | null }>();
  /** The store does not answer. */
  down = false;
  /** The store can be read, and takes nothing. */
  full = false;

  open({ key: of, suggestedLanguage }: Parameters<Talker['open']>[0]): Promise<Outcome> {
    if (this.down) return Promise.reject(new Error('the disk is full of Ana'));
    return Promise.resolve(this.outcome(of, this.talk(of, suggestedLanguage ?? 'en').messages));
  }

  receive(inbound: Inbound): Promise<Outcome> {
    const before = this.heard.find(({ id, key: of }) => id === inbound.id && of === inbound.key);
    this.heard.push(inbound);
    const talk = this.talk(inbound.key, inbound.suggestedLanguage ?? 'en');
    if (before) return Promise.resolve(this.outcome(inbound.key, []));
    const says = this.answer(inbound, talk);
    if (this.down || this.full) {
      const lost: Message = { seq: 0, by: 'us', at: '', language: talk.language, says };
      return Promise.resolve({ ...this.outcome(inbound.key, [lost]), question: null });
    }
    const { text, choices } = inbound;
    talk.messages.push({ seq: talk.messages.length + 1, by: 'member', at: '', text, choices });
    this.say(inbound.key, says);
    return Promise.resolve(this.outcome(inbound.key, talk.messages.slice(-2)));
  }

  say(of: string, says: readonly Say[]): void {
    const talk = this.talk(of, 'en');
    talk.messages.push({ seq: talk.messages.length + 1, by: 'us', at: '', language: talk.language, says });
    const ask = says.findLast((say) => say.kind === 'ask');
    if (ask) talk.question = ask.id;
  }

  private answer(
    { choices, text, question }: Inbound,
    talk: { language: Tag; question: string | null },
  ): readonly Say[] {
    const [choice] = choices;
    if (/die|morir/.test(text)) return [{ kind: 'danger', lines: [line('danger', { phone: { phone: '988' } })] }];
    if (choice?.startsWith('language:')) talk.language = choice.slice(9) as Tag;
    const waits = Object.values(asks).find(({ id }) => id === talk.question);
    if (question !== null && question !== talk.question) return waits ? [waits] : [];
    if (text === 'request' || /^(leave|include):/.test(choice ?? '')) {
      return [...request(choice?.startsWith('leave:') ? choice.slice('leave:'.length) : null), asks.menu];
    }
    if (choice === 'act:why') return [said('why'), asks.age];
    if (choice === 'screen') return [asks.concerns];
    if (choice === 'file') return [asks.birth];
    if (talk.question === 'concerns') return [asks.age];
    if (text === 'everything') return [...everything, asks.menu];
    if (text === 'missing') return [said('onlyEnglish'), asks.menu];
    return text === '' ? [asks.menu] : [said('heard', { words: text }), asks.menu];
  }

  private talk(of: string, language: Tag): { messages: Message[]; language: Tag; question: string | null } {
    const found = this.talks.get(of);
    if (found) return found;
    const hello = said('hello', { plan: 'IEHP', phone: { phone: '1-800-555-0100' }, tty: { digits: '711' } });
    const welcome: Message = { seq: 1, by: 'us', at: '', language, says: [hello, asks.menu] };
    const begun = { messages: [welcome], language, question: 'menu' };
    this.talks.set(of, begun);
    return begun;
  }

  private outcome(of: string, messages: readonly Message[]): Outcome {
    const { language, question } = this.talk(of, 'en');
    return {
      language,
      messages: [...messages],
      question,
      dialog: null,
      danger: null,
      findings: null,
      confirmation: null,
      silent: false,
    };
  }
}
