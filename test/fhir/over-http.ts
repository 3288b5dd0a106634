// How the engine is asked over HTTP, and how what it says goes back.
import type { FhirRequest, FhirResponse } from '@medplum/fhir-router';
import type { Request, Response } from 'express';
import type { OperationOutcome } from 'fhir/r4.js';

/** As the engine wants to be asked. */
export function asked({ method, originalUrl, headers }: Request, body: unknown): FhirRequest {
  return {
    method: method as FhirRequest['method'],
    url: originalUrl.replace(/^\/fhir\/?/, ''),
    pathname: '',
    params: {},
    query: {},
    body,
    headers,
    config: { transactions: true },
  };
}

const statuses: Readonly<Record<string, number>> = {
  ok: 200,
  created: 201,
  'not-modified': 304,
  'not-found': 404,
  'precondition-failed': 412,
};

export function answer(response: Response, [result, resource]: FhirResponse): void {
  const status = statuses[result.id ?? ''] ?? 400;
  send(response, status, (status < 400 && resource) || result);
}

export function send(response: Response, status: number, body: object): void {
  response.status(status).type('application/fhir+json').send(JSON.stringify(body));
}

export function plain(
  response: Response,
  { status, body = '', headers = {} }: { status: number; body?: string; headers?: Readonly<Record<string, string>> },
): void {
  response.status(status).type('application/fhir+json').set(headers).send(body);
}

export const outcome = (code: string, text: string): object => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code, details: { text } }],
});

export const refusedEntry = (status: number) => ({
  response: { status: String(status), outcome: outcome('processing', 'this entry is not taken') as OperationOutcome },
});
