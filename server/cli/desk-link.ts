/** Prints a link that signs one person in to the desk once, within fifteen minutes. Only where there is no OIDC. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { deskUrl } from '../desk/sign-in/desk-auth.ts';
import { Role } from '../desk/sign-in/session.ts';
import { openStore } from '../open-store.ts';
import { mintSignInLink } from '../desk/sign-in/sign-in-link.ts';
import { words } from '../desk/words.ts';

const Options = z.strictObject({ name: z.string().trim().min(1).max(100), role: Role });

const { values } = parseArgs({ options: { name: { type: 'string' }, role: { type: 'string' } } });
const options = Options.safeParse(values);
const config = readConfig(process.env);
if (!options.success) stop(words.cli.usage);
if (config.oidc !== null) stop(words.cli.sso);

const store = await openStore(config);
const link = await mintSignInLink(store, options.data, deskUrl(config), new Date());
await store.close();
process.stdout.write(`${words.cli.link}\n${link}\n`);

function stop(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
