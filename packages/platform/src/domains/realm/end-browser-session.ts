import type { FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';

import type { Settings } from '../../settings.ts';
import { withPublicFace } from './with-public-face.ts';

/**
 * Ends the browser's session at the provider, and with `endSession` every sign-in that came from it, so that the next
 * visit asks for a password.
 */
export async function endBrowserSession(
  realm: Provider,
  settings: Settings,
  endSession: (sid: string) => void,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const session = await realm.Session.get(
    realm.createContext(withPublicFace(request.raw, settings), reply.raw),
  );
  for (const { grantId } of Object.values(session.authorizations ?? {})) if (grantId) endSession(grantId);
  await session.destroy();
  const cookie = realm.cookieName('session');
  reply.clearCookie(cookie, { path: '/' }).clearCookie(`${cookie}.sig`, { path: '/' });
}
