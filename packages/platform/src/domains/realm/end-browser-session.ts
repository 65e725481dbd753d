import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Parts } from '../../services.ts';
import { withPublicFace } from './with-public-face.ts';

/** Ends the browser's session at the provider, and every sign-in that came from it, so that the next visit asks for a password. */
export async function endBrowserSession(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const realm = await parts.realm();
  const session = await realm.Session.get(
    realm.createContext(withPublicFace(request.raw, parts.settings), reply.raw),
  );
  for (const { grantId } of Object.values(session.authorizations ?? {}))
    if (grantId) parts.endSession(grantId);
  await session.destroy();
  const cookie = realm.cookieName('session');
  reply.clearCookie(cookie, { path: '/' }).clearCookie(`${cookie}.sig`, { path: '/' });
}
