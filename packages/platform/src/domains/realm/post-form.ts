import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';

/** A JSON response. */
export interface JsonAnswer {
  status: number;
  body: unknown;
}

/** Posts a form. `ca` is the certificate authority to trust for https, in PEM. */
export async function postForm(
  url: string,
  form: Record<string, string>,
  { ca, headers: given = {} }: { ca?: string | undefined; headers?: Record<string, string> },
): Promise<JsonAnswer> {
  const headers = { ...given, 'content-type': 'application/x-www-form-urlencoded' };
  const request = url.startsWith('https:')
    ? secureRequest(url, { method: 'POST', headers, ca })
    : plainRequest(url, { method: 'POST', headers });
  request.end(new URLSearchParams(form).toString());
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, body: await json(answer) };
}
