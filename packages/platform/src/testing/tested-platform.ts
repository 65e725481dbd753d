import { startPlatform, type Platform, type PlatformOptions } from '../server/start-platform.ts';
import { createApiClient, type Call, type CheckedAnswer } from './api-client.ts';

/** A platform under test, with what most tests of it need. */
export interface TestedPlatform extends AsyncDisposable {
  url: string;
  platform: Platform;
  call: Call;
  /** Output for the operator. */
  complaints: string[];
  signIn(username: string, password: string): Promise<CheckedAnswer>;
  /** Access token of a seeded account. */
  token(username: 'admin' | 'tester' | 'testuser'): Promise<string>;
}

/** Starts a platform. Every response to `call` is checked against the contract. */
export async function testedPlatform(options: PlatformOptions = {}): Promise<TestedPlatform> {
  const complaints: string[] = [];
  const platform = await startPlatform({ log: (line) => complaints.push(line), ...options });
  const call = await createApiClient(platform.url);
  const signIn = (username: string, password: string) =>
    call('POST', '/auth/token', { body: new URLSearchParams({ username, password }) });
  return {
    url: platform.url,
    platform,
    call,
    complaints,
    signIn,
    async token(username) {
      const account = platform.accounts.find((known) => known.username === username);
      return (await signIn(username, account?.password ?? '')).body.access_token;
    },
    [Symbol.asyncDispose]: () => platform.close(),
  };
}

/** A request body in JSON. */
export function json(body: unknown): RequestInit {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
