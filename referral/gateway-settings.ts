/** How referrals reach a plan, as its file says it. */
import path from 'node:path';
import { z } from 'zod';

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

/** Members' data goes over https alone; plain http is for trying it on this computer. */
export const SecureUrl = z.url().refine((url) => {
  // The rule is asked of what is no address, too. And what is mended when it is read was meant otherwise, maybe.
  if (!URL.canParse(url) || !/^https?:\/\/[a-z\d[][^\s\\]*$/i.test(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}, 'must be an https address');

const absolutePath = z
  .string()
  .refine((file) => path.isAbsolute(file) && !file.includes('\0'), 'must be an absolute path');

/** Words of RFC 6749 (appendix A), one space between two. */
const plainWords = (letters: string) =>
  z.string().regex(new RegExp(`^[${letters}]+( [${letters}]+)*$`), 'must be written without other signs or spaces');

/** FHIR R4 over https, signed in to by SMART Backend Services. */
export const FhirSettings = z.strictObject({
  kind: z.literal('fhir'),
  baseUrl: SecureUrl,
  /** Where access tokens are given; read from the server's `.well-known/smart-configuration` where absent. */
  tokenUrl: SecureUrl.optional(),
  clientId: plainWords('!-~'),
  scope: plainWords('!#-\\[\\]-~').default('system/*.cruds'),
  /** A private key as JWK with `kid` and `alg` (RS384 or ES384), in a file that only this process reads. */
  privateKeyFile: absolutePath,
  /** How long one request may take. */
  timeoutSeconds: z.int().min(1).max(25).default(10),
  /** How often what became of open requests is read; every quarter of an hour unless given. */
  answersEveryMinutes: z
    .int()
    .min(1)
    .max(24 * 60)
    .optional(),
});
export type FhirSettings = z.infer<typeof FhirSettings>;

/** A folder that the plan's secure file transfer empties: JSON and PDF, acknowledged by a file. */
export const FolderSettings = z.strictObject({
  kind: z.literal('folder'),
  path: absolutePath,
  /** Without an acknowledgement for so long, the desk is alerted. */
  acknowledgedWithinHours: z
    .int()
    .positive()
    .max(7 * 24)
    .default(24),
});
export type FolderSettings = z.infer<typeof FolderSettings>;

export const GatewaySettings = z.discriminatedUnion('kind', [
  /** The plan's own console in this service. */
  z.strictObject({ kind: z.literal('desk') }),
  FhirSettings,
  FolderSettings,
]);
export type GatewaySettings = z.infer<typeof GatewaySettings>;
