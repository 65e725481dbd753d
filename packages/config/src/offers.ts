import { z } from 'zod';

/**
 * What a target can do beyond signing in and answering, and the operations by which it shows: a deployment offers it
 * when the OpenAPI document that it serves has them all.
 */
export const offerOperations = {
  users: ['POST /auth/users/local', 'DELETE /auth/users/{user_id}'],
  sessions: ['POST /auth/sessions/purge'],
  consent: ['PUT /security/admin/config', 'POST /security/consent/accept'],
  keys: ['POST /auth/keys/rotate'],
  policy: ['PUT /auth/policy'],
  log: ['GET /logger/platform'],
  clock: ['GET /testing/clock'],
  mint: ['POST /testing/tokens'],
} as const satisfies Record<string, readonly string[]>;

export type Offer = keyof typeof offerOperations;
export const offers = [
  'users',
  'sessions',
  'consent',
  'keys',
  'policy',
  'log',
  'clock',
  'mint',
] as const satisfies Offer[];
export const offerSchema = z.enum(offers);

const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** The offers that an OpenAPI document shows; none when it is no such document. Names of path parameters do not count. */
export function offersIn(document: unknown): Offer[] {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) return [];
  const operations = new Set(
    Object.entries(parsed.data.paths).flatMap(([path, verbs]) =>
      Object.keys(verbs).map((verb) => anonymous(`${verb.toUpperCase()} ${path}`)),
    ),
  );
  return offers.filter((offer) => offerOperations[offer].every((one) => operations.has(anonymous(one))));
}

const anonymous = (operation: string) => operation.replaceAll(/\{[^}]*\}/g, '{}');
