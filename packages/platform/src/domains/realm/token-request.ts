import { z } from 'zod';

import { clientId, realmPath, type Settings } from '../../settings.ts';
import type { postForm } from './post-form.ts';

const tokensSchema = z.object({
  access_token: z.string(),
  token_type: z.string(),
  expires_in: z.number().int(),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
});

/** Tokens in the form of the API. */
export type Tokens = z.infer<typeof tokensSchema>;

/** The realm's response to a token request. */
export type TokenAnswer = { kind: 'granted'; tokens: Tokens } | { kind: 'refused'; error: string };

/** Requests tokens from the realm over HTTP, like any other client of it. */
export async function tokenRequest(
  settings: Settings,
  clientSecret: string,
  parameters: Record<string, string>,
  post: typeof postForm,
): Promise<TokenAnswer> {
  const { status, body } = await post(
    `${settings.listenUrl}${realmPath}/protocol/openid-connect/token`,
    { client_id: clientId, client_secret: clientSecret, ...parameters },
    { ca: settings.listenCa },
  );
  if (status === 200) return { kind: 'granted', tokens: tokensSchema.parse(body) };
  if (status >= 500) throw new Error(`The realm answered ${status} to a token request.`);
  return { kind: 'refused', error: z.object({ error: z.string() }).parse(body).error };
}
