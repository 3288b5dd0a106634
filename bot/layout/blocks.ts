/** Turns what is said into lines of plain text, kept together as they belong. */
import type { Line, Option, Row, Say, StepMark } from '../../dialogs/say.ts';
import { formatDate, formatList } from '../../locales/format.ts';
import { text, type Key } from '../../locales/index.ts';
import type { Tag } from '../../locales/languages.ts';
import { sources } from '../../policy/sources.ts';
import type { Citation } from '../../policy/citation.ts';
import { plainLine } from './line.ts';
import { maskParam, writeParam } from './param.ts';
import { askOptions, numbered, type Numbering } from './numbers.ts';
import { tailOf, type Tail } from './tail.ts';

/** One line; a message holds only so many choices. */
export type TextLine = { readonly text: string; readonly isChoice: boolean };
/** Lines that belong together, such as a question with its choices. */
export type Block = readonly TextLine[];

export type BlockOptions = Numbering & {
  /** Names and birth dates are shown by their first letters and the year. */
  readonly masks: boolean;
  /** Whether it is said where a thing is written: the document's title, never a link. */
  readonly sources: boolean;
};

/** The blocks in order; undefined when the language lacks any of the words. Danger words are laid out elsewhere. */
export function blocksOf(says: readonly Say[], language: Tag, options: BlockOptions): readonly Block[] | undefined {
  const missing: Key[] = [];
  const orMissing = (key: Key, written: string | undefined): string => {
    if (written === undefined) missing.push(key);
    return written ?? '';
  };
  const writer: Writer = {
    language,
    options,
    numbers: numbered(says, options),
    words: (line, write) => orMissing(line.key, plainLine(language, line, write)),
    around: (key, values) => orMissing(key, text(language, key, values)),
  };
  const blocks = says.map((say) => block(say, says, writer)).filter((lines) => lines.length > 0);
  const asks = says.some((say) => say.kind === 'ask');
  const tail = asks ? undefined : tailOf(says, options);
  const closing = tail ? [[plain(writer.around('sms.chooseOne', {})), plain(tailText(tail, writer))]] : [];
  return missing.length > 0 ? undefined : [...blocks, ...closing];
}

type Writer = {
  readonly language: Tag;
  readonly words: (line: Line, write?: typeof writeParam) => string;
  /** Puts what is already written into one of our own frames. */
  readonly around: (key: Key, values: Readonly<Record<string, string>>) => string;
  readonly options: BlockOptions;
  readonly numbers: readonly Option[];
};

const plain = (text: string): TextLine => ({ text, isChoice: false });

function block(say: Say, says: readonly Say[], writer: Writer): Block {
  const { words, options } = writer;
  switch (say.kind) {
    case 'danger':
      return [];
    case 'line':
      return [plain(words(say.line))];
    case 'ask':
      return question(say, says, writer);
    case 'offers':
      return choices(say.options, writer);
    case 'finding':
      return [plain(found(say, writer)), ...say.lines.map((line) => plain(words(line))), ...cited(say.cites, writer)];
    case 'source':
      return cited(say.cites, writer);
    case 'rows':
      return [
        plain(words(say.title)),
        ...say.rows.flatMap((each) => [
          row(each, writer),
          ...(options.rows && each.offer ? choices([each.offer], writer) : []),
        ]),
      ];
    case 'card':
      return [plain(words(say.title)), ...say.lines.map((line) => plain(words(line)))];
    case 'steps':
      return [plain(words(say.title)), ...say.steps.map((mark) => plain(stepText(mark, writer)))];
  }
}

/**
 * "May fit: meals for your health (Medically Tailored Meals)": in plain words, and as letters will call it. A name that
 * has brackets of its own, as it stands in two languages, is given none around them.
 */
function found({ programme, truth }: Extract<Say, { kind: 'finding' }>, { words, around }: Writer): string {
  const name = words({ key: `programmes.${programme}.name` });
  return around('sms.row', {
    label: words({ key: `findings.truth.${truth}` }),
    value: `${words({ key: `programmes.${programme}.short` })}${name.includes('(') ? ` - ${name}` : ` (${name})`}`,
  });
}

function question(say: Extract<Say, { kind: 'ask' }>, says: readonly Say[], writer: Writer): Block {
  const how = instruction(say);
  const tail = tailOf(says, writer.options);
  return [
    plain(writer.words(say.line)),
    ...(say.hint ? [plain(writer.words(say.hint))] : []),
    ...(how ? [plain(writer.words(how))] : []),
    ...choices(askOptions(say), writer).map((line, at) => ({ ...line, isChoice: at !== noneAt(say) })),
    ...(tail ? [plain(tailText(tail, writer))] : []),
  ];
}

/** "None of these" goes with the last choices, and is not counted among them. */
function noneAt({ input }: Extract<Say, { kind: 'ask' }>): number | undefined {
  return input.kind === 'many' ? input.options.length : undefined;
}

/** How to answer, where the question does not say so itself. */
function instruction({ input, hint }: Extract<Say, { kind: 'ask' }>): Line | undefined {
  switch (input.kind) {
    case 'one':
      return { key: 'sms.chooseOne' };
    case 'many':
      return { key: 'sms.chooseAll' };
    case 'number':
      return hint ? undefined : { key: 'sms.typeNumber' };
    case 'date':
      return hint ? undefined : { key: 'sms.typeDate' };
    case 'text':
    case 'phone':
      return undefined;
  }
}

/** Only those that have a number here: an offer that is made again later is shown there. */
function choices(offered: readonly Option[], { numbers, words }: Writer): Block {
  return offered
    .filter((option) => numbers.includes(option))
    .map((option) => ({ text: `${String(numbers.indexOf(option) + 1)} ${words(option.label)}`, isChoice: true }));
}

function tailText({ digits, ways }: Tail, { words, around }: Writer): string {
  const written = ways.map((way) => words(way));
  return digits ? written.join(', ') : around('sms.typed.offer', { ways: written.join(', ') });
}

function row({ label, values, masked }: Row, { language, words, around, options }: Writer): TextLine {
  const write = options.masks && masked === true ? maskParam : writeParam;
  const written = values.map((value) => words(value, write));
  return plain(around('sms.row', { label: words(label), value: formatList(language, written) }));
}

function stepText({ line, on, by, state }: StepMark, { language, words, around }: Writer): string {
  const what = around(`sms.step.${state}`, { what: words(line) });
  if (on) return around('sms.step.on', { what, date: formatDate(language, on) });
  return by ? around('sms.step.by', { what, date: formatDate(language, by) }) : what;
}

function cited(cites: readonly Citation[], { options, around }: Writer): Block {
  if (!options.sources) return [];
  const titles = new Set(cites.map(({ source, place }) => `${sources[source].title}, ${place}`));
  return [...titles].map((title) => plain(around('sms.source', { title })));
}
