import { readFile } from 'node:fs/promises';
import fastifyCookie from '@fastify/cookie';
import fastifyFormbody from '@fastify/formbody';
import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyError, FastifyPluginAsync } from 'fastify';
import { ZodError } from 'zod';
import { crossSiteProblem } from './login/cross-site.ts';
import { loginRoutes } from './login/login-routes.ts';
import type { OperatorView } from './operator-view.ts';
import { plainPage } from './pages/page.ts';
import { sendPage } from './pages/send-page.ts';
import { stateRoutes } from './state-routes.ts';

export interface OperatorPagesOptions {
  readonly view: OperatorView;
  /** The operators' shared password; without it the pages only explain how to set it. */
  readonly login: { readonly password: string | undefined };
  /** The root URL under which people reach the service. */
  readonly publicUrl: string;
  /** The current time, in milliseconds since 1970. */
  readonly now?: () => number;
}

const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // With `no-referrer`, browsers would send `Origin: null` even with our own forms.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/**
 * The operator pages as a Fastify plugin: `/`, `/issues/:identifier`, the login, and their stylesheet and icon.
 * Its cookie and form parsers, headers and error handler do not leak into the rest of the server.
 */
export function operatorPages(options: OperatorPagesOptions): FastifyPluginAsync {
  const { view, login, now = Date.now } = options;
  const publicUrl = new URL(options.publicUrl);

  return async (app) => {
    const [css, icon] = await Promise.all(
      ['operator.css', 'operator.svg'].map((file) => readFile(new URL(`pages/${file}`, import.meta.url))),
    );
    await app.register(fastifyCookie);
    await app.register(fastifyFormbody, { bodyLimit: 16_384 });
    await app.register(fastifyRateLimit, { global: false });

    app.addHook('onRequest', async (request, reply) => {
      reply.headers(securityHeaders);
      const problem = request.method === 'POST' ? crossSiteProblem(request.headers, publicUrl) : undefined;
      if (problem !== undefined) return sendPage(reply.code(403), plainPage('Refused', problem));
    });

    app.setErrorHandler<FastifyError>((error, request, reply) => {
      const status = error instanceof ZodError ? 400 : (error.statusCode ?? 503);
      const again = { href: '/', text: 'Overview' };
      if (status < 500) {
        const sentence = 'This request does not come from the buttons of these pages. Go back and use them.';
        return sendPage(reply.code(status), plainPage('Not understood', sentence, again));
      }
      request.log.error({ err: error }, 'an operator page could not be rendered');
      const sentence = `The gate could not read its state. Its log has the reason under request ${request.id}; see also /readyz.`;
      return sendPage(reply.code(503), plainPage('No answer', sentence, again));
    });

    app.get('/operator.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(css));
    app.get('/operator.svg', (_request, reply) => reply.type('image/svg+xml').send(icon));

    const { password = '' } = login;
    if (password === '') {
      const sentence =
        'Set OPERATOR_PASSWORD to a long random value and restart the gate: without it these pages stay closed.';
      for (const path of ['/', '/login', '/issues/:identifier']) {
        app.get(path, (_request, reply) => sendPage(reply.code(503), plainPage('No password set', sentence)));
      }
      return;
    }

    const keepOut = await loginRoutes(app, { password, publicUrl, now });
    await app.register(async (pages) => {
      pages.addHook('onRequest', keepOut);
      stateRoutes(pages, view, now);
    });
  };
}
