import type { PlatformInternals, PolicyQuestion } from '@uat/platform';
import { letThrough } from './let-through.ts';

/** Asks the policy when it is too late: these requests are done, and then answered with 403. */
export function refuseAfterwards(
  { services, http }: PlatformInternals,
  these: (question: PolicyQuestion) => boolean,
): void {
  letThrough(services, these);
  http.addHook('onSend', async ({ method, raw, identity }, reply, payload) => {
    const path = services.gateway.requestPath(raw.url);
    if (path === undefined || !these({ method, path, roles: identity?.roles ?? [] })) return payload;
    reply.code(403).type('application/json').removeHeader('content-length');
    return JSON.stringify({ detail: 'Not authorized' });
  });
}
