/** Every variable that the process reads, with its shape and its default. `.env.example` lists the same. */
import { z } from 'zod';

/** `yes` or `no`: a switch that is never on by accident. */
const yesOrNo = z.enum(['yes', 'no']).default('no');
/** Left out, or left empty: not set. */
const optional = z.string().optional();
const webAddress = z.url({ protocol: /^https?$/ }).optional();

export const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  HOST: z.string().default('127.0.0.1'),
  PLAN: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('iehp'),
  DATA_DIR: z.string().default('./data'),
  KEY_FILE: optional,
  PUBLIC_URL: webAddress,
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  WORDS: z.enum(['reviewed', 'preview']).optional(),
  ALLOW_DRAFT_TRANSLATIONS: yesOrNo,
  IDLE_LOCK_MINUTES: z.coerce.number().int().min(1).max(240).default(15),
  EMBED_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.string().regex(/^https?:\/\/[a-zA-Z0-9.-]+(:\d+)?$/, 'an origin, as in https://www.example.org'))),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  TWILIO_ACCOUNT_SID: optional,
  TWILIO_AUTH_TOKEN: optional,
  TWILIO_FROM: z
    .string()
    .regex(/^(\+\d{8,15}|MG[0-9a-f]{32}|\d{5,6})$/, 'a number as +15555550100, a short code, or a messaging service')
    .optional(),
  MICROSOFT_APP_ID: optional,
  MICROSOFT_APP_PASSWORD: optional,
  MICROSOFT_APP_TENANT_ID: optional,
  BOT_LOCAL: yesOrNo,
  OIDC_ISSUER: webAddress,
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: webAddress,
  OPENAI_MODEL: optional,
});
export type Environment = z.infer<typeof Environment>;
