import { createKamiwaza } from '@uat/sdk';
import { asAdmin } from './shared-platform.ts';

const { KAMIWAZA_USERNAME: username, KAMIWAZA_PASSWORD: password } = asAdmin;

/** The administrator's client for a platform that was started without options. */
export function adminOf(url: string) {
  return createKamiwaza({ baseUrl: url, credentials: { kind: 'password', username, password } });
}

/** Names of the users on a target that runs have made: those that begin with `uat-`. */
export async function usersOn(url: string): Promise<string[]> {
  const users = await adminOf(url).users.list();
  return users.map((user) => user.username).filter((name) => name.startsWith('uat-'));
}
