/** Lets through only what Twilio has signed. */
import type { RequestHandler } from 'express';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';

/**
 * Twilio's own check, against the public address that it was given: behind a proxy the request itself does not know
 * it. Anything else is answered 403 and nothing is read of it.
 */
export function signedByTwilio(authToken: string, publicUrl: string): RequestHandler {
  return (request, response, next) => {
    const signature = request.header('X-Twilio-Signature') ?? '';
    const form = isForm(request.body) ? request.body : {};
    if (validateRequest(authToken, signature, publicUrl + request.originalUrl, form)) next();
    else response.sendStatus(403);
  };
}

function isForm(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null;
}
