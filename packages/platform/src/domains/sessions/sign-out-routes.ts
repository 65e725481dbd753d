import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { parseInput } from '../../server/errors/parse-input.ts';
import type { Services } from '../../services.ts';

const frontChannelQuery = z.object({ redirect_uri: z.string().optional() });

/** Routes to sign out: first from the platform's session, then, in the browser, from the provider's. */
export function signOutRoutes(app: FastifyInstance, services: Services): void {
  const { settings, store } = services;

  app.post('/auth/logout', async (request, reply) => {
    const { identity, cookies } = request;
    const ended = new Set<string>();
    if (identity?.kind === 'session') ended.add(identity.sid);
    // The access token may have expired while the refresh token still stands for the session.
    const refreshed = store.oidc.grantOfRefreshToken(cookies.refresh_token ?? '');
    if (refreshed) ended.add(refreshed);
    for (const sid of ended) services.sessions.end(sid);
    if (ended.size > 0) services.activity.audit(request, { action: 'sign-out' });
    services.sessions.clearCookies(reply);
    const home = `${settings.publicUrl}/login`;
    return {
      message: 'Logged out',
      logout_time: new Date().toISOString(),
      session_termination_requested: ended.size > 0,
      front_channel_logout_url: `${settings.publicUrl}/api/auth/logout/front-channel?${new URLSearchParams({ redirect_uri: home })}`,
      post_logout_redirect_uri: home,
    };
  });

  app.get('/auth/logout/front-channel', async (request, reply) => {
    const { redirect_uri } = parseInput(frontChannelQuery, request.query, 'query');
    await services.realm.endBrowserSession(request, reply);
    services.sessions.clearCookies(reply);
    return reply.redirect(services.sessions.localPath(redirect_uri, '/login'));
  });
}
