import { afterAll, beforeAll } from 'vitest';
import { type RunningPlatform, runningPlatform } from './running-platform.ts';

/** The administrator of a platform that was started without options, as `uat` finds it in the environment. */
export const asAdmin = { KAMIWAZA_USERNAME: 'admin', KAMIWAZA_PASSWORD: 'kamiwaza' };

/** A platform that runs as long as the tests around this call; gives it once they have begun. */
export function sharedPlatform(...args: string[]): () => RunningPlatform['ready'] {
  let platform: RunningPlatform;
  beforeAll(async () => {
    platform = await runningPlatform(...args);
  });
  afterAll(() => platform[Symbol.asyncDispose]());
  return () => platform.ready;
}
