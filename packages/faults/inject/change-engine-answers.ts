import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';

import type { PlatformInternals } from '@uat/platform';

type Answer = Record<string, unknown>;

/** Changes the whole answers of engines at a path (`/embeddings`) on their way to the caller, and no stream. */
export function changeEngineAnswers(
  { http }: PlatformInternals,
  path: string,
  changed: (answer: Answer, status: number) => Answer,
): void {
  http.addHook('onSend', async ({ url }, reply, payload) => {
    const whole = String(reply.getHeader('content-type')).startsWith('application/json');
    if (!url.startsWith('/runtime/models/') || !url.endsWith(`/v1${path}`) || !whole) return payload;
    if (!(payload instanceof Readable)) return payload;
    const answer = changed((await json(payload)) as Answer, reply.statusCode);
    reply.removeHeader('content-length');
    return JSON.stringify(answer);
  });
}
