import { KamiwazaError } from './errors/kamiwaza-error.ts';

/** How a client proves who it is. `token` is a personal access token or any other bearer that cannot be renewed. */
export type Credentials =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  | { readonly kind: 'refresh'; readonly refreshToken: string };

/** Environment variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * KAMIWAZA_API_KEY, or else KAMIWAZA_USERNAME with KAMIWAZA_PASSWORD, or else nobody. Empty counts as unset.
 * Throws KamiwazaError when only one half of name and password is there.
 */
export function credentialsFromEnvironment(environment: Environment): Credentials {
  const token = environment['KAMIWAZA_API_KEY']?.trim();
  if (token) return { kind: 'token', token };
  const username = environment['KAMIWAZA_USERNAME']?.trim();
  const password = environment['KAMIWAZA_PASSWORD'];
  if (username && password) return { kind: 'password', username, password };
  if (username)
    throw new KamiwazaError('KAMIWAZA_USERNAME is set, KAMIWAZA_PASSWORD is not; set both or neither.');
  if (password)
    throw new KamiwazaError('KAMIWAZA_PASSWORD is set, KAMIWAZA_USERNAME is not; set both or neither.');
  return { kind: 'anonymous' };
}

/** KAMIWAZA_BASE_URL, or undefined where it is unset or empty. */
export function baseUrlFrom(environment: Environment): string | undefined {
  return environment['KAMIWAZA_BASE_URL']?.trim() || undefined;
}

/** Whether to check the target's certificate: yes, unless KAMIWAZA_VERIFY_SSL is `false`, `0` or `no`. */
export function verifySslFrom(environment: Environment): boolean {
  return !['false', '0', 'no'].includes(environment['KAMIWAZA_VERIFY_SSL']?.trim().toLowerCase() ?? '');
}
