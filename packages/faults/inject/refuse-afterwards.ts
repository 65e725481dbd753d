import type { PolicyQuestion } from '../gateway/policy.ts';
import { letThrough } from './let-through.ts';
import type { Unfinished } from './regression.ts';

/** Asks the policy when it is too late: these requests are done, and then answered with 403. */
export function refuseAfterwards(
  { app, parts }: Unfinished,
  these: (question: PolicyQuestion) => boolean,
): void {
  letThrough(parts, these);
  app.addHook('onSend', async ({ method, raw, identity }, reply, payload) => {
    const path = parts.requestPath(raw.url);
    if (path === undefined || !these({ method, path, roles: identity?.roles ?? [] })) return payload;
    reply.code(403).type('application/json').removeHeader('content-length');
    return JSON.stringify({ detail: 'Not authorized' });
  });
}
