/** The bot in a terminal, for authors and testers: the same bot as the server's, one line a message. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { layoutChoices, layoutTexts, type Medium } from '../../bot/channel.ts';
import type { Inbound, Outcome, Talker } from '../../bot/inbound.ts';
import { LanguageTag } from '../../dialogs/state.ts';
import { maySayIn, readReviews } from '../../locales/reviews.ts';
import { isIsoDate, type IsoDate } from '../../policy/calendar.ts';
import { clockOn, systemClock } from '../clock.ts';
import { composeBot } from '../composition.ts';
import { planById, planIds } from '../plans/index.ts';
import { openKeys } from '../storage/keys.ts';
import { openMemoryStore, openSqliteStore } from '../storage/sqlite.ts';

const Options = z.strictObject({
  lang: LanguageTag.optional(),
  channel: z.enum(['web', 'sms']).default('web'),
  plan: z.enum(planIds as [string, ...string[]]).default('iehp'),
  today: z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value)).optional(),
  data: z.string().optional(),
  phone: z.string().default('+15555550100'),
  json: z.boolean().default(false),
});
type Options = z.infer<typeof Options>;

const { values } = parseArgs({
  options: {
    lang: { type: 'string' },
    channel: { type: 'string' },
    plan: { type: 'string' },
    today: { type: 'string' },
    data: { type: 'string' },
    phone: { type: 'string' },
    json: { type: 'boolean' },
  },
});

await talk(Options.parse(values));

async function talk(options: Options): Promise<void> {
  const store = options.data ? await openIn(options.data) : await openMemoryStore();
  const { talker } = composeBot({
    store,
    plan: planById(options.plan),
    clock: options.today ? clockOn(options.today) : systemClock,
    maySay: maySayIn('preview', readReviews()),
    mayTryStatus: () => Promise.resolve(true),
    failed: (what) => process.stderr.write(`${what}\n`),
  });
  if (!options.json) await hello(talker, options);
  for await (const line of createInterface({ input: process.stdin })) {
    const outcome = await talker.receive(inbound(line, options));
    process.stdout.write(
      options.json ? `${JSON.stringify(turn(outcome, options))}\n` : `\n${texts(outcome, options).join('\n\n')}\n\n> `,
    );
  }
  await store.close();
}

/** Kept between runs, with its keys beside the folder: for trying things out, never for a member's words. */
function openIn(folder: string): ReturnType<typeof openSqliteStore> {
  const file = path.join(folder, 'talk.sqlite');
  const keyFile = `${path.resolve(folder)}.keys.json`;
  return openSqliteStore({ file, keys: openKeys({ file: keyFile, dataDir: folder, mayCreate: !existsSync(file) }) });
}

async function hello(talker: Talker, options: Options): Promise<void> {
  if (options.channel === 'sms') return;
  const opened = await talker.open(inbound('', options));
  process.stdout.write(`${texts(opened, options).join('\n\n')}\n\n> `);
}

/** By text message the phone is the conversation, and is proven; on the page a session is. */
function inbound(text: string, { channel, phone, lang }: Options): Inbound {
  const from = channel === 'sms' ? { key: phone, provenPhone: phone } : { key: 'terminal' };
  return {
    channel,
    ...from,
    id: randomUUID(),
    text,
    choices: [],
    question: null,
    attachments: 0,
    suggestedLanguage: lang ?? null,
  };
}

function medium({ channel }: Options): Medium {
  return channel === 'sms' ? 'sms' : 'plain';
}

function texts({ messages }: Outcome, options: Options): readonly string[] {
  return messages.flatMap((message) =>
    message.by === 'us' ? (layoutTexts(message.says, message.language, { medium: medium(options) }) ?? []) : [],
  );
}

/** One bot turn as one line: what a tester, or a program, reads. */
function turn(outcome: Outcome, options: Options): object {
  const { question, dialog, language, danger, findings, confirmation } = outcome;
  const choices = outcome.messages.flatMap((message) =>
    message.by === 'us' ? layoutChoices(message.says, message.language, medium(options)) : [],
  );
  return {
    texts: texts(outcome, options),
    choices,
    question,
    dialog,
    language,
    danger,
    findings: findings?.map(({ programme, truth }) => ({ id: programme, truth })) ?? null,
    confirmation,
  };
}
