import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isRunning, projectRoot, configurationError } from '@uat/core';
import { type PlatformReady, platformReadySchema } from '../session/session.ts';

const localPlatformSchema = platformReadySchema.extend({ pid: z.number() }).partial({ version: true });

/**
 * The platform that `pnpm platform` started in another shell, as it announces itself in `.uat/platform.json`.
 * @throws UatError (configuration) when none is running.
 */
export function localPlatform(root = projectRoot): Omit<PlatformReady, 'version'> {
  const none = configurationError(
    'There is no platform running here; start one with `pnpm platform` in another shell.',
  );
  let written: unknown;
  try {
    written = JSON.parse(readFileSync(path.join(root, '.uat', 'platform.json'), 'utf8'));
  } catch {
    throw none;
  }
  const parsed = localPlatformSchema.safeParse(written);
  if (!parsed.success || !isRunning(parsed.data.pid)) throw none;
  return parsed.data;
}
