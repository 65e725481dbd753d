import type { FastifyPluginAsync } from 'fastify';
import type { OperatorView } from '../operator-view.ts';
import type { Metrics } from './metrics.ts';
import { secretsMatch } from '../login/secrets-match.ts';

export interface MetricsPageOptions {
  readonly metrics: Metrics;
  readonly view: OperatorView;
  /** Token that a scraper must send as `Authorization: Bearer …`; without it, `/metrics` is public. */
  readonly token: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Adds `/metrics` for Prometheus. */
export function metricsPage({ metrics, view, token, now }: MetricsPageOptions): FastifyPluginAsync {
  return async (app) => {
    app.get('/metrics', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      if (token !== undefined && !secretsMatch(request.headers.authorization ?? '', `Bearer ${token}`)) {
        return reply
          .code(401)
          .header('www-authenticate', 'Bearer')
          .send('Send the value of METRICS_TOKEN as a bearer token.\n');
      }
      return reply.type(metrics.contentType).send(await metrics.text(view, now()));
    });
  };
}
