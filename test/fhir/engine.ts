/**
 * A plan's FHIR server: a real R4 engine behind real HTTP, in memory. It can be told to want an access token, and to do
 * what servers and networks do on a bad day.
 */
import type { AddressInfo } from 'node:net';
import { FhirRouter, MemoryRepository, type FhirResponse } from '@medplum/fhir-router';
import type { Resource } from '@medplum/fhirtypes';
import express, { type Request, type Response } from 'express';
import type { Bundle, FhirResource } from 'fhir/r4.js';
import { bothJudges, refusal } from './atomic.ts';
import { wait, type Fault } from './faults.ts';
import { answer, asked, outcome, plain, refusedEntry, send } from './over-http.ts';
import { loadR4 } from './validators.ts';

export type { Fault } from './faults.ts';

export type FhirEngine = {
  /** The base, without a slash at the end. */
  readonly url: string;
  /** What came, oldest first. `status` is null where no answer was given. */
  readonly requests: readonly { readonly method: string; readonly path: string; readonly status: number | null }[];
  /** One for each of the next transactions, in turn. */
  readonly next: (...faults: Fault[]) => void;
  /** For every transaction for which none is next; null: none. A function is asked each time. */
  readonly always: (fault: Fault | null | ((bundle: Bundle) => Fault | null)) => void;
  /** From now on 401 to whoever brings no token that passes. */
  readonly requireToken: (passes: (token: string) => boolean | Promise<boolean>) => void;
  /** What stands at `.well-known/smart-configuration`; 404 until told. */
  readonly tellSmart: (configuration: object) => void;
  /** How many resources there are of each type; what there is none of is not named. */
  readonly counts: () => Promise<Readonly<Record<string, number>>>;
  readonly stored: (type: FhirResource['resourceType']) => Promise<readonly FhirResource[]>;
  /** As the plan's own staff do. */
  readonly put: (resource: FhirResource & { readonly id: string }) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** `judging: false` takes resources unread, which is 60 ms faster for each referral: for benches over thousands. */
export async function openFhirEngine({ port = 0, judging = true } = {}): Promise<FhirEngine> {
  loadR4();
  const judge = judging ? bothJudges() : () => [];
  const router = new FhirRouter();
  const repository = new MemoryRepository();
  const requests: { method: string; path: string; status: number | null }[] = [];
  const types = new Set<string>();
  const queue: Fault[] = [];
  let everyTime: (bundle: Bundle) => Fault | null = () => null;
  let passes: ((token: string) => boolean | Promise<boolean>) | null = null;
  let smart: object | null = null;

  const dispatch = (request: Request, body: unknown): Promise<FhirResponse> =>
    router.handleRequest(asked(request, body), repository);

  /** All of the transaction, or nothing and why not. */
  const transact = async (request: Request, bundle: Bundle): Promise<FhirResponse> => {
    const refused = await refusal(bundle, repository, judge);
    if (refused) return [{ ...refused, id: 'bad-request' } as FhirResponse[0]];
    return dispatch(request, bundle);
  };

  const work = async (request: Request, fault: Fault | null): Promise<FhirResponse> => {
    const bundle = request.body as Bundle;
    for (const { resource } of bundle.entry ?? []) if (resource) types.add(resource.resourceType);
    if (fault?.kind === 'duplicate')
      return (await Promise.all([transact(request, structuredClone(bundle)), transact(request, bundle)]))[0];
    if (fault?.kind !== 'refuseEntry') return transact(request, bundle);
    const entry = (bundle.entry ?? []).filter((_, index) => index !== fault.index);
    const [outcome, done] = await dispatch(request, { ...bundle, entry });
    (done as Bundle | undefined)?.entry?.splice(fault.index, 0, refusedEntry(fault.status ?? 422));
    return done ? [outcome, done] : [outcome];
  };

  const transaction = async (request: Request, response: Response): Promise<void> => {
    // A batch of reads changes nothing: what is told to happen happens to transactions.
    if ((request.body as Bundle).type === 'batch') return answer(response, await dispatch(request, request.body));
    const fault = queue.shift() ?? everyTime(request.body as Bundle);
    if (fault?.kind === 'drop' && fault.when === 'beforeWork') return void request.socket.destroy();
    if (fault?.kind === 'answer') return plain(response, fault);
    if (fault?.kind === 'delay') await wait(fault.before ?? 0);
    const worked = await work(request, fault);
    if (fault?.kind === 'drop') return void request.socket.destroy();
    if (fault?.kind === 'answerAfterWork') return plain(response, fault);
    if (fault?.kind === 'delay') await wait(fault.after ?? 0);
    answer(response, worked);
  };

  const app = express();
  app.use((request, response, next) => {
    const came = { method: request.method, path: request.originalUrl, status: null as number | null };
    requests.push(came);
    response.on('finish', () => (came.status = response.statusCode));
    next();
  });
  app.get('/fhir/.well-known/smart-configuration', (_request, response) =>
    smart ? response.json(smart) : response.sendStatus(404),
  );
  app.use(async (request, response, next) => {
    const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (!passes || (token !== '' && (await passes(token)))) return next();
    response.set('WWW-Authenticate', 'Bearer');
    send(response, 401, outcome('login', 'an access token is needed'));
  });
  app.use(express.json({ type: ['application/fhir+json', 'application/json'], limit: '2mb' }));
  app.post(['/fhir', '/fhir/'], transaction);
  app.use('/fhir', async (request, response) => {
    answer(response, await dispatch(request, request.body));
  });
  app.use((error: Error, _request: Request, response: Response, _next: unknown) =>
    send(response, 400, outcome('structure', error.message)),
  );

  const server = app.listen(port, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`,
    requests,
    next: (...faults) => void queue.push(...faults),
    always: (fault) => void (everyTime = typeof fault === 'function' ? fault : () => fault),
    requireToken: (check) => void (passes = check),
    tellSmart: (configuration) => void (smart = configuration),
    counts: async () => {
      const found = await Promise.all([...types].sort().map(async (type) => [type, (await all(type)).length] as const));
      return Object.fromEntries(found.filter(([, count]) => count > 0));
    },
    stored: async (type) => (await all(type)) as FhirResource[],
    put: async (resource) => {
      types.add(resource.resourceType);
      await repository.updateResource(resource as Resource);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };

  async function all(type: string): Promise<Resource[]> {
    const found = await repository.search({ resourceType: type as Resource['resourceType'] });
    return (found.entry ?? []).flatMap(({ resource }) => resource ?? []);
  }
}
