import { type Clock, verifyWebhook } from '@uat/linear';
import type { FastifyInstance } from 'fastify';
import { accept, type Delivery } from '../store/inbox.ts';
import type { Database } from '../store/open-database.ts';
import { deliveryOf } from './delivery-of.ts';
import { groupCommit } from './group-commit.ts';

export interface WebhookOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly secrets: readonly string[];
  readonly watchesAll: boolean;
  /** Called for every request with its outcome and duration in seconds. */
  readonly onOutcome: (outcome: WebhookOutcome, seconds: number) => void;
  /** Called when an admin revokes the gate's access. */
  readonly onRevoked: () => void;
  readonly maxBytes?: number;
}

export type WebhookOutcome =
  | 'accepted'
  | 'stale'
  | 'unsigned'
  | 'forged'
  | 'not-json'
  | 'oversized'
  | 'not-stored';

/** The path that Linear delivers to. */
export const webhookPath = '/webhooks/linear';

/**
 * Adds the webhook route. It answers 200 once a delivery is on disk, and 503 when it is not, so that Linear tries
 * again.
 */
export function addWebhookRoute(app: FastifyInstance, options: WebhookOptions): { settled(): Promise<void> } {
  const { db, clock, secrets, watchesAll, onOutcome, onRevoked, maxBytes = 5 * 1024 * 1024 } = options;
  const inbox = groupCommit<Delivery>(async (deliveries) => {
    await accept(db, deliveries);
  });

  void app.register(async (scope) => {
    // The signature covers the bytes exactly as they arrived.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBytes }, (_request, body, done) => {
      done(null, body);
    });
    scope.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) => {
      const status = error.statusCode ?? 500;
      onOutcome(status === 413 ? 'oversized' : status < 500 ? 'not-json' : 'not-stored', 0);
      if (status >= 500) request.log.error({ reason: error.message }, 'a delivery was not accepted');
      return reply
        .code(status >= 500 ? 503 : status)
        .send({ error: status === 413 ? 'The delivery is too large.' : 'The delivery could not be read.' });
    });
    scope.post(webhookPath, async (request, reply) => {
      const start = performance.now();
      const seconds = () => (performance.now() - start) / 1_000;
      const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const verified = verifyWebhook(
        { rawBody, headers: request.headers },
        { secrets, now: clock.now(), maxBytes },
      );
      if (verified.kind === 'refused') {
        onOutcome(verified.because, seconds());
        request.log.warn({ because: verified.because }, 'a delivery was rejected');
        return await reply.code(verified.status).send({ error: verified.message });
      }
      try {
        await inbox.add(deliveryOf(verified, clock.now(), watchesAll));
      } catch (error) {
        onOutcome('not-stored', seconds());
        request.log.error({ reason: (error as Error).message }, 'a delivery could not be stored');
        return await reply
          .code(503)
          .header('retry-after', '60')
          .send({ error: 'The delivery could not be stored. Send it again.' });
      }
      if (verified.event.kind === 'OAuthApp' && verified.event.action === 'revoked') onRevoked();
      onOutcome(verified.stale ? 'stale' : 'accepted', seconds());
      return await reply.code(200).send({ ok: true });
    });
  });
  return inbox;
}
