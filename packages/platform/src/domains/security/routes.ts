import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { HttpError } from '../../server/errors/http-error.ts';
import { parseInput } from '../../server/errors/parse-input.ts';
import { clientAddress } from '../gateway/client-address.ts';
import type { SlidingWindow } from './sliding-window.ts';
import type { Services } from '../../services.ts';

const color = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'A color is written as #rrggbb');
const text = (longest: number) => z.string().max(longest).nullable().default(null);

const update = z.strictObject({
  consent_enabled: z.boolean(),
  consent_content: text(10_000),
  consent_button_label: text(100),
  banner_enabled: z.boolean(),
  banner_top_text: text(200),
  banner_top_color: color.nullable().default(null),
  banner_bottom_text: text(200),
  banner_bottom_color: color.nullable().default(null),
});

/** Routes of the consent gate and the classification banners: public reads, changes by administrators. */
export function securityRoutes(app: FastifyInstance, services: Services): void {
  const { security } = services.store;

  app.get('/security/public/config', async (request, reply) => {
    limitRate(services.security.publicConfigRate, request, reply);
    return services.security.publicConfig(security.get());
  });

  app.post('/security/consent/accept', async (request, reply) => {
    limitRate(services.security.consentRate, request, reply);
    services.activity.audit(request, { action: 'consent-accepted', target: clientAddress(request.raw) });
    return { accepted: true, message: 'Consent recorded' };
  });

  app.get('/security/admin/config', async () => security.get());

  app.put('/security/admin/config', async (call) => {
    security.set(parseInput(update, call.body ?? undefined, 'body'));
    services.activity.audit(call, { action: 'security-config-changed' });
    return security.get();
  });
}

function limitRate(rate: SlidingWindow, { raw }: FastifyRequest, reply: FastifyReply): void {
  const verdict = rate(clientAddress(raw));
  if (verdict.kind === 'passes') return;
  reply.header('retry-after', verdict.seconds);
  throw new HttpError(429, `Too many requests: try again in ${verdict.seconds} s`);
}
