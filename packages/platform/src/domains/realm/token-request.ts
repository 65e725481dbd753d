import { z } from 'zod';

import { clientId, realmPath, type Settings } from '../../settings.ts';
import { postForm } from './post-form.ts';

const tokensSchema = z.object({
  access_token: z.string(),
  token_type: z.string(),
  expires_in: z.number().int(),
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
});

/** Tokens as the API hands them out. */
export type Tokens = z.infer<typeof tokensSchema>;

/** What the realm said to a request for tokens. */
export type TokenAnswer = { kind: 'granted'; tokens: Tokens } | { kind: 'refused'; error: string };

/** Asks the realm for tokens, over HTTP like any other client of it. */
export async function tokenRequest(
  settings: Settings,
  clientSecret: string,
  parameters: Record<string, string>,
  headers: Record<string, string>,
): Promise<TokenAnswer> {
  const { status, body } = await postForm(
    `${settings.listenUrl}${realmPath}/protocol/openid-connect/token`,
    { client_id: clientId, client_secret: clientSecret, ...parameters },
    { ca: settings.listenCa, headers },
  );
  if (status === 200) return { kind: 'granted', tokens: tokensSchema.parse(body) };
  if (status >= 500) throw new Error(`The realm answered ${status} to a token request.`);
  return { kind: 'refused', error: z.object({ error: z.string() }).parse(body).error };
}
